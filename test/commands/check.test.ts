import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { CheckAnswer } from "../../src/check/CheckAnswer.ts"
import { runChatlint, startChatlint } from "./runChatlint.ts"
import { temporaryFolder } from "./scanSandbox.ts"

const Answer = Schema.parseJson(Schema.Struct({ id: Schema.String, ...CheckAnswer.fields }))
const answersOf = (stdout: string) =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Schema.decodeSync(Answer)(line))

const check = (text: string, more: ReadonlyArray<string> = [], config?: string) =>
  Effect.gen(function* () {
    const folder = yield* temporaryFolder
    if (config !== undefined) writeFileSync(join(folder, "chatlint.yaml"), config)
    return yield* runChatlint(["check", "--ndjson", ...more], { folder, input: { text } })
  })

const row = (text: string, id = "a") => `${JSON.stringify({ id, text })}\n`
const phone = row("Номер мастера +7 926 123-45-67")

describe("check --ndjson", { timeout: 30_000 }, () => {
  it.scopedLive("answers every row and returns the exit code", () =>
    Effect.gen(function* () {
      const found = yield* check(phone + row("Спасибо", "b"))
      assert.strictEqual(found.exitCode, 1)
      assert.strictEqual(found.stderr, "")
      const [first, second] = answersOf(found.stdout)
      assert.strictEqual(first?.verdict, "block")
      assert.deepStrictEqual(
        first?.findings.map(({ rule, match, spans }) => [rule, match, spans]),
        [["phone-number", "+7926•••••67", [{ message: 0, start: 14, end: 30 }]]]
      )
      assert.deepStrictEqual(second, { id: "b", verdict: "allow", findings: [] })
    })
  )

  it.scopedLive("ends with 1 for findings, and with 3 if a row could not be read and there is nothing worse", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* check(row("Спасибо"))).exitCode, 0)
      assert.strictEqual((yield* check(`${row("Спасибо")}oops`)).exitCode, 3)
      assert.strictEqual((yield* check(`${phone}oops`)).exitCode, 1)
    })
  )

  it.scopedLive("does not end with 0 without rows, except with --allow-empty", () =>
    Effect.gen(function* () {
      for (const text of ["", "\n \n", "\uFEFF"]) {
        const { exitCode, stdout, stderr } = yield* check(text)
        assert.deepStrictEqual([exitCode, stdout], [3, ""])
        assert.match(stderr, /contained no rows.*--allow-empty/)
        const allowed = yield* check(text, ["--allow-empty"])
        assert.deepStrictEqual([allowed.exitCode, allowed.stderr], [0, ""])
      }
      assert.strictEqual((yield* check("oops", ["--allow-empty"])).exitCode, 3)
    })
  )

  it.scopedLive("ends with 1 only for findings that reach --fail-on", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* check(`${phone}oops`, ["--fail-on", "never"])).exitCode, 3)
      assert.strictEqual((yield* check(phone, ["--fail-on", "never"])).exitCode, 0)
    })
  )

  it.scopedLive("shows contacts only on request", () =>
    Effect.gen(function* () {
      const masked = yield* check(phone)
      assert.notInclude(masked.stdout, "123-45-67")
      const [answer] = answersOf((yield* check(phone, ["--reveal"])).stdout)
      assert.deepStrictEqual(
        answer?.findings.map(({ match }) => match),
        ["+7 926 123-45-67"]
      )
    })
  )

  it.scopedLive("answers while the input pauses", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const running = yield* startChatlint(["check", "--ndjson"], { folder, input: "open" })
      yield* running.give(row("Спасибо", "first"))
      yield* running.hasWritten('"first"')
      yield* running.give('{"id":"second","text":')
      yield* running.give('"Спасибо"}\n')
      yield* running.hasWritten('"second"')
      yield* running.giveNoMore
      const { exitCode, stdout } = yield* running.finished
      assert.strictEqual(exitCode, 0)
      assert.strictEqual(answersOf(stdout).length, 2)
    })
  )

  it.scopedLive("ends quietly when its reader closes the pipe, even while the writer continues", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const running = yield* startChatlint(["check", "--ndjson"], { folder, input: "open" })
      yield* running.give(row("Спасибо", "first"))
      yield* running.hasWritten('"first"')
      yield* running.stopReading
      yield* running.give(row("Спасибо", "second"))
      const { exitCode, stderr } = yield* running.finished
      assert.strictEqual(stderr, "")
      assert.strictEqual(exitCode, 3)
    })
  )

  it.scopedLive("ends with 130 on Ctrl-C", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const running = yield* startChatlint(["check", "--ndjson"], { folder, input: "open" })
      yield* running.give(row("Спасибо", "first"))
      yield* running.hasWritten('"first"')
      yield* running.kill("SIGINT")
      const { exitCode, stderr } = yield* running.finished
      assert.deepStrictEqual([exitCode, stderr], [130, ""])
    })
  )

  it.scopedLive("answers 20,000 rows in their order", () =>
    Effect.gen(function* () {
      const ids = Array.from({ length: 20_000 }, (_, index) => `row-${index}`)
      const { exitCode, stdout } = yield* check(ids.map((id) => row(`Заказ ${id} уже в пути`, id)).join(""))
      assert.strictEqual(exitCode, 0)
      assert.deepStrictEqual(
        answersOf(stdout).map(({ id }) => id),
        ids
      )
    })
  )

  it.scopedLive("allows what the configuration allows, for all businesses or for one", () =>
    Effect.gen(function* () {
      const config = [
        "minConfidence: 0.6",
        "allow:",
        "  hosts: [shop.ru]",
        "businesses:",
        "  - id: 1001",
        "    allow:",
        "      numbers: [+79261234567]",
        "  - id: 1002",
        "    allow:",
        "      numbers: ['+7 926 555-01-42']"
      ].join("\n")
      const text = phone + row("Каталог на https://shop.ru/a", "b")
      const broken = ({ stdout }: { readonly stdout: string }) =>
        answersOf(stdout).flatMap(({ id, findings }) => (findings.length > 0 ? [id] : []))
      assert.deepStrictEqual(broken(yield* check(text)), ["a", "b"])
      assert.deepStrictEqual(broken(yield* check(text, [], config)), ["a"])
      assert.deepStrictEqual(broken(yield* check(text, ["--business", "1001"], config)), [])
      assert.deepStrictEqual(broken(yield* check(text, ["--business", "1002"], config)), ["a"])
      assert.deepStrictEqual(broken(yield* check(text, ["--min-confidence", "1"])), [])
    })
  )

  it.scopedLive("rejects an invalid allow list with the position of every mistake", () =>
    Effect.gen(function* () {
      const wrong = ["allow:", "  hosts: [ru]", "  numbers: ['8 800 555-01-23']", "  addresses: [shop]"].join("\n")
      const refused = yield* check(phone, [], wrong)
      assert.strictEqual(refused.exitCode, 2)
      assert.strictEqual(refused.stdout, "")
      assert.match(refused.stderr, /chatlint\.yaml:2:11: .*shop\.ru/)
      assert.match(refused.stderr, /chatlint\.yaml:3:13: .*\+78005550123/)
      assert.match(refused.stderr, /chatlint\.yaml:4:15: .*info@shop\.ru/)
      const phrases = yield* check(phone, [], 'allow:\n  phrases:\n    - чай\n    - "чай (для"\n')
      assert.strictEqual(phrases.exitCode, 2)
      assert.match(phrases.stderr, /chatlint\.yaml:4:12: /)
    })
  )

  it.scopedLive("uses the user's own rules", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      writeFileSync(join(folder, "tea.yaml"), teaRule)
      const surroundings = { folder, input: { text: row("Купите у нас чай") } }
      const { stdout, exitCode } = yield* runChatlint(["check", "--ndjson", "--rules", "."], surroundings)
      const [answer] = answersOf(stdout)
      assert.deepStrictEqual(
        answer?.findings.map(({ rule, match, suggestion }) => [rule, match, suggestion]),
        [["tea", "Купите у нас чай", "Первый"]]
      )
      assert.strictEqual(answer?.verdict, "warn")
      assert.strictEqual(exitCode, 0)
    })
  )

  it.scopedLive("says what a setting should be, and which options cannot be combined", () =>
    Effect.gen(function* () {
      const wrong = yield* check(phone, ["--min-confidence", "2"])
      assert.strictEqual(wrong.exitCode, 2)
      assert.match(wrong.stderr, /«2» is not a number from 0 to 1\. Correct --min-confidence\./)
      const others: ReadonlyArray<ReadonlyArray<string>> = [
        ["--staged"],
        ["--fix"],
        ["--baseline", "chatlint-baseline.json"],
        ["--stdin-filename", "a.yaml"],
        ["--input-format", "csv"]
      ]
      for (const other of others) {
        const both = yield* check(phone, other)
        assert.deepStrictEqual([both.exitCode, both.stdout], [2, ""])
        assert.include(both.stderr, `--ndjson and ${other[0]} cannot be combined`)
      }
    })
  )
})

const teaRule = `id: tea
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
        - купите ..2 чай
examples:
  violates:
    - Купите у нас чай
  complies:
    - Спасибо за чай
`
