import { relative } from "node:path"
import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option } from "effect"
import { draftIdentityKeyOf } from "../../baseline/draftIdentityKey.ts"
import { readBaseline } from "../../baseline/readBaseline.ts"
import { baselineSetting } from "../../config/baselineSetting.ts"
import { identityKeySetting } from "../../config/identityKeySetting.ts"
import { shownPath } from "../../domain/shownPath.ts"
import type { CommandFailure } from "../CommandFailure.ts"
import { doctorTexts } from "../doctorTexts.ts"
import type { Installation } from "./Installation.ts"
import { known, type Result, well } from "./Result.ts"

/** Checks the baseline that `check` would read, if there is one, and the key of its ids. */
export const baselineResult = ({
  config,
  environment,
  folder,
  locale
}: Installation): Effect.Effect<Result, CommandFailure, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const read = yield* Effect.orElseSucceed(config, () => Option.none())
    const { path } = baselineSetting(undefined, read, folder)
    const found = yield* readBaseline(path)
    yield* draftIdentityKeyOf(yield* identityKeySetting(read, environment), found, path)
    return Option.match(found, {
      onNone: () => known(doctorTexts(locale, "noBaseline")),
      onSome: ({ findings }) =>
        well(doctorTexts(locale, "baseline", { path: shownPath(relative(folder, path)), findings: findings.length }))
    })
  })
