import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, type Option } from "effect"
import type { ConfigError } from "./ConfigError.ts"
import type { Environment } from "./Given.ts"
import { type ReadConfig, readConfig } from "./readConfig.ts"
import type { SettingError } from "./SettingError.ts"

/** Combines options, environment and an optional configuration into settings. */
type SettingsBuilder<Flags, Settings> = (
  flags: Flags,
  environment: Environment,
  folder: string,
  read: Option.Option<ReadConfig>
) => Effect.Effect<Settings, SettingError | ConfigError>

/** Turns a settings builder into one that reads the configuration file itself. */
export const fromConfig =
  <Flags extends { readonly config?: string }, Settings>(build: SettingsBuilder<Flags, Settings>) =>
  (
    flags: Flags,
    environment: Environment,
    folder: string
  ): Effect.Effect<Settings, SettingError | ConfigError, FileSystem.FileSystem> =>
    Effect.flatMap(readConfig(flags.config, folder), (read) => build(flags, environment, folder, read))
