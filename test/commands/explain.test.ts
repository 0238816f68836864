import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { shippedRules } from "../engine/shippedRules.ts"
import { runChatlint } from "./runChatlint.ts"
import { temporaryFolder } from "./scanSandbox.ts"

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim()

const explain = (parameters: ReadonlyArray<string>, environment = {}) =>
  Effect.flatMap(temporaryFolder, (folder) => runChatlint(["explain", ...parameters], { folder, environment }))

describe("explain", { timeout: 30_000 }, () => {
  it.scopedLive("shows the clause with its source and date, the reason, examples and rewrites, in each language", () =>
    Effect.gen(function* () {
      const { file } = shippedRules.rules.find(({ id }) => id === "outbound-link") ?? assert.fail("no such rule")
      for (const locale of ["ru", "en", "zh"] as const) {
        const { exitCode, stdout, stderr } = yield* explain(["outbound-link", "--locale", locale])
        assert.deepStrictEqual([exitCode, stderr], [0, ""])
        const shown = oneLine(stdout).replaceAll(" ", "")
        const expected = [
          file.title[locale],
          file.explanation[locale],
          ...[file.clause.quote, file.clause.source, file.clause.date].map(String),
          ...file.rewrites[locale],
          "evilmarket-yandex.ru",
          "ASP.NET"
        ]
        for (const part of expected) assert.include(shown, oneLine(part).replaceAll(" ", ""), locale)
        // The address is there to be opened, so it must not be wrapped.
        assert.include(stdout, String(file.clause.source))
      }
    })
  )

  it.scopedLive("says of a rule without a clause that it is our own", () =>
    Effect.gen(function* () {
      const { stdout } = yield* explain(["phone-number"])
      assert.include(stdout, "A rule of our own")
      assert.notInclude(stdout, "The marketplace's words, read on")
    })
  )

  it.scopedLive("rejects an unknown rule, with the nearest one and all known ones", () =>
    Effect.gen(function* () {
      const near = yield* explain(["phone-numbers"])
      assert.strictEqual(near.exitCode, 2)
      assert.strictEqual(near.stdout, "")
      assert.match(near.stderr, /no rule «phone-numbers»\. Did you mean phone-number\? Known rules: .*outbound-link/)
      const far = yield* explain(["\u001b[2J"])
      assert.match(far.stderr, /no rule «␛\[2J»\. Known rules/)
      const none = yield* explain([])
      assert.strictEqual(none.exitCode, 2)
      assert.match(none.stderr, /The argument <rule> is missing\. See: chatlint explain --help/)
    })
  )

  it.scopedLive("shows nothing of a hostile rule file unencoded", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const { file } = shippedRules.rules[0] ?? assert.fail("no rules")
      const hostile = "a\u001b]0;x\u0007\u009b2J\u202eb"
      const texts = { ru: hostile, en: hostile, zh: hostile }
      const rule = { ...file, id: "hostile", title: texts, explanation: texts, clause: { ours: texts } }
      writeFileSync(join(folder, "hostile.yaml"), JSON.stringify(rule))
      for (const command of [
        ["explain", "hostile", "--rules", "."],
        ["rules", "list", "--rules", "."]
      ]) {
        const { exitCode, stdout } = yield* runChatlint(command, { folder })
        assert.strictEqual(exitCode, 0)
        assert.include(stdout, "a␛]0;x␇")
        assert.notMatch(stdout.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u)
      }
    })
  )
})
