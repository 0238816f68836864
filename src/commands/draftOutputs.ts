import { resolve } from "node:path"
import { Effect, Option } from "effect"
import type { Environment } from "../config/Given.ts"
import { SettingError } from "../config/SettingError.ts"
import type { DraftReportFormat } from "../report/drafts/DraftReport.ts"
import {
  defaultDraftReportFormat,
  draftReportFormatNames,
  isDraftReportFormatName,
  loadDraftReportFormat
} from "../report/drafts/draftReportFormats.ts"

/** A format and where it goes. */
export interface DraftOutput {
  readonly format: DraftReportFormat
  /** None is standard output. */
  readonly file: Option.Option<string>
}

/** Reads `--format` and the `--output FORMAT=FILE`s of a check of drafts: standard output first, then the files. */
export const draftOutputs = (
  flags: { readonly format?: string; readonly output?: ReadonlyArray<string> },
  environment: Environment,
  folder: string
): Effect.Effect<ReadonlyArray<DraftOutput>, SettingError> =>
  Effect.gen(function* () {
    const load = (name: string, problem: "badChoice" | "badOutput", value: string, source: string) =>
      isDraftReportFormatName(name)
        ? Effect.promise(() => loadDraftReportFormat(name))
        : Effect.fail(new SettingError({ problem, value, source, choices: draftReportFormatNames }))
    const name = flags.format ?? defaultDraftReportFormat(environment)
    const first: DraftOutput = {
      format: yield* load(name, "badChoice", name, "--format"),
      file: Option.none()
    }
    const files = yield* Effect.forEach(flags.output ?? [], (output) =>
      Effect.gen(function* () {
        const [format = "", ...rest] = output.split("=")
        const path = rest.join("=")
        const loaded = yield* load(path === "" ? "" : format, "badOutput", output, "--output")
        return { format: loaded, file: Option.some(resolve(folder, path)) }
      })
    )
    return [first, ...files]
  })
