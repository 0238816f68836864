import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, type Option } from "effect"
import type { ConfigError } from "../../config/ConfigError.ts"
import type { Environment } from "../../config/Given.ts"
import { type ReadConfig, readConfig } from "../../config/readConfig.ts"
import type { SettingError } from "../../config/SettingError.ts"
import { readSettings, type Settings } from "../../config/Settings.ts"
import { readStoreSettings, type StoreSettings } from "../../config/StoreSettings.ts"
import type { Locale } from "../../locale/Locale.ts"
import type { CommandLine } from "../CommandLine.ts"
import type { DoctorFlags } from "../DoctorFlags.ts"

/** The installation under examination and its settings. */
export interface Installation {
  readonly environment: Environment
  /** The working directory. */
  readonly folder: string
  readonly locale: Locale
  readonly config: Effect.Effect<Option.Option<ReadConfig>, ConfigError | SettingError, FileSystem.FileSystem>
  /** None if the configuration cannot be read: only `config` reports that, and other checks go on without settings. */
  readonly storeSettings: Effect.Effect<Option.Option<StoreSettings>, never, FileSystem.FileSystem>
  readonly settings: Effect.Effect<Settings, ConfigError | SettingError, FileSystem.FileSystem>
}

/** The installation that the other commands would use with the same options. */
export const installation = (flags: DoctorFlags, { environment, folder, locale }: CommandLine): Installation => ({
  environment,
  folder,
  locale,
  config: readConfig(flags.config, folder),
  storeSettings: Effect.option(readStoreSettings(flags, environment, folder)),
  settings: readSettings(flags, environment, folder)
})
