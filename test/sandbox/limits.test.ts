import { assert, describe, it } from "@effect/vitest"
import { Effect, TestClock } from "effect"
import { memoryShop } from "../../src/sandbox/memoryShop.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import type { SandboxOptions } from "../../src/sandbox/SandboxOptions.ts"
import { apiKey, errorIn, historyPath, listPath, post, type Reply } from "./ask.ts"
import { sampleShop } from "./sampleShop.ts"

const hour = 3_600_000

const statuses = (replies: ReadonlyArray<Reply>): ReadonlyArray<number> => replies.map(({ status }) => status)

const rateOf = ({ headers }: Reply, name: "Limit" | "Remaining" | "Until"): string | null =>
  headers.get(`x-ratelimit-resource-${name}`)

const start = (options: Omit<SandboxOptions, "shops"> = {}) => startSandbox({ shops: [sampleShop(1)], ...options })

const history = historyPath(1n)

describe("limits", () => {
  it.scopedLive("are the documented ones, reported by every answer", () =>
    Effect.gen(function* () {
      const sandbox = yield* start()
      const replies = [
        yield* post(sandbox, history),
        yield* post(sandbox, history),
        yield* post(sandbox, historyPath(7n)),
        yield* post(sandbox, listPath())
      ]
      assert.deepStrictEqual(
        replies.map((reply) => [rateOf(reply, "Limit"), rateOf(reply, "Remaining")]),
        [
          ["10000", "9999"],
          ["10000", "9998"],
          ["10000", "9997"],
          ["5000", "4999"]
        ]
      )
      for (const reply of replies) {
        const [date, until] = [reply.headers.get("date") ?? "", rateOf(reply, "Until") ?? ""]
        assert.match(until, /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:00:00 GMT$/)
        assert.isAbove(Date.parse(until), Date.parse(date))
        assert.isAtMost(Date.parse(until) - Date.parse(date), hour)
      }
    })
  )

  it.scoped("refuse further requests until the next window, and count those of notified clients", () =>
    Effect.gen(function* () {
      const sandbox = yield* start({
        limits: { history: 2, windowMilliseconds: 1000, crossingMilliseconds: 0 },
        remember: "requests"
      })
      const replies = yield* Effect.all([
        post(sandbox, history),
        post(sandbox, historyPath(7n)),
        post(sandbox, history),
        post(sandbox, listPath())
      ])
      // The request for an unknown chat counted too.
      assert.deepStrictEqual(statuses(replies), [200, 404, 420, 200])
      assert.match(errorIn(replies[2]) ?? "", /^Hit rate limit of 2 requests per /)
      assert.strictEqual(rateOf(replies[2], "Remaining"), "0")
      assert.strictEqual(rateOf(replies[2], "Until"), "Thu, 01 Jan 1970 00:00:01 GMT")
      assert.deepStrictEqual(
        sandbox.log.requests().map(({ whileSpent }) => whileSpent),
        [false, false, true, false]
      )
      yield* TestClock.adjust("999 millis")
      assert.strictEqual((yield* post(sandbox, history)).status, 420)
      yield* TestClock.adjust("1 millis")
      assert.strictEqual((yield* post(sandbox, history)).status, 200)
      assert.strictEqual(sandbox.log.counters().whileSpent, 2)
    })
  )

  it.scoped("report an end not before the window's, although dates have no milliseconds", () =>
    Effect.gen(function* () {
      const sandbox = yield* start({ limits: { windowMilliseconds: 1500 } })
      assert.strictEqual(rateOf(yield* post(sandbox, history), "Until"), "Thu, 01 Jan 1970 00:00:02 GMT")
    })
  )

  it.scoped("do not count a client that waits until the reported end", () =>
    Effect.gen(function* () {
      const sandbox = yield* start({ limits: { history: 1, windowMilliseconds: 1000, crossingMilliseconds: 0 } })
      for (let count = 0; count < 2; count++) {
        const reply = yield* post(sandbox, history)
        assert.strictEqual(reply.status, 200)
        yield* TestClock.adjust(Date.parse(rateOf(reply, "Until") ?? "") - Date.parse(reply.headers.get("date") ?? ""))
      }
      assert.strictEqual(sandbox.log.counters().whileSpent, 0)
    })
  )

  it.scoped("tolerate only requests sent before the notification could arrive", () =>
    Effect.gen(function* () {
      const sandbox = yield* start({ limits: { history: 1, windowMilliseconds: 2000, crossingMilliseconds: 200 } })
      const both = [post(sandbox, history), post(sandbox, history)]
      assert.deepStrictEqual([...statuses(yield* Effect.all(both, { concurrency: 2 }))].sort(), [200, 420])
      assert.strictEqual(sandbox.log.counters().whileSpent, 0)
      yield* TestClock.adjust("300 millis")
      yield* post(sandbox, history)
      assert.strictEqual(sandbox.log.counters().whileSpent, 1)
    })
  )

  it.scopedLive("are separate for each cabinet", () =>
    Effect.gen(function* () {
      const other = memoryShop({ chats: [], businessId: 1002n, apiKey: "ACMA:other:00000000" })
      const sandbox = yield* startSandbox({ shops: [sampleShop(1), other], limits: { list: 1 } })
      const of = (businessId: string, key: string) =>
        post(sandbox, `/v2/businesses/${businessId}/chats`, "{}", { "Api-Key": key })
      const replies = yield* Effect.all([of("1001", apiKey), of("1001", apiKey), of("1002", other.apiKey)])
      assert.deepStrictEqual(statuses(replies), [200, 420, 200])
    })
  )

  it.scopedLive("allow at most four parallel requests", () =>
    Effect.gen(function* () {
      const sandbox = yield* start({ latency: "150 millis" })
      const together = (count: number) =>
        Effect.all(
          Array.from({ length: count }, () => post(sandbox, history)),
          { concurrency: "unbounded" }
        )
      assert.deepStrictEqual(statuses(yield* together(4)), [200, 200, 200, 200])
      assert.strictEqual(sandbox.log.counters().maximumConcurrency, 4)
      const replies = yield* together(5)
      assert.deepStrictEqual([...statuses(replies)].sort(), [200, 200, 200, 200, 420])
      const refused = replies.find(({ status }) => status === 420)
      assert.strictEqual(refused && errorIn(refused), "Hit rate limit of 4 parallel requests for businessId 1001")
      // The refused request does not count: eight were answered.
      assert.strictEqual(rateOf(yield* post(sandbox, history), "Remaining"), "9991")
      assert.strictEqual(sandbox.log.counters().whileSpent, 0)
    })
  )

  it.scopedLive("can be turned off, with and without headers", () =>
    Effect.gen(function* () {
      const off = yield* start({ limits: "off" })
      const silent = yield* start({ limits: "off", rateLimitHeaders: false })
      assert.isAbove(Number(rateOf(yield* post(off, history), "Remaining")), 1_000_000)
      assert.isNull(rateOf(yield* post(silent, history), "Remaining"))
      assert.isNotNull((yield* post(silent, history)).headers.get("date"))
    })
  )

  it.scopedLive("follow a clock that may be wrong", () =>
    Effect.gen(function* () {
      const sandbox = yield* start({ clockSkewMilliseconds: -10 * hour })
      const reply = yield* post(sandbox, history)
      const date = Date.parse(reply.headers.get("date") ?? "")
      assert.isBelow(Math.abs(date - (Date.now() - 10 * hour)), 5_000)
      assert.isAtMost(Date.parse(rateOf(reply, "Until") ?? "") - date, hour)
      assert.isBelow(Date.parse(rateOf(reply, "Until") ?? ""), Date.now())
    })
  )

  it.scoped("can be used up by another program of the cabinet, for a moment or for the window", () =>
    Effect.gen(function* () {
      const sandbox = yield* start({
        limits: { windowMilliseconds: 1000, crossingMilliseconds: 0 },
        script: [
          { method: "history", request: 2, fault: "420-parallel" },
          { method: "history", request: 4, fault: "420-hour" }
        ]
      })
      const replies = yield* Effect.all(Array.from({ length: 5 }, () => post(sandbox, history)))
      assert.deepStrictEqual(statuses(replies), [200, 420, 200, 420, 420])
      assert.deepStrictEqual(
        replies.map((reply) => /parallel|requests per/.exec(reply.text)?.[0]),
        [undefined, "parallel", undefined, "requests per", "requests per"]
      )
      assert.strictEqual(sandbox.log.counters().whileSpent, 1)
      yield* TestClock.adjust("1 second")
      assert.strictEqual((yield* post(sandbox, history)).status, 200)
    })
  )
})
