/** The names of the formats, for help, which is to be shown without loading what writes them. */
export const reportFormatNames = ["terminal", "json", "html", "csv", "xlsx", "markdown"] as const
