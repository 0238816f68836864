import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option } from "effect"
import { loadRuleSet } from "../../ruleset/loadRuleSet.ts"
import type { CommandFailure } from "../CommandFailure.ts"
import { doctorTexts } from "../doctorTexts.ts"
import type { Installation } from "./Installation.ts"
import { type Result, well } from "./Result.ts"

/** Checks the shipped rules and those of the configured folders. */
export const rulesResult = ({
  storeSettings,
  locale
}: Installation): Effect.Effect<Result, CommandFailure, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const settings = yield* storeSettings
    const folders = Option.match(settings, { onNone: () => [], onSome: (read) => read.rules })
    const { rules } = yield* loadRuleSet(folders)
    return well(doctorTexts(locale, "rules", { rules: rules.length }))
  })
