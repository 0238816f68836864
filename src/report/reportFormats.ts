import { csv } from "./csv.ts"
import { html } from "./html.ts"
import { json } from "./json.ts"
import { markdown } from "./markdown.ts"
import type { ReportFormat } from "./Report.ts"
import type { ReportFormatName } from "./reportFormatNames.ts"
import { terminal } from "./terminal.ts"
import { xlsx } from "./xlsx.ts"

/** The formats of `--format` and `--output FORMAT=FILE` by name. */
export const reportFormats: Readonly<Record<ReportFormatName, ReportFormat>> = {
  terminal,
  json,
  html,
  csv,
  xlsx,
  markdown
}
