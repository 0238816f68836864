import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { shippedRules } from "../engine/shippedRules.ts"
import { check, json, phone, row, serving } from "./serving.ts"

const finding = {
  rule: "phone-number",
  severity: "error",
  confidence: 0.99,
  spans: [{ message: 0, start: 14, end: 30 }],
  match: "+7926•••••67"
}

const clean = (id: unknown) => ({ id, verdict: "allow", findings: [] })

/** An answer without suggestions, which rule files may change, and with a fixed confidence, tested elsewhere. */
const bare = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner) => (key === "suggestion" ? undefined : key === "confidence" ? 0.99 : inner))
  )

describe("POST /v1/check", { timeout: 30_000 }, () => {
  it.scopedLive("answers one row with its verdict and masked findings", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const answer = yield* check(server, row(phone))
      assert.strictEqual(answer.status, 200)
      assert.strictEqual(answer.headers.get("content-type"), "application/json")
      assert.strictEqual(answer.headers.get("cache-control"), "no-store")
      assert.deepStrictEqual(bare(json(answer)), { id: "a1", verdict: "block", findings: [finding] })
      assert.notInclude(answer.text, "123-45-67")
      assert.deepStrictEqual(json(yield* check(server, row("Спасибо за заказ"))), clean("a1"))
    })
  )

  it.scopedLive("judges a conversation by the shop's messages", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const messages = [
        { sender: "CUSTOMER", at: "2026-11-02T10:00:00+03:00", text: "Мой номер +7 926 765-43-21" },
        { sender: "PARTNER", at: "2026-11-02T10:01:00+03:00", text: phone }
      ]
      const answer = yield* check(server, JSON.stringify({ id: 7, messages, region: "RU" }))
      assert.deepStrictEqual(bare(json(answer)), {
        id: 7,
        verdict: "block",
        findings: [{ ...finding, spans: [{ message: 1, start: 14, end: 30 }] }]
      })
    })
  )

  it.scopedLive("answers a list in order, and continues after a row that cannot be read", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const rows = [{ id: "a", text: phone }, { id: "b" }, 5, { id: "c", text: "Спасибо" }, { id: "d", text: 1 }]
      const answer = yield* check(server, JSON.stringify({ rows }))
      assert.strictEqual(answer.status, 200)
      assert.deepStrictEqual(bare(json(answer)), {
        rows: [
          { id: "a", verdict: "block", findings: [finding] },
          { id: "b", error: "rows[1] has to have either text or messages." },
          { id: null, error: `rows[2] has to be an object such as {"id": "a1", "text": "…"}.` },
          clean("c"),
          { id: "d", error: "rows[4].text has to be a string." }
        ]
      })
      assert.deepStrictEqual(json(yield* check(server, '{"rows":[]}')), { rows: [] })
    })
  )

  it.scopedLive("answers one row per line like the command", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const body = `\uFEFF${row("Спасибо", "a")}\r\n\noops\n${row(phone, "b")}`
      const answer = yield* check(server, body, { "content-type": "application/x-ndjson; charset=UTF-8" })
      assert.strictEqual(answer.headers.get("content-type"), "application/x-ndjson")
      assert.deepStrictEqual(
        answer.text.split("\n").map((line) => (line === "" ? "" : bare(JSON.parse(line)))),
        [
          clean("a"),
          { id: null, error: "line 3: the row is not JSON." },
          { id: "b", verdict: "block", findings: [finding] },
          ""
        ]
      )
    })
  )

  it.scopedLive("returns ids exactly, alone, in a list and in lines", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const one = '{"id":12345678901234567890,"text":"Спасибо"}'
      const answered = '{"id":12345678901234567890,"verdict":"allow","findings":[]}'
      assert.strictEqual((yield* check(server, one)).text, answered)
      assert.strictEqual((yield* check(server, `{"rows":[${one},${one}]}`)).text, `{"rows":[${answered},${answered}]}`)
      const lines = yield* check(server, `${one}\n${one}`, { "content-type": "application/x-ndjson" })
      assert.strictEqual(lines.text, `${answered}\n${answered}\n`)
    })
  )

  it.scopedLive("answers thousands of rows in order", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const ids = Array.from({ length: 5_000 }, (_, index) => index)
      const answer = yield* check(
        server,
        JSON.stringify({ rows: ids.map((id) => ({ id, text: `Заказ ${id} в пути` })) })
      )
      assert.deepStrictEqual(json(answer), { rows: ids.map(clean) })
      assert.deepInclude(server.log.at(-1), { rows: 5_000, findings: 0 })
    })
  )

  it.scopedLive("shows contacts only if the server was started with that option", () =>
    Effect.gen(function* () {
      const shown = yield* serving({
        checking: { ruleSet: shippedRules, region: "RU", minConfidence: 0, allowLists: [], reveal: true }
      })
      assert.include((yield* check(shown, row(phone))).text, "+7 926 123-45-67")
    })
  )

  it.scopedLive("uses the requested language, or else the server's", () =>
    Effect.gen(function* () {
      const server = yield* serving({ locale: "zh" })
      const errorIn = (language?: string) =>
        Effect.map(
          check(server, "{", language === undefined ? {} : { "accept-language": language }),
          ({ text }) => text
        )
      assert.include(yield* errorIn("ru-RU,ru;q=0.9,en;q=0.8"), "не JSON")
      assert.include(yield* errorIn("de, en;q=0.5"), "is not JSON")
      assert.include(yield* errorIn("fr"), "不是 JSON")
      assert.include(yield* errorIn("*"), "不是 JSON")
      const link = yield* check(server, row("t.me/shop"), { "accept-language": "ru" })
      assert.match(link.text, /"suggestion":"[^"]*[а-я]/)
    })
  )
})
