import { Array as Arrays, Effect, Option, Redacted, Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { type Credentials, type MarketAccess, marketBaseUrl } from "../market/MarketAccess.ts"
import type { ConfigError } from "./ConfigError.ts"
import { fromConfig } from "./fromConfig.ts"
import { type Environment, type Given, givenSetting, orElse, refuse, type SettingNames } from "./Given.ts"
import type { ReadConfig } from "./readConfig.ts"
import { SettingError } from "./SettingError.ts"
import { type StoreFlags, type StoreSettings, storeSettings } from "./StoreSettings.ts"

/** The command-line options of a scan. */
export interface Flags extends StoreFlags {
  readonly business?: ReadonlyArray<string>
  readonly baseUrl?: string
  readonly concurrency?: string
}

/** A configured business with its credentials. */
export interface ConfiguredBusiness {
  readonly businessId: BusinessId
  readonly access: MarketAccess
}

/** All settings of a scan, from options, environment and configuration file. */
export interface Settings extends StoreSettings {
  /** Empty if none was named: all that the key can access are scanned. */
  readonly businesses: ReadonlyArray<ConfiguredBusiness>
  /** The credentials for businesses without their own. */
  readonly access: Option.Option<MarketAccess>
  readonly concurrency: number
}

const isBusinessId = Schema.is(BusinessId)

const baseUrlOf = (given: Given): Effect.Effect<string, SettingError> => {
  const url = URL.canParse(given.value) ? new URL(given.value) : undefined
  const isUsable = url !== undefined && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === ""
  return isUsable && url.username === "" && url.password === ""
    ? Effect.succeed(`${url.origin}${url.pathname}`.replace(/\/+$/, ""))
    : Effect.fail(refuse("badBaseUrl", { ...given, value: given.value.replace(/\/\/.*@/s, "//•••@") }))
}

const businessIdOf = (given: Given): Effect.Effect<BusinessId, SettingError> =>
  isBusinessId(given.value) ? Effect.succeed(given.value) : Effect.fail(refuse("badBusiness", given))

/** Resolves `${NAME}` in the file to an environment variable. Rejects a secret written in the file itself. */
export const secretOf = (given: Given, environment: Environment): Effect.Effect<Redacted.Redacted, SettingError> => {
  const name = /^\$\{(\w+)\}$/.exec(given.value)?.[1]
  if (name === undefined) return Effect.fail(refuse("plainSecret", { ...given, value: "" }))
  const secret = environment[name]?.trim()
  return secret ? Effect.succeed(Redacted.make(secret)) : Effect.fail(refuse("noVariable", { ...given, value: name }))
}

/** Visible ASCII: headers allow nothing else, and all keys of the marketplace consist of it. */
const keyForm = /^[\x21-\x7e]+$/

/** Rejects a key or token that cannot be sent. The error names its variable and does not show it. */
const sendable = (key: Redacted.Redacted, variable: string): Effect.Effect<Redacted.Redacted, SettingError> =>
  keyForm.test(Redacted.value(key))
    ? Effect.succeed(key)
    : Effect.fail(new SettingError({ problem: "badKey", value: variable, source: variable, choices: [] }))

/** A marketplace key or token that the file names. */
const namedKey = (given: Given, environment: Environment): Effect.Effect<Redacted.Redacted, SettingError> =>
  Effect.flatMap(secretOf(given, environment), (key) => sendable(key, given.value.slice("${".length, -"}".length)))

/**
 * Combines and validates the settings of a scan: options take precedence over the environment, and the environment over
 * the file. An invalid value is rejected with its position.
 *
 * @param folder where the search for `chatlint.yaml` starts.
 */
export const scanSettings = (
  flags: Flags,
  environment: Environment,
  folder: string,
  read: Option.Option<ReadConfig>
): Effect.Effect<Settings, SettingError | ConfigError> =>
  Effect.gen(function* () {
    const given = (names: SettingNames) => givenSetting(names, environment, read)
    const stored = yield* storeSettings(flags, environment, folder, read)

    const baseUrl = yield* baseUrlOf(
      orElse(marketBaseUrl)(
        given({ key: "baseUrl", flag: flags.baseUrl, option: "--base-url", variable: "CHATLINT_BASE_URL" })
      )
    )
    const concurrency = orElse("2")(given({ key: "concurrency", flag: flags.concurrency, option: "--concurrency" }))
    if (!/^[1-4]$/.test(concurrency.value)) return yield* refuse("badConcurrency", concurrency)

    // Whitespace around the key comes from the file it was read from, and headers do not allow it.
    const key = environment.CHATLINT_API_KEY?.trim()
    const access: Option.Option<MarketAccess> = key
      ? Option.some({
          baseUrl,
          credentials: { kind: "api-key", key: yield* sendable(Redacted.make(key), "CHATLINT_API_KEY") }
        })
      : Option.none()

    const configured = yield* Effect.forEach(
      Option.match(read, { onNone: () => [], onSome: ({ config }) => config.businesses ?? [] }),
      ({ id, apiKey, oauthToken }, index) =>
        Effect.gen(function* () {
          const sourceOf = (...path: ReadonlyArray<string>) =>
            Option.match(read, { onNone: () => "", onSome: (file) => file.sourceOf(["businesses", index, ...path]) })
          const businessId = yield* businessIdOf({ value: String(id), source: sourceOf("id") })
          const credentials: Option.Option<Credentials> =
            apiKey !== undefined
              ? Option.some({
                  kind: "api-key",
                  key: yield* namedKey({ value: apiKey, source: sourceOf("apiKey") }, environment)
                })
              : oauthToken !== undefined
                ? Option.some({
                    kind: "oauth",
                    token: yield* namedKey({ value: oauthToken, source: sourceOf("oauthToken") }, environment)
                  })
                : Option.none()
          const own = Option.map(credentials, (proof): MarketAccess => ({ baseUrl, credentials: proof }))
          return { businessId, access: Option.orElse(own, () => access) }
        })
    )

    const namedByFlag = flags.business?.map((value): Given => ({ value, source: "--business" }))
    const namedByEnvironment = environment.CHATLINT_BUSINESS?.split(/[\s,]+/)
      .filter((value) => value !== "")
      .map((value): Given => ({ value, source: "CHATLINT_BUSINESS" }))
    const named = yield* Effect.forEach(namedByFlag ?? namedByEnvironment ?? [], businessIdOf)
    const wanted =
      named.length > 0
        ? [...new Set(named)].map(
            (businessId) => configured.find((business) => business.businessId === businessId) ?? { businessId, access }
          )
        : Arrays.dedupeWith(configured, (one, other) => one.businessId === other.businessId)
    const noKey = new SettingError({ problem: "noKey", value: "", source: "", choices: [] })
    const businesses = yield* Effect.forEach(wanted, (business) =>
      Effect.map(
        Effect.mapError(business.access, () => noKey),
        (proof): ConfiguredBusiness => ({ businessId: business.businessId, access: proof })
      )
    )
    if (businesses.length === 0 && Option.isNone(access)) return yield* noKey

    return { ...stored, businesses, access, concurrency: Number(concurrency.value) }
  })

/** Reads the configuration file and combines it with the options into scan settings. */
export const readSettings = fromConfig(scanSettings)
