import { resolve } from "node:path"
import { Effect, Option } from "effect"
import { SettingError } from "../config/SettingError.ts"
import type { ReportFormat } from "../report/Report.ts"
import { reportFormatOf, reportFormats } from "../report/reportFormats.ts"

/** A format and where it goes. */
export interface ReportOutput {
  readonly format: ReportFormat
  /** None is standard output. */
  readonly file: Option.Option<string>
}

const choices = reportFormats.map(({ name }) => name)

const formatOf = (value: string, problem: "badChoice" | "badOutput", source: string) =>
  Option.match(reportFormatOf(problem === "badChoice" ? value : value.slice(0, Math.max(value.indexOf("="), 0))), {
    onNone: () => Effect.fail(new SettingError({ problem, value, source, choices })),
    onSome: Effect.succeed<ReportFormat>
  })

/** Reads `--format` and the `--output FORMAT=FILE`s: standard output first, then the files. */
export const reportOutputs = (
  format: string,
  outputs: ReadonlyArray<string>,
  folder: string
): Effect.Effect<ReadonlyArray<ReportOutput>, SettingError> =>
  Effect.gen(function* () {
    const first: ReportOutput = { format: yield* formatOf(format, "badChoice", "--format"), file: Option.none() }
    const files = yield* Effect.forEach(outputs, (output) =>
      Effect.gen(function* () {
        const path = output.slice(output.indexOf("=") + 1)
        const named = yield* formatOf(path === "" ? "" : output, "badOutput", "--output")
        return { format: named, file: Option.some(resolve(folder, path)) }
      })
    )
    return [first, ...files]
  })
