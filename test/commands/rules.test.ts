import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { shippedRules } from "../engine/shippedRules.ts"
import { runChatlint } from "./runChatlint.ts"
import { temporaryFolder } from "./scanSandbox.ts"

const tea = `id: tea
severity: warning
clause:
  ours: { ru: наше, en: ours, zh: 我们的 }
title: { ru: Чай, en: Tea, zh: 茶 }
explanation: { ru: Потому, en: Because, zh: 因为 }
rewrites:
  ru: [Первый, Второй]
  en: [First, Second]
  zh: [一, 二]
detect:
  phrases:
    - confidence: 0.9
      match:
        - купите ..2 (чай|кофе*)
examples:
  violates:
    - Купите у нас чай
  complies:
    - Спасибо за чай
`

const rules = (parameters: ReadonlyArray<string>, file?: string) =>
  Effect.gen(function* () {
    const folder = yield* temporaryFolder
    mkdirSync(join(folder, "own"))
    if (file !== undefined) writeFileSync(join(folder, "own", "tea.yaml"), file)
    return yield* runChatlint(["rules", ...parameters], { folder })
  })

describe("rules list", { timeout: 30_000 }, () => {
  it.scopedLive("lists every rule with its basis and its file", () =>
    Effect.gen(function* () {
      const { exitCode, stdout } = yield* rules(["list", "--rules", "own"], tea)
      assert.strictEqual(exitCode, 0)
      const output = stdout.replace(/\s+/g, " ")
      for (const { id, file } of shippedRules.rules) assert.include(output, `${id} ${file.title.en}`)
      assert.match(
        output,
        /× outbound-link Link to another site error · the marketplace's clause of \d{4}-\d\d-\d\d · comes with chatlint/
      )
      assert.match(output, /! tea Tea warning · our own · your own: \S+own\/tea\.yaml/)
    })
  )
})

describe("rules validate", { timeout: 30_000 }, () => {
  it.scopedLive("accepts the shipped rules and good ones of the user", () =>
    Effect.gen(function* () {
      const count = shippedRules.rules.length
      const shipped = yield* rules(["validate"])
      assert.deepStrictEqual([shipped.exitCode, shipped.stdout], [0, `${count} rules are valid.\n`])
      const own = yield* rules(["validate", "own/"], tea)
      assert.deepStrictEqual([own.exitCode, own.stdout], [0, `${count + 1} rules are valid.\n`])
    })
  )

  it.scopedLive("accepts the path of a file, and a folder named like one, and reports a wrong encoding", () =>
    Effect.gen(function* () {
      const count = shippedRules.rules.length
      const one = yield* rules(["validate", "own/tea.yaml"], tea)
      assert.deepStrictEqual([one.exitCode, one.stdout], [0, `${count + 1} rules are valid.\n`])
      const folder = yield* temporaryFolder
      mkdirSync(join(folder, "own.yaml/deep.yaml"), { recursive: true })
      writeFileSync(join(folder, "own.yaml/deep.yaml/tea.yaml"), tea)
      assert.strictEqual((yield* runChatlint(["rules", "validate", "own.yaml"], { folder })).exitCode, 0)
      for (const bytes of [
        Buffer.from(`\uFEFF${tea}`, "utf16le"),
        Buffer.from(tea, "utf16le"),
        Buffer.from([0xd7, 0xe0, 0xe9])
      ]) {
        writeFileSync(join(folder, "own.yaml/deep.yaml/tea.yaml"), bytes)
        const { exitCode, stdout } = yield* runChatlint(["rules", "validate", "own.yaml"], { folder })
        assert.strictEqual(exitCode, 2)
        assert.include(stdout, "own.yaml/deep.yaml/tea.yaml:1:1: these bytes are no text in UTF-8.")
      }
    })
  )

  it.scopedLive("reports every mistake with file, line, column and what was expected", () =>
    Effect.gen(function* () {
      const wrong = tea.replace("severity:", "severty:").replace("0.9", "9")
      const { exitCode, stdout } = yield* rules(["validate", "own/"], wrong)
      assert.strictEqual(exitCode, 2)
      const output = stdout.split("\n")
      assert.match(output[0] ?? "", /^own\/tea\.yaml:1:1: .*Expected: the key “severity”\.$/)
      assert.match(output[1] ?? "", /^own\/tea\.yaml:2:1: .*Did you mean “severity”/)
      assert.match(output[2] ?? "", /^own\/tea\.yaml:13:19: .*Expected: a number from 0 to 1\.$/)
      assert.strictEqual(output[3], "3 mistakes in rule files.")
    })
  )

  it.scopedLive("reports a folder that cannot be read or has no rules", () =>
    Effect.gen(function* () {
      const missing = yield* rules(["validate", "nowhere"])
      assert.strictEqual(missing.exitCode, 2)
      assert.match(missing.stderr, /nowhere cannot be read/)
      const empty = yield* rules(["validate", "own"])
      assert.strictEqual(empty.exitCode, 2)
      assert.match(empty.stderr, /no rule file .* in own/)
    })
  )
})

describe("rules test", { timeout: 30_000 }, () => {
  it.scopedLive("passes a folder whose rules work as their examples say", () =>
    Effect.gen(function* () {
      const { exitCode, stdout } = yield* rules(["test", "own"], tea)
      assert.deepStrictEqual(
        [exitCode, stdout],
        [0, "✓ tea · 8 texts\n\n1 rule works as the files say: 8 texts tested.\n"]
      )
    })
  )

  it.scopedLive("warns in validate of patterns that match nothing, without failing", () =>
    Effect.gen(function* () {
      const trap = tea.replace(
        /^detect:\n/m,
        "detect:\n  patterns:\n    - { confidence: 0.9, match: ['Чай', '\\bчай\\b'] }\n"
      )
      const { exitCode, stdout } = yield* rules(["validate", "own"], trap)
      assert.strictEqual(exitCode, 0)
      assert.match(stdout, /own\/tea\.yaml:\d+:\d+: warning: «Чай» has a capital letter/)
      assert.match(stdout, /own\/tea\.yaml:\d+:\d+: warning: in «\\bчай\\b» \\b and \\w know Latin letters alone/)
    })
  )

  it.scopedLive("reports each failing text with its position", () =>
    Effect.gen(function* () {
      const wrong = tea
        .replace("    - Купите у нас чай\n", "    - Купите у нас чай\n    - Купите сахар\n")
        .replace("    - Спасибо за чай\n", "    - Спасибо за чай\n    - text: Купите кофейник\n      region: KZ\n")
        .replace("Второй", "Купите чай")
      const { exitCode, stdout } = yield* rules(["test", "own"], wrong)
      assert.strictEqual(exitCode, 1)
      assert.include(stdout, "own/tea.yaml:19:7: tea does not find what it should: «Купите сахар»")
      assert.include(stdout, "own/tea.yaml:22:7: tea finds what it should allow: «Купите кофейник»")
      assert.include(stdout, "own/tea.yaml:8:16: this rewrite breaks tea itself: «Купите чай»")
      assert.match(stdout, /3 texts of 10 in 1 rule did not give the expected result/)
    })
  )

  it.scopedLive("masks contacts in the examples that it reports", () =>
    Effect.gen(function* () {
      const wrong = tea.replace("    - Спасибо за чай\n", "    - Купите чай, +7 926 555-01-42\n")
      const { stdout } = yield* rules(["test", "own"], wrong)
      assert.include(stdout, "tea finds what it should allow: «Купите чай, •••»")
    })
  )

  it.scopedLive("passes the shipped rules", () =>
    Effect.gen(function* () {
      const { exitCode, stdout } = yield* rules(["test"])
      assert.strictEqual(exitCode, 0, stdout)
      for (const { id } of shippedRules.rules) assert.include(stdout, `✓ ${id} · `)
    })
  )
})

describe("rules", { timeout: 30_000 }, () => {
  it.scopedLive("without a known subcommand lists the subcommands", () =>
    Effect.gen(function* () {
      const none = yield* rules([])
      assert.strictEqual(none.exitCode, 2)
      assert.match(none.stderr, /Name a command\. See: chatlint rules --help/)
      const misspelt = yield* rules(["validat"])
      assert.match(misspelt.stderr, /no command validat\. Did you mean validate\?/)
      const option = yield* rules(["list", "--rule", "x"])
      assert.match(option.stderr, /no option --rule\. Did you mean --rules\? See: chatlint rules list --help/)
    })
  )
})
