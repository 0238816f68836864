import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, TestClock } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { MarketClient } from "../../src/market/MarketClient.ts"
import type { FinishedRun } from "../../src/store/Runs.ts"
import {
  type Asked,
  access,
  historyPage,
  limitHeaders,
  listPage,
  ok,
  refusal,
  type ScriptedAnswer,
  scriptedMarket
} from "../market/scriptedMarket.ts"
import { temporaryFolder } from "../store/temporaryStore.ts"
import { phoneAt } from "./sampleShops.ts"
import { businessOf, optionsFor, scanInto } from "./scanning.ts"
import { isHistory, scanScripted } from "./scanScripted.ts"

const minute = 60_000

/** A page with one violating message of the shop. */
const phonePage = (id: number, nextPageToken?: string): ScriptedAnswer => ({
  body: JSON.stringify({
    result: {
      messages: [
        { messageId: id, createdAt: "2026-10-01T09:00:00Z", sender: "PARTNER", message: `Номер ${phoneAt(id)}` }
      ],
      paging: nextPageToken === undefined ? {} : { nextPageToken }
    }
  })
})

const chatOf = ({ query }: Asked): number => Number(query.get("chatId"))

const database = Effect.map(temporaryFolder, (folder) => join(folder, "chatlint.db"))

const addsUp = (run: FinishedRun) => {
  for (const { coverage } of run.businesses) {
    assert.strictEqual(
      coverage.chatsScanned + coverage.chatsUnchanged + coverage.notScanned.length,
      coverage.chatsListed
    )
  }
}

const namesOf = (run: FinishedRun) =>
  businessOf(run).coverage.notScanned.map(({ chatId, reason }) => [Number(chatId), reason])

describe("a chat that cannot be read", () => {
  const reasons: ReadonlyArray<readonly [string, ScriptedAnswer]> = [
    ["ChatNotFound", refusal(404, "Can't find chat by id: 2")],
    ["BadRequest", refusal(400, "chatId must be greater than or equal to 1")],
    ["MalformedAnswer", { body: '{"status":"OK"}' }],
    ["ServerFault", refusal(500, "Internal server error")],
    ["Disconnected", { disconnects: true }],
    ["EndlessPaging", historyPage([1], "again")]
  ]
  it.scoped.each(reasons)("is reported with its reason (%s), and the others are read", ([reason, answer]) =>
    Effect.gen(function* () {
      const { scanned } = yield* scanScripted(yield* database, (asked) =>
        !isHistory(asked) ? listPage([1, 2, 3]) : chatOf(asked) === 2 ? answer : historyPage([1])
      )
      assert.deepStrictEqual(namesOf(scanned), [[2, reason]])
      assert.isFalse(scanned.complete)
      assert.deepInclude(businessOf(scanned).coverage, { chatsListed: 3, chatsScanned: 2, chatsUnchanged: 0 })
      assert.isUndefined(businessOf(scanned).failure)
    })
  )

  it.scoped("keeps findings made before the failure, and is read from the same place the next night", () =>
    Effect.gen(function* () {
      const path = yield* database
      const first = yield* scanScripted(path, (asked) => {
        if (!isHistory(asked)) return listPage([1])
        return asked.query.has("pageToken") ? refusal(404, "gone") : phonePage(5, "next")
      })
      assert.deepStrictEqual(namesOf(first.scanned), [[1, "ChatNotFound"]])
      assert.deepStrictEqual(
        first.scanned.findings.map(({ status }) => status),
        ["new"]
      )
      const second = yield* scanScripted(path, (asked) => {
        if (!isHistory(asked)) return listPage([1])
        return asked.query.has("pageToken") ? phonePage(4) : phonePage(5, "next")
      })
      assert.deepStrictEqual(
        second.histories.map(({ body }) => body),
        ["{}", "{}"]
      )
      assert.isTrue(second.scanned.complete)
      assert.deepStrictEqual(second.scanned.findings.map(({ status }) => status).sort(), ["new", "repeated"])
    })
  )
})

describe("a chat whose message to continue from is gone", () => {
  it.scoped("is read once from its beginning, and reported as not found only if that fails", () =>
    Effect.gen(function* () {
      const path = yield* database
      const many = Array.from({ length: 30 }, (_, index) => index + 1)
      yield* scanScripted(path, (asked) => (isHistory(asked) ? historyPage(many) : listPage([1])))
      const night = (answer: ScriptedAnswer) =>
        Effect.map(
          scanScripted(path, (asked) => {
            if (!isHistory(asked)) return listPage([1])
            return asked.body === "{}" ? answer : refusal(404, "Can't find message by id: '19' for chat '1'")
          }),
          ({ scanned, histories }) => [namesOf(scanned), scanned.findings.length, histories.map(({ body }) => body)]
        )
      const bodies = ['{"messageIdFrom":19}', "{}"]
      const missing = refusal(404, "Can't find chat by id: '1'")
      assert.deepStrictEqual(yield* night(missing), [[[1, "ChatNotFound"]], 0, bodies])
      assert.deepStrictEqual(yield* night(phonePage(40)), [[], 1, bodies])
    })
  )
})

describe("a marketplace that is down", () => {
  const ids = Array.from({ length: 12 }, (_, index) => index + 1)

  const outages: ReadonlyArray<readonly [string, ScriptedAnswer]> = [
    ["ServerFault", refusal(503, "Service temporarily unavailable")],
    ["MalformedAnswer", { body: "<html>Are you a robot?</html>" }]
  ]
  it.scoped.each(outages)(
    "is not asked for every chat: after five in a row without an answer, and none for the list, the rest is named (%s)",
    ([reason, down]) =>
      Effect.gen(function* () {
        let hasListed = false
        const { scanned, histories } = yield* scanScripted(yield* database, (asked) => {
          if (isHistory(asked) || hasListed) return down
          hasListed = true
          return listPage(ids)
        })
        assert.strictEqual(new Set(histories.map(chatOf)).size, 5)
        assert.strictEqual(businessOf(scanned).failure?.reason, reason)
        assert.deepStrictEqual(
          namesOf(scanned),
          ids.map((id) => [id, reason])
        )
        addsUp(scanned)
      })
  )

  it.scoped("for some chats only is still asked for all others", () =>
    Effect.gen(function* () {
      const { scanned } = yield* scanScripted(yield* database, (asked) =>
        isHistory(asked) ? (chatOf(asked) === 12 ? historyPage([1]) : refusal(500, "")) : listPage(ids)
      )
      assert.isUndefined(businessOf(scanned).failure)
      assert.deepInclude(businessOf(scanned).coverage, { chatsListed: 12, chatsScanned: 1 })
      addsUp(scanned)
    })
  )

  it.scoped("is asked again as long as it answers occasionally", () =>
    Effect.gen(function* () {
      const { scanned } = yield* scanScripted(yield* database, (asked) =>
        isHistory(asked) ? (chatOf(asked) % 4 === 0 ? historyPage([1]) : refusal(500, "")) : listPage(ids)
      )
      assert.isUndefined(businessOf(scanned).failure)
      assert.deepInclude(businessOf(scanned).coverage, { chatsListed: 12, chatsScanned: 3 })
      addsUp(scanned)
    })
  )

  it.scoped("is not waited for with each chat if its hourly limit never resets", () =>
    Effect.gen(function* () {
      const { scanned, histories } = yield* scanScripted(yield* database, (asked) =>
        isHistory(asked) ? refusal(420, "Hit rate limit of 10000 requests per 1 hour") : listPage(ids)
      )
      assert.strictEqual(new Set(histories.map(chatOf)).size, 1)
      assert.strictEqual(businessOf(scanned).failure?.reason, "HourlyLimit")
      assert.strictEqual(namesOf(scanned).length, 12)
      addsUp(scanned)
    })
  )
})

describe("a refused key", () => {
  const refusals: ReadonlyArray<readonly [string, number, string]> = [
    ["Unauthorized", 401, "Api-Key token is invalid"],
    ["Forbidden", 403, "Access denied"]
  ]
  it.scoped.each(refusals)("stops the business at the first request (%s)", ([reason, status, detail]) =>
    Effect.gen(function* () {
      const { scanned, asked } = yield* scanScripted(yield* database, () => refusal(status, detail))
      assert.strictEqual(asked.length, 1)
      assert.strictEqual(businessOf(scanned).failure?.reason, reason)
      assert.isFalse(scanned.complete)
      assert.deepInclude(businessOf(scanned).requests, { list: 1, history: 0, retries: 0 })
    })
  )

  it.scoped("reports a list in which some entries name no chat, and reads the others", () =>
    Effect.gen(function* () {
      const list = ok({ chats: [null, { chatId: 1, updatedAt: "2026-10-01T09:00:00Z" }, null], paging: {} })
      const { scanned } = yield* scanScripted(yield* database, (asked) => (isHistory(asked) ? phonePage(5) : list))
      assert.isFalse(scanned.complete)
      assert.lengthOf(scanned.findings, 1)
      assert.deepInclude(businessOf(scanned).failure, { reason: "MalformedAnswer" })
    })
  )

  it.scoped("reports a list with a malformed chat, and reads the others on its page and later ones", () =>
    Effect.gen(function* () {
      const chat = (chatId: unknown) => ({ chatId, updatedAt: "2026-10-01T09:00:00Z" })
      const { scanned } = yield* scanScripted(yield* database, (asked) =>
        isHistory(asked)
          ? phonePage(chatOf(asked))
          : asked.query.has("pageToken")
            ? ok({ chats: [chat(3)], paging: {} })
            : ok({ chats: [chat(1), chat("x7"), chat(2)], paging: { nextPageToken: "next" } })
      )
      assert.isFalse(scanned.complete)
      assert.lengthOf(scanned.findings, 3)
      assert.include(businessOf(scanned).failure?.message, "result.chats[1].chatId does not have the documented form")
    })
  )

  it.scoped("reports a chat with a malformed message, and judges the others on its page and later ones", () =>
    Effect.gen(function* () {
      const path = yield* database
      const pages = (asked: Asked) => {
        if (!isHistory(asked)) return listPage([1, 2])
        if (chatOf(asked) === 2) return historyPage([1])
        if (asked.query.has("pageToken")) return phonePage(9)
        const message = (messageId: unknown) => ({ messageId, sender: "PARTNER", message: `Номер ${phoneAt(5)}` })
        return ok({ messages: [message(5), message("abc")], paging: { nextPageToken: "next" } })
      }
      const { scanned } = yield* scanScripted(path, pages)
      assert.deepStrictEqual(namesOf(scanned), [[1, "MalformedAnswer"]])
      assert.include(businessOf(scanned).coverage.notScanned[0]?.message, "result.messages[1].messageId")
      assert.lengthOf(scanned.findings, 2)
      const again = yield* scanScripted(path, pages)
      assert.deepStrictEqual(namesOf(again.scanned), [[1, "MalformedAnswer"]])
    })
  )

  it.scoped("takes a first answer that is not JSON for a wrong address, but not one without a result", () =>
    Effect.gen(function* () {
      for (const [body, reason] of [
        ["<html>", "WrongAddress"],
        ['{"status":"OK"}', "MalformedAnswer"]
      ] as const) {
        const { scanned } = yield* scanScripted(yield* database, () => ({ body }))
        assert.strictEqual(businessOf(scanned).failure?.reason, reason)
      }
    })
  )

  it.scoped.each(refusals)(
    "stops the business in the middle too, and every request is counted (%s)",
    ([reason, status, detail]) =>
      Effect.gen(function* () {
        yield* TestClock.setTime(Date.parse("2026-10-02T09:00:00Z"))
        const path = yield* database
        const { scanned, histories } = yield* scanScripted(path, (asked) =>
          !isHistory(asked) ? listPage([1, 2, 3, 4]) : chatOf(asked) === 1 ? phonePage(5) : refusal(status, detail)
        )
        assert.strictEqual(histories.length, 2)
        assert.deepInclude(businessOf(scanned).requests, { list: 1, history: 2 })
        assert.deepStrictEqual(
          namesOf(scanned),
          [2, 3, 4].map((id) => [id, reason])
        )
        assert.strictEqual(scanned.findings.length, 1)
        addsUp(scanned)
        const next = yield* scanScripted(path, (asked) =>
          isHistory(asked) ? historyPage([1]) : listPage([1, 2, 3, 4])
        )
        assert.deepStrictEqual(next.histories.map(chatOf), [2, 3, 4])
        assert.isTrue(next.scanned.complete)
      })
  )

  it.scoped("of one business does not affect the others", () =>
    Effect.gen(function* () {
      const other = { businessId: BusinessId.make("1002"), access }
      const { scanned } = yield* scanScripted(
        yield* database,
        (asked) => {
          if (asked.path.includes("/1001/")) return refusal(403, "Access denied")
          return isHistory(asked) ? phonePage(5) : listPage([1])
        },
        { businesses: [{ businessId: BusinessId.make("1001"), access }, other] }
      )
      assert.deepStrictEqual(
        scanned.businesses.map(({ failure, coverage }) => [failure?.reason, coverage.chatsScanned]),
        [
          ["Forbidden", 0],
          [undefined, 1]
        ]
      )
      assert.strictEqual(scanned.findings.length, 1)
    })
  )
})

describe("a list that is cut short", () => {
  it.scoped("is reported, and the chats that it named are read", () =>
    Effect.gen(function* () {
      const { scanned } = yield* scanScripted(yield* database, (asked) => {
        if (isHistory(asked)) return phonePage(chatOf(asked))
        return asked.query.has("pageToken") ? { body: "<html>" } : listPage([1, 2], "next")
      })
      assert.strictEqual(businessOf(scanned).failure?.reason, "MalformedAnswer")
      assert.deepInclude(businessOf(scanned).coverage, { chatsListed: 2, chatsScanned: 2 })
      assert.isFalse(scanned.complete)
      assert.strictEqual(scanned.findings.length, 2)
    })
  )
})

describe("an hourly limit that is used up", () => {
  it.scoped("is remembered by a scan that starts within the hour", () =>
    Effect.gen(function* () {
      const path = yield* database
      yield* TestClock.setTime(Date.parse("2026-11-22T10:20:00Z"))
      const turn = Date.parse("2026-11-22T11:00:00Z")
      const spent = (at: number) => ({ headers: limitHeaders(at, { remaining: 0, until: turn, skew: -5 * minute }) })
      // The first scan uses up the limit and counts as killed: it does not finish.
      const { client } = yield* scriptedMarket((asked) =>
        isHistory(asked) ? { ...phonePage(5), ...spent(asked.at) } : listPage([1, 2])
      )
      const killed = yield* Effect.fork(
        Effect.provideService(scanInto(path, optionsFor("1001", access, { concurrency: 1 })), MarketClient, client)
      )
      for (let step = 0; step < 50; step += 1) {
        yield* TestClock.adjust("1 seconds")
        yield* Effect.promise(() => new Promise((resolve) => setTimeout(resolve, 5)))
      }
      yield* Fiber.interrupt(killed)

      const { scanned, histories } = yield* scanScripted(path, (asked) =>
        isHistory(asked) ? phonePage(6) : listPage([1, 2])
      )
      assert.isTrue(histories.length === 1 && histories.every(({ at }) => at >= turn))
      assert.isTrue(scanned.complete)
      assert.deepStrictEqual(
        scanned.findings.map(({ status }) => status),
        ["new", "new"]
      )
      assert.deepInclude(businessOf(scanned).coverage, { chatsListed: 2, chatsScanned: 2, messages: 2 })
      addsUp(scanned)
    })
  )
})
