import { mkdirSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Environment } from "../../src/config/Given.ts"
import type { Flags } from "../../src/config/Settings.ts"
import { folderWith, key, settingsIn } from "./settings.ts"

describe("chatlint.yaml", () => {
  it.scoped("is found in the working folder or above, and only the nearest one is read", () =>
    Effect.gen(function* () {
      const folder = yield* folderWith({
        "chatlint.yaml": "db: outer.db\nregion: KZ",
        "shop/chatlint.yaml": "db: data/inner.db",
        "shop/templates/deep/a.txt": "",
        "other/a.txt": ""
      })
      const inner = yield* settingsIn(join(folder, "shop/templates/deep"))
      assert.deepStrictEqual([inner.db, inner.region], [join(folder, "shop/data/inner.db"), "RU"])
      const outer = yield* settingsIn(join(folder, "other"))
      assert.deepStrictEqual([outer.db, outer.region], [join(folder, "outer.db"), "KZ"])
    })
  )

  it.scoped("can be named, and then only the named one is read, relative to the working folder", () =>
    Effect.gen(function* () {
      const folder = yield* folderWith({ "chatlint.yaml": "region: KZ", "conf/other.yaml": "db: a.db\nrules: [my]" })
      const { region, db, rules } = yield* settingsIn(folder, { config: "conf/other.yaml" })
      assert.deepStrictEqual([region, db, rules], ["RU", join(folder, "conf/a.db"), [join(folder, "conf/my")]])
      const error = yield* Effect.flip(settingsIn(folder, { config: "conf/missing.yaml" }))
      assert.include(error.message, "missing.yaml")
    })
  )

  it.scoped("can be called chatlint.yml, and is not skipped if it is a broken link", () =>
    Effect.gen(function* () {
      const folder = yield* folderWith({ "chatlint.yml": "region: KZ", "b/chatlint.yaml": "", "b/chatlint.yml": "" })
      assert.strictEqual((yield* settingsIn(folder)).region, "KZ")
      assert.include((yield* Effect.flip(settingsIn(join(folder, "b")))).message, "chatlint.yml")
      mkdirSync(join(folder, "c"))
      symlinkSync("nowhere.yaml", join(folder, "c/chatlint.yaml"))
      assert.include((yield* Effect.flip(settingsIn(join(folder, "c")))).message, "chatlint.yaml")
    })
  )

  it.scoped("can be empty", () =>
    Effect.gen(function* () {
      for (const text of ["", "# nothing\n", "---\n"]) {
        assert.strictEqual((yield* settingsIn(yield* folderWith({ "chatlint.yaml": text }))).region, "RU")
      }
    })
  )

  it.scoped("that cannot be read is reported, even if it is a folder", () =>
    Effect.gen(function* () {
      const folder = yield* folderWith({ "chatlint.yaml/a.txt": "" })
      const error = yield* Effect.flip(settingsIn(folder))
      assert.include(error.message, join(folder, "chatlint.yaml"))
    })
  )

  it.scoped("has each of its mistakes reported with its position", () =>
    Effect.gen(function* () {
      const folder = yield* folderWith({
        "chatlint.yaml": [
          "concurency: 2",
          "region: 7",
          "businesses:",
          "  - id: 1001",
          "    apikey: x",
          `  - apiKey: \${KEY}`,
          "rules: my"
        ].join("\n")
      })
      const error = yield* Effect.flip(settingsIn(folder))
      assert.strictEqual(error._tag, "ConfigError")
      const places = error.message.split("\n").map((line) => line.replace(folder, "").split(" ")[0])
      assert.deepStrictEqual(places, [
        "/chatlint.yaml:1:1:",
        "/chatlint.yaml:2:9:",
        "/chatlint.yaml:5:5:",
        "/chatlint.yaml:6:5:",
        "/chatlint.yaml:7:8:"
      ])
      assert.include(error.message, "concurrency")
    })
  )

  const refused: ReadonlyArray<readonly [string, string, string]> = [
    ["businesses:\n  - id: 0", ":2:9", "«0»"],
    ["businesses:\n  - id: shop", ":2:9", "«shop»"],
    ["businesses:\n  - id: 9007199254740993", ":2:9", ""],
    ["businesses:\n  - { id: 5, apiKey: plain }", ":2:22", `\${NAME}`],
    ["businesses:\n  - { id: 5, oauthToken: $TOKEN }", ":2:26", `\${NAME}`],
    [`businesses:\n  - { id: 5, apiKey: '\${MISSING}' }`, ":2:22", "MISSING"],
    ["concurrency: 5", ":1:14", "«5»"],
    ["concurrency: 1.5", ":1:14", ""],
    ["region: Russia", ":1:9", "«Russia»"],
    ["region: UK", ":1:9", "GB"],
    ["region: ZZ", ":1:9", "«ZZ»"],
    ['suppressions:\n  - { rule: a, reason: "  " }', ":2:", ""],
    ["failOn: fatal", ":1:9", "info, warning, error, never"],
    ["locale: fr", ":1:9", "ru, en, zh"],
    ["timeZone: Mars/Olympus", ":1:11", "«Mars/Olympus»"],
    ["baseUrl: ftp://example.net", ":1:10", "«ftp://example.net»"],
    ["baseUrl: market.yandex.ru", ":1:10", "«market.yandex.ru»"],
    ["db: [a]", ":1:5", ""],
    ["region: [", "chatlint.yaml:", ""],
    ["region: RU\nregion: KZ", ":2:1", ""],
    ["- a list", ":1:1", ""]
  ]
  it.scoped.each(refused)("with %j is rejected at %s", ([text, place, word]) =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(settingsIn(yield* folderWith({ "chatlint.yaml": text })))
      assert.include(error.message, `chatlint.yaml${place.replace("chatlint.yaml", "")}`)
      assert.include(error.message, word)
    })
  )
})

describe("an invalid setting", () => {
  const cases: ReadonlyArray<readonly [Flags, Environment, string, string]> = [
    [{ concurrency: "0" }, {}, "--concurrency", "«0»"],
    [{ concurrency: "two" }, {}, "--concurrency", "«two»"],
    [{ region: "ru" }, {}, "--region", "«ru»"],
    [{ failOn: "ERROR" }, {}, "--fail-on", "«ERROR»"],
    [{ locale: "de" }, {}, "--locale", "«de»"],
    [{ timeZone: "MSK+3" }, {}, "--time-zone", "«MSK+3»"],
    [{ baseUrl: "example.net" }, {}, "--base-url", "«example.net»"],
    [{ business: ["1001", "x"] }, {}, "--business", "«x»"],
    [{}, { CHATLINT_BUSINESS: "1001,01" }, "CHATLINT_BUSINESS", "«01»"],
    [{}, { CHATLINT_BASE_URL: "http://" }, "CHATLINT_BASE_URL", "«http://»"]
  ]
  it.scoped.each(cases)("is rejected with where it was given (%o)", ([flags, environment, source, value]) =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(
        settingsIn(yield* folderWith(), flags, { CHATLINT_API_KEY: key, ...environment })
      )
      assert.include(error.message, source)
      assert.include(error.message, value)
    })
  )

  it.scoped("can be a missing key, unless every named business has its own", () =>
    Effect.gen(function* () {
      const folder = yield* folderWith({ "chatlint.yaml": `businesses: [{ id: 1, apiKey: '\${KEY_A}' }]` })
      const own = { KEY_A: "key-a" }
      assert.strictEqual((yield* settingsIn(folder, {}, own)).businesses.length, 1)
      const missing = [
        settingsIn(folder, { business: ["2"] }, own),
        settingsIn(yield* folderWith(), {}, {}),
        settingsIn(yield* folderWith(), {}, { CHATLINT_API_KEY: " \n" }),
        settingsIn(yield* folderWith(), { business: ["2"] }, { CHATLINT_API_KEY: "" })
      ]
      for (const reading of missing) assert.include((yield* Effect.flip(reading)).message, "CHATLINT_API_KEY")
    })
  )
})

describe("a secret", () => {
  const files = [
    `businesses: [{ id: 1, apiKey: "${key}" }]`,
    `businesses: [{ id: 1, oauthToken: ${key} }]`,
    `businesses:\n  - id: 1\n    apiKey: \${${key}}`,
    `businesses:\n  - id: 1\n    apiKey: [${key}]`,
    `businesses:\n  - id: 1\n    apiKey: { key: "${key}" }`,
    `businesses:\n  - id: ${key}x\n    apiKey: \${KEY}`,
    `businesses:\n  - apiKey:${key}`,
    `businesses:\n  - id: 1\n   apiKey: ${key}`,
    `businesses:\n  - id: 1\n    apiKey: "${key}`,
    `businesses:\n  - id: 1\n    apiKey: ${key}: x`,
    `businesses:\n  - id: 1\n    apiKey: *${key}`,
    `businesses:\n  - id: 1\n    ${key}: x`,
    `apiKey: ${key}`,
    `${key}: x`
  ]
  it.scoped.each(files)("that is written into the file is rejected and not printed (%#)", (text) =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(settingsIn(yield* folderWith({ "chatlint.yaml": text }), {}, { KEY: "k" }))
      assert.notInclude(`${error.message} ${JSON.stringify(error)}`, key)
    })
  )

  it.scoped("in a URL is rejected and not printed", () =>
    Effect.gen(function* () {
      for (const baseUrl of [
        "https://user:hunter2@example.net",
        "https://user:hunter/2@example.net",
        "//u:hunter2@x"
      ]) {
        const error = yield* Effect.flip(settingsIn(yield* folderWith(), { baseUrl }))
        assert.notInclude(`${error.message} ${JSON.stringify(error)}`, "hunter")
      }
    })
  )

  it.scoped("is not shown when the settings are printed", () =>
    Effect.gen(function* () {
      const settings = yield* settingsIn(yield* folderWith(), { business: ["1001"] })
      assert.notInclude(JSON.stringify(settings), key)
      assert.notInclude(String(settings.businesses[0]?.access.credentials), key)
    })
  )
})
