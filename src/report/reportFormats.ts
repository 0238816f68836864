import { Option } from "effect"
import { csv } from "./csv.ts"
import { html } from "./html.ts"
import { json } from "./json.ts"
import { markdown } from "./markdown.ts"
import type { ReportFormat } from "./Report.ts"
import { terminal } from "./terminal.ts"
import { xlsx } from "./xlsx.ts"

/** Every format that `--format` and `--output FORMAT=FILE` know, in the order in which help names them. */
export const reportFormats: ReadonlyArray<ReportFormat> = [terminal, json, html, csv, xlsx, markdown]

/** The format of that name. */
export const reportFormatOf = (name: string): Option.Option<ReportFormat> =>
  Option.fromNullable(reportFormats.find((format) => format.name === name))
