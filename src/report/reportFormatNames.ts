/** The names of the formats, in the order in which help names them: for help, which is to be shown without loading what writes them. */
export const reportFormatNames = ["terminal", "json", "html", "csv", "xlsx", "markdown"] as const
export type ReportFormatName = (typeof reportFormatNames)[number]
