import { Array as Arrays, Effect, Option, Redacted, Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { type Credentials, type MarketAccess, marketBaseUrl } from "../market/MarketAccess.ts"
import type { ConfigError } from "./ConfigError.ts"
import { fromConfig } from "./fromConfig.ts"
import { type Environment, type Given, givenSetting, orElse, refuse, type SettingNames } from "./Given.ts"
import type { ReadConfig } from "./readConfig.ts"
import { SettingError } from "./SettingError.ts"
import { type StoreFlags, type StoreSettings, storeSettings } from "./StoreSettings.ts"

/** What the command line set; everything else is absent. */
export interface Flags extends StoreFlags {
  readonly business?: ReadonlyArray<string>
  readonly baseUrl?: string
  readonly concurrency?: string
}

/** A business that was named, with the proof to use for it. */
export interface ConfiguredBusiness {
  readonly businessId: BusinessId
  readonly access: MarketAccess
}

/** Everything a scan has to know, from flags, environment and configuration file. */
export interface Settings extends StoreSettings {
  /** Empty when none was named: then those that the key reaches are meant. */
  readonly businesses: ReadonlyArray<ConfiguredBusiness>
  /** The proof for businesses that bring none of their own. */
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

/** `${NAME}` in the file stands for an environment variable; a secret itself has no place there. */
export const secretOf = (given: Given, environment: Environment): Effect.Effect<Redacted.Redacted, SettingError> => {
  const name = /^\$\{(\w+)\}$/.exec(given.value)?.[1]
  if (name === undefined) return Effect.fail(refuse("plainSecret", { ...given, value: "" }))
  const secret = environment[name]?.trim()
  return secret ? Effect.succeed(Redacted.make(secret)) : Effect.fail(refuse("noVariable", { ...given, value: name }))
}

/** Visible ASCII: no header can hold anything else, and no key of the marketplace has it. */
const keyForm = /^[\x21-\x7e]+$/

/** A key or token as it can be sent; a wrong one is refused by the name of its variable, and not shown. */
const sendable = (key: Redacted.Redacted, variable: string): Effect.Effect<Redacted.Redacted, SettingError> =>
  keyForm.test(Redacted.value(key))
    ? Effect.succeed(key)
    : Effect.fail(new SettingError({ problem: "badKey", value: variable, source: variable, choices: [] }))

/** A key or token of the marketplace that the file names. */
const namedKey = (given: Given, environment: Environment): Effect.Effect<Redacted.Redacted, SettingError> =>
  Effect.flatMap(secretOf(given, environment), (key) => sendable(key, given.value.slice("${".length, -"}".length)))

/**
 * Puts the settings together: flags beat the environment, the environment beats the file. Every value is checked here,
 * and a wrong one is refused with the place where it was given.
 *
 * @param folder where the search for `chatlint.yaml` begins.
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

    // A blank or a line end at its edge comes from the file it was read from, and no header may hold it.
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

/** The same, from the configuration file on. */
export const readSettings = fromConfig(scanSettings)
