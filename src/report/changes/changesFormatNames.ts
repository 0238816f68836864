/** The format names of `diff`, in a module of their own so that help does not load the formats. */
export const changesFormatNames = ["terminal", "json"] as const
export type ChangesFormatName = (typeof changesFormatNames)[number]
