import { assert, describe, it } from "@effect/vitest"
import { Effect, Schedule } from "effect"
import { demoSandbox } from "../../src/sandbox/demoSandbox.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { ask, historyPath, listPath, pages, post } from "./ask.ts"
import { sampleShop } from "./sampleShop.ts"

describe("the log", () => {
  it.scopedLive("counts requests and complete answers by method, and histories begun", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(3, 1)], chats: { "2": "not-found" } })
      yield* ask(sandbox, "/v2/campaigns")
      yield* post(sandbox, "/v2/auth/token")
      yield* post(sandbox, listPath())
      yield* pages(sandbox, (query) => historyPath(1n, query), 1)
      yield* post(sandbox, historyPath(2n))
      yield* post(sandbox, "/nowhere")
      assert.deepStrictEqual(sandbox.log.counters(), {
        requests: { campaigns: 1, list: 1, history: 4, token: 1, unknown: 1 },
        succeeded: { campaigns: 1, list: 1, history: 3, token: 1, unknown: 0 },
        outcomes: { "200": 6, "404": 2 },
        maximumConcurrency: 1,
        whileSpent: 0,
        historiesBegun: 2
      })
      assert.strictEqual(sandbox.log.chatsAsked().size, 0)
      assert.strictEqual(sandbox.log.requests().length, 0)
      sandbox.log.reset()
      assert.strictEqual(sandbox.log.counters().requests.history, 0)
    })
  )

  it.scopedLive("stores chats or whole requests if configured", () =>
    Effect.gen(function* () {
      const chats = yield* startSandbox({ shops: [sampleShop(1, 1)], remember: "chats" })
      yield* post(chats, historyPath(2n))
      assert.deepStrictEqual([...chats.log.chatsAsked()], ["2"])
      assert.strictEqual(chats.log.requests().length, 0)
      const requests = yield* startSandbox({ shops: [sampleShop(1, 1)], remember: "requests" })
      yield* post(requests, listPath())
      yield* post(requests, historyPath(2n), '{"messageIdFrom":5}')
      const [, second] = requests.log.requests()
      assert.deepInclude(second, {
        number: 2,
        method: "history",
        numberOfMethod: 1,
        target: "/v2/businesses/1001/chats/history?chatId=2",
        body: '{"messageIdFrom":5}',
        chatId: "2",
        outcome: "200"
      })
    })
  )
})

describe("the demo's marketplace", () => {
  it.scopedLive("answers with a 420 of each kind, a 500 and a 404, and is scanned within two seconds", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ ...demoSandbox, remember: "requests" })
      const [shop] = demoSandbox.shops
      const headers = { "Api-Key": shop?.apiKey ?? "" }
      for (const { chatId } of shop?.chats(0, 100) ?? []) {
        yield* post(sandbox, historyPath(chatId, { limit: "100" }), "{}", headers).pipe(
          Effect.tap((reply) =>
            reply.status === 200 || reply.status === 404 ? Effect.void : Effect.fail(reply.status)
          ),
          Effect.retry(Schedule.spaced("100 millis").pipe(Schedule.upTo("2 seconds"))),
          Effect.orDie
        )
      }
      const { outcomes, succeeded } = sandbox.log.counters()
      assert.strictEqual(succeeded.history, 39)
      assert.deepStrictEqual([outcomes["404"], outcomes["500"]], [1, 1])
      assert.isAtLeast(outcomes["420"] ?? 0, 2)
    })
  )
})
