import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { runChatlint } from "./runChatlint.ts"
import { temporaryFolder } from "./scanSandbox.ts"

const trace = (parameters: ReadonlyArray<string>, input?: string, config?: string) =>
  Effect.gen(function* () {
    const folder = yield* temporaryFolder
    if (config !== undefined) writeFileSync(join(folder, "chatlint.yaml"), config)
    const finished = yield* runChatlint(["trace", ...parameters], {
      folder,
      ...(input === undefined ? {} : { input: { text: input } })
    })
    assert.strictEqual(finished.stderr, "")
    assert.strictEqual(finished.exitCode, 0)
    return finished.stdout.replace(/\s+/g, " ")
  })

describe("trace", { timeout: 30_000 }, () => {
  it.scopedLive("shows what was reported and what changed its confidence", () =>
    Effect.gen(function* () {
      const shown = yield* trace(["Телефон мастера ８9261234567"])
      assert.match(shown, /As read телефон мастера •••/)
      assert.match(shown, /phone \+7926•••••67 · form 0\.\d+/)
      assert.match(
        shown,
        /× phone-number · \+7926•••••67 · confidence [\d.]+ raised from [\d.]+ by «телефон[^»]*» reported/
      )
      assert.match(shown, /1 finding is reported\. Contacts are masked/)
      assert.notInclude(shown, "9261234567")
      assert.include(yield* trace(["--reveal", "Телефон мастера ８9261234567"]), "телефон мастера 89261234567")
    })
  )

  it.scopedLive("shows why something was not reported", () =>
    Effect.gen(function* () {
      assert.match(
        yield* trace(["Заказ 89134567012 передан"]),
        /– phone-number · \+7913•••••12 · confidence [\d.]+ lowered from [\d.]+ by «заказ» not reported: confidence below 0\.5/
      )
      assert.match(
        yield* trace(["Не присылайте ваш номер телефона"]),
        /– contact-request .* not reported: the rule's exception «не присылайте»/
      )
      assert.match(
        yield* trace(["Возврат тут market.yandex.ru/my/returns"]),
        /– outbound-link · market\.yandex\.ru\/••• .* not reported: the rule's allow list/
      )
      assert.match(
        yield* trace(["Каталог на https://shop.ru/a"], undefined, "allow: { hosts: [shop.ru] }\n"),
        /– outbound-link · shop\.ru\/••• .* not reported: an allow list of the configuration/
      )
      assert.match(
        yield* trace(["--min-confidence", "1", "Каталог на https://shop.ru/a"]),
        /– outbound-link .* not reported: below --min-confidence 1/
      )
    })
  )

  it.scopedLive("shows candidates that are no contacts, and the rules that found nothing", () =>
    Effect.gen(function* () {
      const shown = yield* trace(["--locale", "ru", "Счёт 40702810900000012345"])
      assert.match(shown, /цифры •••45 \(20 цифр, по такому номеру не позвонить\)/)
      assert.match(shown, /Ничего не нашли: .*phone-number/)
      assert.match(shown, /В отчёт не попало ничего/)
    })
  )

  it.scopedLive("reads standard input if no text is given, and shows no control characters of it", () =>
    Effect.gen(function* () {
      const shown = yield* trace([], "\uFEFFСпасибо\u001b[31m\u202e\r\n")
      assert.match(shown, /As written Спасибо␛\[31m\\u\{202e\}/)
      assert.notMatch(shown, /[\p{Cc}\p{Cf}]/u)
      assert.match(yield* trace([], ""), /Nothing is reported/)
      assert.match(yield* trace(["-"], "Ждём вас +7 926 555-01-42"), /phone-number/)
    })
  )
})
