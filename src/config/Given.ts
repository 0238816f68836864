import { Option } from "effect"
import { hideKeys } from "./hideKeys.ts"
import type { ReadConfig } from "./readConfig.ts"
import { SettingError } from "./SettingError.ts"

/** The environment of the process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A value and where it was given. */
export interface Given {
  readonly value: string
  readonly source: string
}

/** The keys of the configuration file with a single value. */
type SingleKey = Exclude<
  keyof ReadConfig["config"],
  "businesses" | "rules" | "allow" | "suppressions" | "mail" | "drafts" | "serve"
>

/** The places where a setting can be given. */
export interface SettingNames {
  readonly key: SingleKey
  readonly flag: string | undefined
  /** The option as written, such as `--region`. */
  readonly option: string
  /** The environment variable, if there is one. */
  readonly variable?: string
}

/**
 * Looks up a setting: options take precedence over the environment, and the environment over the file. An empty
 * variable counts as unset.
 */
export const givenSetting = (
  { key, flag, option, variable }: SettingNames,
  environment: Environment,
  read: Option.Option<ReadConfig>
): Option.Option<Given> =>
  Option.firstSomeOf([
    Option.map(Option.fromNullable(flag), (value): Given => ({ value, source: option })),
    variable === undefined || !environment[variable]
      ? Option.none()
      : Option.some({ value: environment[variable], source: variable }),
    Option.flatMap(read, ({ config, sourceOf }) =>
      Option.map(Option.fromNullable(config[key]), (value) => ({ value: String(value), source: sourceOf([key]) }))
    )
  ])

/** The given value, or a default. */
export const orElse =
  (value: string) =>
  (found: Option.Option<Given>): Given =>
    Option.getOrElse(found, () => ({ value, source: "" }))

/** The error for an invalid value. */
export const refuse = (
  problem: SettingError["problem"],
  { value, source }: Given,
  choices: ReadonlyArray<string> = []
): SettingError => new SettingError({ problem, value: hideKeys(value), source, choices })
