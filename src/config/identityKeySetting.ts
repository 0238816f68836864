import { Effect, Option, type Redacted } from "effect"
import type { Environment } from "./Given.ts"
import type { ReadConfig } from "./readConfig.ts"
import type { SettingError } from "./SettingError.ts"
import { secretOf } from "./Settings.ts"

/** The key of draft finding ids, if the configuration names its environment variable. */
export const identityKeySetting = (
  read: Option.Option<ReadConfig>,
  environment: Environment
): Effect.Effect<Option.Option<Redacted.Redacted>, SettingError> =>
  Option.match(read, {
    onNone: () => Effect.succeedNone,
    onSome: ({ config: { identityKey }, sourceOf }) =>
      identityKey === undefined
        ? Effect.succeedNone
        : Effect.asSome(secretOf({ value: identityKey, source: sourceOf(["identityKey"]) }, environment))
  })
