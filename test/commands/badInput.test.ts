import { chmodSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { memoryShop } from "../../src/sandbox/memoryShop.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { runChatlint } from "./runChatlint.ts"
import { temporaryFolder } from "./scanSandbox.ts"

const shop = memoryShop({ businessId: 1001n, apiKey: "ACMA:good:00000000", chats: [] })
const withoutScope = memoryShop({ businessId: 2002n, apiKey: "ACMA:pricing:11111111", scopes: ["PRICING"], chats: [] })

const rule = (id: string, more = "") => `
id: ${id}
severity: error
clause: { ours: { ru: Наше, en: Ours, zh: 我们的 } }
title: { ru: Правило, en: Rule, zh: 规则 }
explanation: { ru: Так, en: So, zh: 如此 }
rewrites:
  ru: [Напишите в этот чат, Ответим здесь]
  en: [Write in this chat, We answer here]
  zh: [请在此聊天中联系, 我们在此回复]
detect:
  phrases:
    - confidence: 0.9
      match: [синхрофазотрон]
${more}`

const examples = `
examples:
  violates: [Вот синхрофазотрон]
  complies: [Добрый день]
`

/** A user's mistake: parameters, environment and files, and the expected exit code and message. */
interface Case {
  readonly wrong: string
  readonly parameters: ReadonlyArray<string>
  readonly environment?: Readonly<Record<string, string>>
  readonly prepare?: (folder: string) => void
  readonly says: RegExp
}

const write = (name: string, content: string) => (folder: string) => {
  mkdirSync(join(folder, name, ".."), { recursive: true })
  writeFileSync(join(folder, name), content)
}

const cases: ReadonlyArray<Case> = [
  {
    wrong: "no key",
    parameters: ["scan"],
    environment: { CHATLINT_API_KEY: "" },
    says: /no API key.*CHATLINT_API_KEY.*chatlint demo/
  },
  {
    wrong: "a wrong key",
    parameters: ["scan", "--business", "1001"],
    environment: { CHATLINT_API_KEY: "ACMA:wrong:99999999" },
    says: /Business 1001: .*does not accept the API key.*CHATLINT_API_KEY/
  },
  {
    wrong: "a wrong key and no business",
    parameters: ["scan"],
    environment: { CHATLINT_API_KEY: "ACMA:wrong:99999999" },
    says: /businesses of this key could not be listed: .*does not accept the API key/
  },
  {
    wrong: "a key without the scope",
    parameters: ["scan", "--business", "2002"],
    environment: { CHATLINT_API_KEY: withoutScope.apiKey },
    says: /Business 2002: .*has pricing, and one of communication, all-methods, all-methods:read-only is needed/
  },
  {
    wrong: "a business of another cabinet",
    parameters: ["scan", "--business", "2002"],
    says: /Business 2002: .*refuses this key access to business 2002.*this very cabinet/
  },
  {
    wrong: "an unknown option",
    parameters: ["scan", "--busines", "1"],
    says: /no option --busines\. Did you mean --business\?.*scan --help/
  },
  {
    wrong: "an unknown option behind others",
    parameters: ["scan", "--full", "--quit"],
    says: /no option --quit\. Did you mean --quiet\?/
  },
  { wrong: "an unknown command", parameters: ["scna"], says: /no command scna\. Did you mean scan\?/ },
  { wrong: "no command", parameters: [], says: /Name a command/ },
  { wrong: "an argument too many", parameters: ["scan", "1001"], says: /scan takes no arguments/ },
  { wrong: "an option without its value", parameters: ["scan", "--db"], says: /--db <file> needs a value/ },
  {
    wrong: "an unknown format",
    parameters: ["scan", "--format", "xml"],
    says: /«xml» is not one of terminal, json.*--format/
  },
  {
    wrong: "an output without a file",
    parameters: ["scan", "--output", "json"],
    says: /«json» is not FORMAT=FILE.*--output/
  },
  {
    wrong: "a business that is no number",
    parameters: ["scan", "--business", "shop"],
    says: /«shop» is not a business id.*--business/
  },
  {
    wrong: "too many requests at once",
    parameters: ["scan", "--concurrency", "9"],
    says: /«9» is not .* from 1 to 4.*--concurrency/
  },
  {
    wrong: "a time zone that does not exist",
    parameters: ["scan", "--time-zone", "Moon/Sea"],
    says: /«Moon\/Sea» is not a time zone/
  },
  {
    wrong: "a base URL that is none",
    parameters: ["scan", "--base-url", "market"],
    says: /«market» is not an address.*--base-url/
  },
  {
    wrong: "a database in a folder that is not there",
    parameters: ["scan", "--db", "none/chatlint.db"],
    says: /none\/chatlint\.db cannot be opened for writing.*--db/
  },
  {
    wrong: "a database of another kind",
    parameters: ["scan"],
    environment: { CHATLINT_DB: "postgres://robot:99999999@db.invalid/chats" },
    says: /PostgreSQL database cannot be used yet\. Name a file in CHATLINT_DB/
  },
  {
    wrong: "a corrupt database",
    parameters: ["scan", "--business", "1001"],
    prepare: write("chatlint.db", "This is no database, however long one looks at it. ".repeat(100)),
    says: /chatlint\.db is damaged or is not SQLite\. Restore it/
  },
  {
    wrong: "a folder of rules that is not there",
    parameters: ["scan", "--rules", "own"],
    says: /own cannot be read\..*--rules/
  },
  {
    wrong: "a rule file with an unknown key",
    parameters: ["scan", "--rules", "own"],
    prepare: write("own/one.yaml", rule("own-rule", `severty: error\n${examples}`)),
    says: /own\/one\.yaml:\d+:1: unknown key .severty.*Did you mean .severity/
  },
  {
    wrong: "a rule file with a wrong type",
    parameters: ["scan", "--rules", "own"],
    prepare: write("own/one.yaml", rule("own-rule", examples).replace("confidence: 0.9", "confidence: much")),
    says: /own\/one\.yaml:\d+:\d+: .*Expected: a number/
  },
  {
    wrong: "two rule files with one id",
    parameters: ["scan", "--rules", "own"],
    prepare: (folder) => {
      write("own/one.yaml", rule("own-rule", examples))(folder)
      write("own/two.yaml", rule("own-rule", examples))(folder)
    },
    says: /own\/two\.yaml:2:5: the id .own-rule. is already taken by .*own\/one\.yaml/
  },
  {
    wrong: "a rule file without examples",
    parameters: ["scan", "--rules", "own"],
    prepare: write("own/one.yaml", rule("own-rule")),
    says: /own\/one\.yaml:\d+:\d+: the rule has no examples/
  },
  {
    wrong: "a rule file that is no YAML",
    parameters: ["scan", "--rules", "own"],
    prepare: write("own/one.yaml", "id: [one"),
    says: /own\/one\.yaml:1:\d+: this is not valid YAML/
  },
  {
    wrong: "a configuration with an unknown key",
    parameters: ["scan"],
    prepare: write("chatlint.yaml", "bussinesses:\n  - id: 1\n"),
    says: /chatlint\.yaml:1:1: unknown key .bussinesses.*Did you mean .businesses/
  },
  {
    wrong: "a key written into the configuration",
    parameters: ["scan"],
    prepare: write("chatlint.yaml", "businesses:\n  - id: 1001\n    apiKey: ACMA:secret:00000000\n"),
    says: /chatlint\.yaml:3:13: secrets must not be written here, only named/
  },
  {
    wrong: "a configuration that names an unset variable",
    parameters: ["scan"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how the configuration names a variable.
    prepare: write("chatlint.yaml", "businesses:\n  - id: 1001\n    apiKey: ${KEY_OF_NOBODY}\n"),
    says: /chatlint\.yaml:3:13: the environment variable KEY_OF_NOBODY.* is not set/
  },
  {
    wrong: "a configuration that is not there",
    parameters: ["scan", "--config", "none.yaml"],
    says: /none\.yaml cannot be read/
  }
]

describe("bad input", () => {
  for (const { wrong, parameters, environment, prepare, says } of cases) {
    it.scopedLive(`ends with 2 and says what to do: ${wrong}`, () =>
      Effect.gen(function* () {
        const { baseUrl } = yield* startSandbox({ shops: [shop, withoutScope] })
        const folder = yield* temporaryFolder
        prepare?.(folder)
        const { exitCode, stderr } = yield* runChatlint(parameters, {
          folder,
          environment: { CHATLINT_BASE_URL: baseUrl, CHATLINT_API_KEY: shop.apiKey, ...environment }
        })
        assert.match(stderr, says)
        assert.strictEqual(exitCode, 2)
        assert.notMatch(stderr, /\n\s+at |ACMA:|99999999|secret:/, "neither a stack trace nor a key")
      })
    )
  }

  it.scopedLive(
    "ends with 2 when the base URL answers HTML",
    () =>
      Effect.gen(function* () {
        const { baseUrl } = yield* startSandbox({ shops: [shop], answersHtml: true })
        const folder = yield* temporaryFolder
        const { exitCode, stderr } = yield* runChatlint(["scan", "--business", "1001", "--base-url", baseUrl], {
          folder,
          environment: { CHATLINT_API_KEY: shop.apiKey }
        })
        assert.match(stderr, /does not look like one from the Market API \(getChats: an HTML page\)\. Check --base-url/)
        assert.strictEqual(exitCode, 2)
      }),
    30_000
  )

  it.scopedLive("ends with 2 when the database is read-only", () =>
    Effect.gen(function* () {
      const { baseUrl } = yield* startSandbox({ shops: [shop] })
      const folder = yield* temporaryFolder
      // Root can write everywhere, so a folder is in place of the file.
      mkdirSync(join(folder, "chatlint.db"))
      chmodSync(join(folder, "chatlint.db"), 0o500)
      const { exitCode, stderr } = yield* runChatlint(["scan", "--base-url", baseUrl], {
        folder,
        environment: { CHATLINT_API_KEY: shop.apiKey }
      })
      assert.match(stderr, /chatlint\.db cannot be opened for writing/)
      assert.strictEqual(exitCode, 2)
    })
  )
})
