import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, type Option } from "effect"
import type { ConfigError } from "./ConfigError.ts"
import type { Environment } from "./Given.ts"
import { type ReadConfig, readConfig } from "./readConfig.ts"
import type { SettingError } from "./SettingError.ts"

/** Puts settings together from flags, environment and a configuration that was read, which none has to be. */
type SettingsBuilder<Flags, Settings> = (
  flags: Flags,
  environment: Environment,
  folder: string,
  read: Option.Option<ReadConfig>
) => Effect.Effect<Settings, SettingError | ConfigError>

/** The same from the configuration file on, for commands whose settings are all in one place. */
export const fromConfig =
  <Flags extends { readonly config?: string }, Settings>(build: SettingsBuilder<Flags, Settings>) =>
  (
    flags: Flags,
    environment: Environment,
    folder: string
  ): Effect.Effect<Settings, SettingError | ConfigError, FileSystem.FileSystem> =>
    Effect.flatMap(readConfig(flags.config, folder), (read) => build(flags, environment, folder, read))
