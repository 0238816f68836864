import { assert, describe, it } from "@effect/vitest"
import { Effect, Either } from "effect"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { chatHabits, type FaultKind, faultKinds } from "../../src/sandbox/SandboxOptions.ts"
import { historyPath, jsonOf, listPath, post } from "./ask.ts"
import { sampleShop } from "./sampleShop.ts"

const history = historyPath(1n)

/** What a client sees of a fault: a status, or a connection failure. */
const seen = (sandbox: Parameters<typeof post>[0], path = history) =>
  Effect.either(post(sandbox, path)).pipe(
    Effect.map(Either.match({ onLeft: () => "broken", onRight: ({ status }) => String(status) }))
  )

describe("faults", () => {
  const kinds: ReadonlyArray<readonly [FaultKind, string]> = [
    ["500", "500"],
    ["503-html", "503"],
    ["499", "499"],
    ["reset", "broken"],
    ["cut-body", "broken"],
    ["cut-body-chunked", "broken"]
  ]
  for (const [fault, expected] of kinds) {
    it.scopedLive(`${fault} reaches the client once and is counted`, () =>
      Effect.gen(function* () {
        const script = [{ method: "history", request: 2, fault } as const]
        const sandbox = yield* startSandbox({ shops: [sampleShop(20)], script })
        const outcomes = yield* Effect.all([seen(sandbox), seen(sandbox), seen(sandbox)])
        assert.deepStrictEqual(outcomes, ["200", expected, "200"])
        const { requests, succeeded, outcomes: counted } = sandbox.log.counters()
        assert.deepStrictEqual([requests.history, succeeded.history], [3, 2])
        assert.strictEqual(counted[expected === "broken" ? fault : expected], 1)
      })
    )
  }

  it.scopedLive("a cut body ends in the middle, after headers for the complete body", () =>
    Effect.gen(function* () {
      const script = (["cut-body", "cut-body-chunked"] as const).map(
        (fault, index) => ({ method: "history", request: index + 1, fault }) as const
      )
      const sandbox = yield* startSandbox({ shops: [sampleShop(20)], script })
      for (const length of [/^\d+$/, /^none$/]) {
        const response = yield* Effect.promise(() =>
          fetch(`${sandbox.baseUrl}${history}`, {
            method: "POST",
            headers: { "Api-Key": "ACMA:sandbox:00000000", "Content-Type": "application/json" },
            body: "{}"
          })
        )
        assert.strictEqual(response.status, 200)
        assert.match(response.headers.get("content-length") ?? "none", length)
        yield* Effect.flip(Effect.tryPromise(() => response.text()))
      }
    })
  )

  it.scopedLive("a 503 has an HTML page and no limit headers", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({
        shops: [sampleShop(1)],
        script: [{ method: "history", request: 1, fault: "503-html" }]
      })
      const reply = yield* post(sandbox, history)
      assert.match(reply.headers.get("content-type") ?? "", /^text\/html/)
      assert.isNull(reply.headers.get("x-ratelimit-resource-remaining"))
    })
  )

  it.scopedLive("a stalled answer never arrives, and frees its place when the client disconnects", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({
        shops: [sampleShop(1)],
        limits: { parallel: 1 },
        script: [{ method: "history", request: 1, fault: "stall" }]
      })
      const outcome = yield* Effect.timeoutOption(post(sandbox, history), "200 millis")
      assert.strictEqual(outcome._tag, "None")
      yield* Effect.sleep("50 millis")
      assert.strictEqual(yield* seen(sandbox), "200")
    })
  )

  const seededFaults = (seed: number, maximumInARow?: number) =>
    Effect.scoped(
      Effect.gen(function* () {
        const faults = { seed, rate: 0.4, kinds: ["500", "reset", "cut-body"] as const }
        const sandbox = yield* startSandbox({
          shops: [sampleShop(20)],
          faults: maximumInARow === undefined ? faults : { ...faults, maximumInARow }
        })
        return yield* Effect.all(Array.from({ length: 100 }, () => seen(sandbox)))
      })
    )

  it.live("follow the seed and the rate", () =>
    Effect.gen(function* () {
      const [first, again, other] = yield* Effect.all([seededFaults(1), seededFaults(1), seededFaults(2)])
      assert.deepStrictEqual(first, again)
      assert.notDeepEqual(first, other)
      const good = first.filter((outcome) => outcome === "200").length
      assert.isTrue(good > 45 && good < 75, `${good} of 100 were answered`)
      assert.deepStrictEqual([...new Set(first)].sort(), ["200", "500", "broken"])
    })
  )

  it.live("occur at most the maximum number of times in a row", () =>
    Effect.gen(function* () {
      const longest = (outcomes: ReadonlyArray<string>): number =>
        Math.max(
          ...outcomes
            .map((outcome) => (outcome === "200" ? " " : "x"))
            .join("")
            .split(" ")
            .map((row) => row.length)
        )
      assert.isAbove(longest(yield* seededFaults(1)), 1)
      assert.strictEqual(longest(yield* seededFaults(1, 1)), 1)
    })
  )

  it.scopedLive("count against the limit unless configured otherwise", () =>
    Effect.gen(function* () {
      const script = [{ method: "history", request: 1, fault: "500" } as const]
      const remaining = (chargeFaults: boolean) =>
        Effect.gen(function* () {
          const sandbox = yield* startSandbox({ shops: [sampleShop(1)], limits: { chargeFaults }, script })
          yield* post(sandbox, history)
          return (yield* post(sandbox, history)).headers.get("x-ratelimit-resource-remaining")
        })
      assert.deepStrictEqual([yield* remaining(true), yield* remaining(false)], ["9998", "9999"])
    })
  )

  it.scopedLive("can be permanent for a chat", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({
        shops: [sampleShop(1, 1, 1, 1)],
        chats: { "1": "not-found", "2": "always-500", "3": "always-reset" }
      })
      for (const expected of ["404", "500", "broken", "200"]) {
        const path = historyPath(BigInt(["404", "500", "broken", "200"].indexOf(expected) + 1))
        assert.deepStrictEqual([yield* seen(sandbox, path), yield* seen(sandbox, path)], [expected, expected])
      }
      assert.strictEqual(yield* seen(sandbox, listPath()), "200")
    })
  )

  it("are all covered by these tests", () => {
    assert.deepStrictEqual([...kinds.map(([kind]) => kind), "stall"].sort(), [...faultKinds].sort())
  })
})

describe("odd answers of one chat", () => {
  const plain = {
    status: "OK",
    result: {
      context: { type: "ORDER", customer: { name: "Анна К." }, campaignId: 2001, orderId: 53_600_000_001 },
      messages: [
        { messageId: 9_007_199_254_740_993n, createdAt: "2026-10-01T09:00:00Z", sender: "CUSTOMER", message: "m0" }
      ],
      paging: {}
    }
  }
  const of = (habit: (typeof chatHabits)[number]) =>
    Effect.scoped(
      Effect.gen(function* () {
        const sandbox = yield* startSandbox({ shops: [sampleShop(1)], chats: { "1": habit } })
        return yield* post(sandbox, history)
      })
    )
  const notOfShape = new Set(["not-found", "always-500", "always-reset"])
  const paged = new Set(["repeating-token", "cycling-token", "endless-token"])

  for (const habit of chatHabits.filter((name) => !notOfShape.has(name) && !paged.has(name))) {
    it.live(`${habit} is a 200 that differs from the regular answer`, () =>
      Effect.gen(function* () {
        const reply = yield* of(habit)
        assert.strictEqual(reply.status, 200)
        const text = reply.text
        const isJson = habit !== "not-json" && habit !== "empty-body"
        assert.notDeepEqual(isJson ? jsonOf(reply) : text, plain)
      })
    )
  }

  it.live("have the forms that their names say", () =>
    Effect.gen(function* () {
      assert.include((yield* of("text-id")).text, '"messageId":"9007199254740993"')
      assert.include((yield* of("null-payload-item")).text, '"payload":[null]')
      assert.include((yield* of("null-payload")).text, '"payload":null')
      assert.include((yield* of("empty-page-token")).text, '"nextPageToken":""')
      assert.include((yield* of("null-page-token")).text, '"nextPageToken":null')
      assert.include((yield* of("null-message")).text, '"messages":[null]')
      assert.include((yield* of("messages-object")).text, '"messages":{"0":')
      assert.include((yield* of("status-error")).text, '"status":"ERROR"')
      assert.strictEqual((yield* of("no-result")).text, '{"status":"OK"}')
      assert.strictEqual((yield* of("empty-body")).text, "")
      assert.notInclude((yield* of("no-message-id")).text, "messageId")
      assert.notInclude((yield* of("no-sender")).text, "sender")
    })
  )
})
