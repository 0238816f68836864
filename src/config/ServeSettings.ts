import { Effect, Option, Redacted } from "effect"
import type { ConfigError } from "./ConfigError.ts"
import { fromConfig } from "./fromConfig.ts"
import { type Environment, type Given, refuse } from "./Given.ts"
import { type JudgeSettings, judgeSettings } from "./JudgeSettings.ts"
import type { ReadConfig } from "./readConfig.ts"
import type { SettingError } from "./SettingError.ts"
import { type Flags, type Settings, scanSettings, secretOf } from "./Settings.ts"

/** The command-line options of the server. */
export interface ServeFlags extends Flags {
  readonly host?: string
  readonly port?: string
  readonly bodyLimit?: string
  readonly rateLimit?: string
  /** False if notifications must not start scans. */
  readonly notifications: boolean
}

/** All settings of the server. */
export interface ServeSettings {
  readonly judging: JudgeSettings
  /** The settings for scans; none if notifications start none, because there is no key or they are disabled. */
  readonly scanning: Option.Option<Settings>
  readonly host: string
  readonly port: number
  readonly tokens: ReadonlyArray<Redacted.Redacted>
  readonly notificationSecrets: ReadonlyArray<Redacted.Redacted>
  /** In bytes. */
  readonly bodyLimit: number
  /** Requests per minute; none if not given. */
  readonly ratePerMinute: Option.Option<number>
}

const smallestBodyLimit = 1024
const largestBodyLimit = 64 * 1024 * 1024

const wholeNumber = (
  problem: SettingError["problem"],
  given: Given,
  least: number,
  most: number
): Effect.Effect<number, SettingError> => {
  const number = /^\d{1,9}$/.test(given.value) ? Number(given.value) : Number.NaN
  return number >= least && number <= most ? Effect.succeed(number) : Effect.fail(refuse(problem, given))
}

/** Several secrets in one variable are separated by whitespace or commas. */
const secretsIn = (variable: string | undefined): ReadonlyArray<Redacted.Redacted> =>
  (variable ?? "")
    .split(/[\s,]+/)
    .filter((secret) => secret !== "")
    .map((secret) => Redacted.make(secret))

/** The allowed form of a secret, and the problem to report for any other. */
interface SecretForm {
  readonly form: RegExp
  readonly problem: SettingError["problem"]
}

/** Visible ASCII: servers and clients decode other characters in headers differently. */
const inHeader: SecretForm = { form: /^[\x21-\x7e]+$/, problem: "badToken" }

/** One unescaped path segment (RFC 3986, 3.3), except for "." and "..". */
const inPath: SecretForm = { form: /^(?!\.{1,2}$)[\w.~!$&'()*+;=:@-]+$/, problem: "badPathSecret" }

/** The secrets of the environment, or those that the configuration names. Rejects one that cannot be sent, unquoted. */
const secrets = (
  variable: string,
  named: ReadonlyArray<Given>,
  environment: Environment,
  { form, problem }: SecretForm
): Effect.Effect<ReadonlyArray<Redacted.Redacted>, SettingError> => {
  const checked = (secret: Redacted.Redacted, source: string) =>
    form.test(Redacted.value(secret)) ? Effect.succeed(secret) : Effect.fail(refuse(problem, { value: "", source }))
  const given = secretsIn(environment[variable])
  return given.length > 0
    ? Effect.forEach(given, (secret) => checked(secret, variable))
    : Effect.forEach(named, (name) =>
        Effect.flatMap(secretOf(name, environment), (secret) => checked(secret, name.source))
      )
}

/** Whether there are any credentials for the marketplace. */
const hasKey = (environment: Environment, read: Option.Option<ReadConfig>): boolean =>
  Boolean(environment.CHATLINT_API_KEY?.trim()) ||
  Option.exists(read, ({ config }) =>
    (config.businesses ?? []).some(({ apiKey, oauthToken }) => apiKey !== undefined || oauthToken !== undefined)
  )

/**
 * Combines and validates the server's settings: options take precedence over the environment, and the environment over
 * the file. An invalid value is rejected with its position. The caller must check that a public address requires a
 * token.
 */
export const serveSettings = (
  flags: ServeFlags,
  environment: Environment,
  folder: string,
  read: Option.Option<ReadConfig>
): Effect.Effect<ServeSettings, SettingError | ConfigError> =>
  Effect.gen(function* () {
    const judging = yield* judgeSettings(flags, environment, folder, read)
    const scanning =
      flags.notifications && hasKey(environment, read)
        ? Option.some(yield* scanSettings(flags, environment, folder, read))
        : Option.none()
    const section = Option.match(read, { onNone: () => undefined, onSome: ({ config }) => config.serve })
    const sourceOf = (path: ReadonlyArray<string | number>) =>
      Option.match(read, { onNone: () => "", onSome: (file) => file.sourceOf(["serve", ...path]) })
    const secret = section?.notificationSecret
    return {
      judging,
      scanning,
      host: flags.host ?? "127.0.0.1",
      port: yield* wholeNumber("badPort", { value: flags.port ?? "8080", source: "--port" }, 0, 65_535),
      tokens: yield* secrets(
        "CHATLINT_SERVE_TOKEN",
        (section?.tokens ?? []).map((value, index) => ({ value, source: sourceOf(["tokens", index]) })),
        environment,
        inHeader
      ),
      notificationSecrets: yield* secrets(
        "CHATLINT_NOTIFICATION_SECRET",
        secret === undefined ? [] : [{ value: secret, source: sourceOf(["notificationSecret"]) }],
        environment,
        inPath
      ),
      bodyLimit: yield* wholeNumber(
        "badBodyLimit",
        { value: flags.bodyLimit ?? String(1024 * 1024), source: "--body-limit" },
        smallestBodyLimit,
        largestBodyLimit
      ),
      ratePerMinute: yield* Effect.transposeMapOption(Option.fromNullable(flags.rateLimit), (value) =>
        wholeNumber("badRateLimit", { value, source: "--rate-limit" }, 0, 999_999_999)
      )
    }
  })

/** Reads the configuration file and combines it with the options into server settings. */
export const readServeSettings = fromConfig(serveSettings)
