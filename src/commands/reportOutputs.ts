import { resolve } from "node:path"
import { Effect, Option } from "effect"
import { SettingError } from "../config/SettingError.ts"
import type { ReportFormat } from "../report/Report.ts"
import { type ReportFormatName, reportFormatNames } from "../report/reportFormatNames.ts"
import { reportFormats } from "../report/reportFormats.ts"
import { StandardStreams } from "./StandardStreams.ts"

/** A format and its destination. */
export interface FormatOutput<Format> {
  readonly format: Format
  /** None for standard output. */
  readonly file: Option.Option<string>
}

/** The format and destination of a run's report. */
export type ReportOutput = FormatOutput<ReportFormat>

/** The formats of one kind of report, loaded when used. */
export interface FormatChoices<Name extends string, Format> {
  readonly names: ReadonlyArray<Name>
  readonly load: (name: Name) => Effect.Effect<Format>
}

/** Reads `--format` and the `--output FORMAT=FILE` options: standard output first, then the files. */
export const formatOutputs = <Name extends string, Format>(
  { names, load }: FormatChoices<Name, Format>,
  format: string,
  outputs: ReadonlyArray<string>,
  folder: string
): Effect.Effect<ReadonlyArray<FormatOutput<Format>>, SettingError> => {
  const formatOf = (
    value: string,
    problem: "badChoice" | "badOutput",
    source: string
  ): Effect.Effect<Format, SettingError> => {
    const wanted = problem === "badChoice" ? value : value.slice(0, Math.max(value.indexOf("="), 0))
    const found = names.find((name) => name === wanted)
    return found === undefined ? Effect.fail(new SettingError({ problem, value, source, choices: names })) : load(found)
  }
  return Effect.gen(function* () {
    const first = { format: yield* formatOf(format, "badChoice", "--format"), file: Option.none() }
    const files = yield* Effect.forEach(outputs, (output) =>
      Effect.gen(function* () {
        const path = output.slice(output.indexOf("=") + 1)
        if (path === "-")
          return yield* new SettingError({ problem: "outputDash", value: path, source: "--output", choices: [] })
        const named = yield* formatOf(path === "" ? "" : output, "badOutput", "--output")
        return { format: named, file: Option.some(resolve(folder, path)) }
      })
    )
    return [first, ...files]
  })
}

const runReports: FormatChoices<ReportFormatName, ReportFormat> = {
  names: reportFormatNames,
  load: (name) => Effect.succeed(reportFormats[name])
}

/** Reads the output options for a run's report. Fails if a binary format would be written to a terminal. */
export const reportOutputs = (
  format: string,
  outputs: ReadonlyArray<string>,
  folder: string
): Effect.Effect<ReadonlyArray<ReportOutput>, SettingError, StandardStreams> =>
  Effect.gen(function* () {
    const read = yield* formatOutputs(runReports, format, outputs, folder)
    if (read[0]?.format.isBinary && (yield* StandardStreams).isTerminal.output) {
      return yield* new SettingError({ problem: "binaryOnTerminal", value: format, source: "--format", choices: [] })
    }
    return read
  })
