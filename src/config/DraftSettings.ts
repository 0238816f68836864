import { resolve } from "node:path"
import { Effect, Option, type Redacted } from "effect"
import picomatch from "picomatch"
import { DraftFormat, isDraftFormat } from "../drafts/DraftFormat.ts"
import type { DraftInputs } from "../drafts/DraftInput.ts"
import { pathFrom } from "../drafts/files/pathFrom.ts"
import { type HoleJudge, holeJudge } from "../drafts/placeholders/contactHoles.ts"
import { everySyntax } from "../drafts/placeholders/PlaceholderSyntax.ts"
import { anyMessage, selectValues } from "../drafts/valueSelection.ts"
import { configuredSuppressions } from "../suppressions/configuredSuppressions.ts"
import type { PlacedSuppression } from "../suppressions/Suppressions.ts"
import { type BaselineSetting, baselineSetting } from "./baselineSetting.ts"
import type { ConfigError } from "./ConfigError.ts"
import type { Drafts } from "./ConfigFile.ts"
import { configFolder } from "./configFolder.ts"
import { fromConfig } from "./fromConfig.ts"
import { type Environment, refuse } from "./Given.ts"
import { identityKeySetting } from "./identityKeySetting.ts"
import { type JudgeFlags, type JudgeSettings, judgeSettings } from "./JudgeSettings.ts"
import type { ReadConfig } from "./readConfig.ts"
import type { SettingError } from "./SettingError.ts"

/** The command-line options for checking drafts. */
export interface DraftFlags extends JudgeFlags {
  readonly inputFormat?: string
  readonly baseline?: string
}

/** How drafts are found and judged. */
export interface DraftSettings extends JudgeSettings, DraftInputs {
  readonly holes: HoleJudge
  /** The suppressions of the configuration. */
  readonly suppressions: ReadonlyArray<PlacedSuppression>
  readonly baseline: BaselineSetting
  /** The key of finding ids, if the configuration names one. */
  readonly identityKey: Option.Option<Redacted.Redacted>
}

/** Combines and validates the settings for checking drafts. An invalid value is rejected with its position. */
export const draftSettings = (
  flags: DraftFlags,
  environment: Environment,
  folder: string,
  read: Option.Option<ReadConfig>
): Effect.Effect<DraftSettings, SettingError | ConfigError> =>
  Effect.gen(function* () {
    const judging = yield* judgeSettings(flags, environment, folder, read)
    const format = flags.inputFormat
    if (format !== undefined && !isDraftFormat(format)) {
      const given = { value: format, source: "--input-format" }
      return yield* refuse("badChoice", given, DraftFormat.literals)
    }
    const asked = Option.fromNullable(format)
    const drafts: Drafts = Option.match(read, { onNone: () => ({}), onSome: ({ config }) => config.drafts ?? {} })
    const inputFolder = configFolder(read, folder)
    const inputs = yield* Effect.forEach(drafts.inputs ?? [], (input) =>
      Effect.gen(function* () {
        const patterns = listOf(input.files)
        return {
          patterns,
          isMatch: picomatch(patterns.map((pattern) => pattern.replace(/^(?:\.\/)+/, ""))),
          input: {
            format: Option.orElse(asked, () => Option.fromNullable(input.format)),
            selection: input.select === undefined ? anyMessage : selectValues(listOf(input.select)),
            syntaxes: input.placeholders === undefined ? everySyntax : new Set(input.placeholders)
          }
        }
      })
    )
    return {
      ...judging,
      patterns: inputs.flatMap(({ patterns }) => patterns.map((pattern) => resolve(inputFolder, pattern))),
      inputOf: (location) => {
        if (inputs.length === 0) return Option.none()
        const path = pathFrom(inputFolder, location)
        return Option.fromNullable(inputs.find(({ isMatch }) => isMatch(path))?.input)
      },
      otherInput: { format: asked, selection: anyMessage, syntaxes: everySyntax },
      holes: holeJudge(drafts.holes ?? {}),
      suppressions: Option.match(read, {
        onNone: () => [],
        onSome: ({ config, path, file }) =>
          configuredSuppressions(config.suppressions ?? [], {
            path,
            lineOf: (index) => file.placeOfValue(["suppressions", index]).line,
            folder
          })
      }),
      baseline: baselineSetting(flags.baseline, read, folder),
      identityKey: yield* identityKeySetting(read, environment)
    }
  })

/** Reads the configuration file and combines it with the options into draft settings. */
export const readDraftSettings = fromConfig(draftSettings)

const listOf = (texts: string | ReadonlyArray<string>): ReadonlyArray<string> =>
  typeof texts === "string" ? [texts] : texts
