/** The format names in the order of help, in a module of their own so that help does not load the formats. */
export const reportFormatNames = ["terminal", "json", "html", "csv", "xlsx", "markdown"] as const
export type ReportFormatName = (typeof reportFormatNames)[number]
