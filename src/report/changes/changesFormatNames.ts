/** The names of the formats in which `diff` writes, for help, which is to be shown without loading what writes them. */
export const changesFormatNames = ["terminal", "json"] as const
export type ChangesFormatName = (typeof changesFormatNames)[number]
