import { Effect } from "effect"
import type { Environment } from "../config/Given.ts"
import type { SettingError } from "../config/SettingError.ts"
import type { DraftReportFormat } from "../report/drafts/DraftReport.ts"
import {
  type DraftReportFormatName,
  defaultDraftReportFormat,
  draftReportFormatNames,
  loadDraftReportFormat
} from "../report/drafts/draftReportFormats.ts"
import { type FormatChoices, type FormatOutput, formatOutputs } from "./reportOutputs.ts"

const draftReports: FormatChoices<DraftReportFormatName, DraftReportFormat> = {
  names: draftReportFormatNames,
  load: (name) => Effect.promise(() => loadDraftReportFormat(name))
}

/** Reads `--format` and the `--output FORMAT=FILE` options of `check`: standard output first, then the files. */
export const draftOutputs = (
  flags: { readonly format?: string; readonly output?: ReadonlyArray<string> },
  environment: Environment,
  folder: string
): Effect.Effect<ReadonlyArray<FormatOutput<DraftReportFormat>>, SettingError> =>
  formatOutputs(draftReports, flags.format ?? defaultDraftReportFormat(environment), flags.output ?? [], folder)
