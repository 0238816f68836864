import { resolve } from "node:path"
import { Effect, Option } from "effect"
import type { ConfigError } from "./ConfigError.ts"
import { configFolder } from "./configFolder.ts"
import { fromConfig } from "./fromConfig.ts"
import { type Environment, type Given, givenSetting, orElse, refuse } from "./Given.ts"
import { type JudgeFlags, type JudgeSettings, judgeSettings } from "./JudgeSettings.ts"
import type { ReadConfig } from "./readConfig.ts"
import type { SettingError } from "./SettingError.ts"

/** The command-line options for the database and for showing times. */
export interface StoreFlags extends JudgeFlags {
  readonly db?: string
  readonly timeZone?: string
}

/** Where runs are stored, and how their reports show times. */
export interface StoreSettings extends JudgeSettings {
  /** The path of the database. */
  readonly db: string
  /** An IANA name. */
  readonly timeZone: string
}

/** The canonical name of a time zone. */
export const timeZoneOf = (given: Given): Effect.Effect<string, SettingError> =>
  Effect.try({
    try: () => new Intl.DateTimeFormat("en", { timeZone: given.value }).resolvedOptions().timeZone,
    catch: () => refuse("badTimeZone", given)
  })

/** Combines and validates the settings for stored runs. An invalid value is rejected with its position. */
export const storeSettings = (
  flags: StoreFlags,
  environment: Environment,
  folder: string,
  read: Option.Option<ReadConfig>
): Effect.Effect<StoreSettings, SettingError | ConfigError> =>
  Effect.gen(function* () {
    const judging = yield* judgeSettings(flags, environment, folder, read)
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    const timeZone = yield* timeZoneOf(
      orElse(here)(givenSetting({ key: "timeZone", flag: flags.timeZone, option: "--time-zone" }, environment, read))
    )
    const db = givenSetting({ key: "db", flag: flags.db, option: "--db", variable: "CHATLINT_DB" }, environment, read)
    // The URL may contain a password, so it is not quoted.
    if (Option.isSome(db) && /^postgres(ql)?:/i.test(db.value.value)) {
      return yield* refuse("noPostgres", { ...db.value, value: "" })
    }
    // Paths in the file are relative to its folder, all others to the working directory.
    const isFromFile = Option.isSome(db) && flags.db === undefined && !environment.CHATLINT_DB
    return {
      ...judging,
      db: resolve(isFromFile ? configFolder(read, folder) : folder, orElse("chatlint.db")(db).value),
      timeZone
    }
  })

/** Reads the settings for stored runs, for commands that do not use the marketplace. */
export const readStoreSettings = fromConfig(storeSettings)
