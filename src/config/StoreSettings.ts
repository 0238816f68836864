import { resolve } from "node:path"
import { Effect, Option } from "effect"
import type { ConfigError } from "./ConfigError.ts"
import { configFolder } from "./configFolder.ts"
import { fromConfig } from "./fromConfig.ts"
import { type Environment, type Given, givenSetting, orElse, refuse } from "./Given.ts"
import { type JudgeFlags, type JudgeSettings, judgeSettings } from "./JudgeSettings.ts"
import type { ReadConfig } from "./readConfig.ts"
import type { SettingError } from "./SettingError.ts"

/** What the command line set of where runs are kept and how times are shown; everything else is absent. */
export interface StoreFlags extends JudgeFlags {
  readonly db?: string
  readonly timeZone?: string
}

/** Where runs are kept, and how their reports are to be read. */
export interface StoreSettings extends JudgeSettings {
  /** The database's path. */
  readonly db: string
  /** IANA name. */
  readonly timeZone: string
}

/** A time zone under the name by which Node knows it. */
export const timeZoneOf = (given: Given): Effect.Effect<string, SettingError> =>
  Effect.try({
    try: () => new Intl.DateTimeFormat("en", { timeZone: given.value }).resolvedOptions().timeZone,
    catch: () => refuse("badTimeZone", given)
  })

/** Puts together where runs are kept and how they are shown. Every value is checked, and a wrong one is refused with its place. */
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
    // The address may hold a password, so it is not repeated.
    if (Option.isSome(db) && /^postgres(ql)?:/i.test(db.value.value)) {
      return yield* refuse("noPostgres", { ...db.value, value: "" })
    }
    // Paths of the file are reckoned from its folder, all others from where the command was given.
    const isFromFile = Option.isSome(db) && flags.db === undefined && !environment.CHATLINT_DB
    return {
      ...judging,
      db: resolve(isFromFile ? configFolder(read, folder) : folder, orElse("chatlint.db")(db).value),
      timeZone
    }
  })

/** The same, from the configuration file on: for commands that read what runs left and ask the marketplace nothing. */
export const readStoreSettings = fromConfig(storeSettings)
