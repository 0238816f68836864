import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Redacted } from "effect"
import type { Flags } from "../../src/config/Settings.ts"
import type { MarketAccess } from "../../src/market/MarketAccess.ts"
import { folderWith, key, settingsIn } from "./settings.ts"

const file = `
baseUrl: http://file.invalid
db: from-file.db
concurrency: 1
region: KZ
failOn: info
locale: zh
timeZone: Asia/Almaty
rules: [file-rules]
businesses:
  - { id: 3003, apiKey: "\${KEY_A}" }
`

const businesses = `
businesses:
  - { id: 1001, apiKey: "\${KEY_A}" }
  - { id: "1002", oauthToken: "\${TOKEN_B}" }
  - id: 9007199254740991
  - { id: 1001, apiKey: "\${KEY_A}" }
`

const secretOf = ({ credentials }: MarketAccess) => {
  const { kind } = credentials
  return `${kind} ${Redacted.value(credentials.kind === "api-key" ? credentials.key : credentials.token)}`
}

describe("a setting", () => {
  it.scoped("is taken from the option, else from the environment, else from the file, else the default", () =>
    Effect.gen(function* () {
      const empty = yield* folderWith()
      const folder = yield* folderWith({ "chatlint.yaml": file })
      const flags: Flags = {
        baseUrl: "http://flag.invalid",
        db: "from-flag.db",
        concurrency: "4",
        region: "BY",
        failOn: "never",
        locale: "ru",
        timeZone: "Europe/Moscow",
        rules: ["flag-rules"],
        business: ["1001"]
      }
      const environment = {
        CHATLINT_API_KEY: key,
        CHATLINT_BASE_URL: "http://environment.invalid",
        CHATLINT_DB: "from-environment.db",
        CHATLINT_BUSINESS: "2002",
        KEY_A: "key-a"
      }
      const keys = { CHATLINT_API_KEY: key, KEY_A: "key-a" }
      const read = [
        yield* settingsIn(folder, flags, environment),
        yield* settingsIn(folder, {}, environment),
        yield* settingsIn(folder, {}, keys),
        yield* settingsIn(empty, { timeZone: "UTC" }, { ...keys, LANG: "ru_RU.UTF-8" })
      ]
      assert.deepStrictEqual(
        read.map(({ access, businesses, db, allowListsOf, minConfidence, ...settings }) => ({
          ...settings,
          db: db.replace(folder, "FOLDER").replace(empty, "EMPTY"),
          rules: settings.rules.map((path) => path.replace(folder, "FOLDER")),
          baseUrl: Option.getOrThrow(access).baseUrl,
          businesses: businesses.map(({ businessId, access: own }) => `${businessId} ${secretOf(own)} ${own.baseUrl}`)
        })),
        [
          {
            concurrency: 4,
            region: "BY",
            rules: ["FOLDER/flag-rules"],
            failOn: "never",
            locale: "ru",
            timeZone: "Europe/Moscow",
            db: "FOLDER/from-flag.db",
            baseUrl: "http://flag.invalid",
            businesses: [`1001 api-key ${key} http://flag.invalid`]
          },
          {
            concurrency: 1,
            region: "KZ",
            rules: ["FOLDER/file-rules"],
            failOn: "info",
            locale: "zh",
            timeZone: "Asia/Almaty",
            db: "FOLDER/from-environment.db",
            baseUrl: "http://environment.invalid",
            businesses: [`2002 api-key ${key} http://environment.invalid`]
          },
          {
            concurrency: 1,
            region: "KZ",
            rules: ["FOLDER/file-rules"],
            failOn: "info",
            locale: "zh",
            timeZone: "Asia/Almaty",
            db: "FOLDER/from-file.db",
            baseUrl: "http://file.invalid",
            businesses: ["3003 api-key key-a http://file.invalid"]
          },
          {
            concurrency: 2,
            region: "RU",
            rules: [],
            failOn: "error",
            locale: "ru",
            timeZone: "UTC",
            db: "EMPTY/chatlint.db",
            baseUrl: "https://api.partner.market.yandex.ru",
            businesses: []
          }
        ]
      )
    })
  )

  it.scoped("that is empty in the environment counts as unset", () =>
    Effect.gen(function* () {
      const folder = yield* folderWith({ "chatlint.yaml": "db: from-file.db" })
      const environment = { CHATLINT_API_KEY: key, CHATLINT_DB: "", CHATLINT_BASE_URL: "", CHATLINT_BUSINESS: " , " }
      const { db, businesses, access } = yield* settingsIn(folder, {}, environment)
      assert.strictEqual(db, join(folder, "from-file.db"))
      assert.deepStrictEqual(businesses, [])
      assert.strictEqual(Option.getOrThrow(access).baseUrl, "https://api.partner.market.yandex.ru")
    })
  )
})

describe("businesses", () => {
  const environment = { CHATLINT_API_KEY: key, KEY_A: "key-a", TOKEN_B: "token-b" }

  it.scoped("have their own credentials from the file or the common ones, and are deduplicated", () =>
    Effect.gen(function* () {
      const folder = yield* folderWith({ "chatlint.yaml": businesses })
      const all = yield* settingsIn(folder, {}, environment)
      assert.deepStrictEqual(
        all.businesses.map(({ businessId, access }) => `${businessId} ${secretOf(access)}`),
        ["1001 api-key key-a", "1002 oauth token-b", `9007199254740991 api-key ${key}`]
      )
      const some = yield* settingsIn(folder, { business: ["1002", "5", "1002"] }, environment)
      assert.deepStrictEqual(
        some.businesses.map(({ businessId, access }) => `${businessId} ${secretOf(access)}`),
        ["1002 oauth token-b", `5 api-key ${key}`]
      )
      const several = yield* settingsIn(folder, {}, { ...environment, CHATLINT_BUSINESS: "7, 8\n9" })
      assert.deepStrictEqual(
        several.businesses.map(({ businessId }) => String(businessId)),
        ["7", "8", "9"]
      )
    })
  )

  it.scoped("have keys without the surrounding whitespace of the file they were read from", () =>
    Effect.gen(function* () {
      const folder = yield* folderWith({ "chatlint.yaml": businesses })
      const settings = yield* settingsIn(
        folder,
        {},
        {
          CHATLINT_API_KEY: ` ${key}\r\n`,
          KEY_A: "key-a\n",
          TOKEN_B: "\ttoken-b"
        }
      )
      assert.deepStrictEqual(
        settings.businesses.map(({ access }) => secretOf(access)),
        ["api-key key-a", "oauth token-b", `api-key ${key}`]
      )
    })
  )
})

describe("a key that cannot be sent in a header", () => {
  const odd: ReadonlyArray<readonly [string, string]> = [
    ["letters of another alphabet", "АСМА:secret"],
    ["a sign that is not seen", "ACMA:sec\u200bret"],
    ["a line break", "ACMA:sec\nret"],
    ["a blank", "ACMA: secret"]
  ]
  it.scoped.each(odd)("is rejected by the name of its variable, without quoting it: %s", ([, written]) =>
    Effect.gen(function* () {
      const folder = yield* folderWith({ "chatlint.yaml": businesses })
      const good = { CHATLINT_API_KEY: key, KEY_A: "key-a", TOKEN_B: "token-b" }
      for (const variable of Object.keys(good)) {
        const { message } = yield* Effect.flip(settingsIn(folder, {}, { ...good, [variable]: written }))
        assert.include(message, `The key in ${variable} contains a character`)
        assert.notInclude(message, "ret")
      }
    })
  )
})

describe("the base address", () => {
  const addresses: ReadonlyArray<readonly [string, string]> = [
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["http://127.0.0.1:8080///", "http://127.0.0.1:8080"],
    ["https://API.Partner.Market.Yandex.ru/", "https://api.partner.market.yandex.ru"],
    [" https://proxy.invalid/market/? ", "https://proxy.invalid/market"]
  ]
  it.scoped.each(addresses)("%j is read as %j", ([given, expected]) =>
    Effect.gen(function* () {
      const { access } = yield* settingsIn(yield* folderWith(), { baseUrl: given })
      assert.strictEqual(Option.getOrThrow(access).baseUrl, expected)
    })
  )
})
