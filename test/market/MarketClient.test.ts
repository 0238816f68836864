import { assert, describe, it } from "@effect/vitest"
import { Chunk, Effect, Fiber, Option, Stream, TestClock } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import { MessageId } from "../../src/domain/Message.ts"
import type { MarketAccess } from "../../src/market/MarketAccess.ts"
import type { MarketClient } from "../../src/market/MarketClient.ts"
import {
  access,
  forgetful,
  historyPage,
  limitHeaders,
  listPage,
  oauth,
  ok,
  refusal,
  type ScriptedAnswer,
  scriptedMarket,
  secret
} from "./scriptedMarket.ts"

const businessId = BusinessId.make("1001")
const chatId = ChatId.make("7")

const openWith = (client: MarketClient, by: MarketAccess = access, concurrency = 2) =>
  Effect.provide(client.open(by, businessId, concurrency), forgetful)

/** The ids of a chat's messages, in the order received. */
const idsOf = (client: MarketClient, from: Option.Option<MessageId> = Option.none(), by: MarketAccess = access) =>
  Effect.flatMap(openWith(client, by), (chats) =>
    Effect.map(
      Stream.runCollect(Stream.mapConcat(chats.history(chatId, from), ({ messages }) => messages)),
      (messages) => Chunk.toReadonlyArray(messages).map(({ id }) => String(id))
    )
  )

/** Runs an effect that waits on the test clock. */
const inTime = <A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, E> =>
  Effect.gen(function* () {
    const fiber = yield* Effect.fork(effect)
    yield* TestClock.adjust("3 days")
    return yield* Fiber.join(fiber)
  })

describe("a history", () => {
  it.effect("is requested with the chat and the paging in the query and the same body on each page", () =>
    Effect.gen(function* () {
      const { client, asked } = yield* scriptedMarket((_, number) =>
        historyPage([number], number < 3 ? `t=${number}&` : undefined)
      )
      const from = MessageId.make("9223372036854775807")
      assert.deepStrictEqual(yield* idsOf(client, Option.some(from)), ["1", "2", "3"])
      assert.deepStrictEqual(
        asked.map(({ method, path, query, body, headers }) => [
          method,
          path,
          Object.fromEntries(query),
          body,
          headers["content-type"],
          headers["api-key"]
        ]),
        [{}, { pageToken: "t=1&" }, { pageToken: "t=2&" }].map((token) => [
          "POST",
          "/v2/businesses/1001/chats/history",
          { chatId: "7", limit: "100", ...token },
          '{"messageIdFrom":9223372036854775807}',
          "application/json",
          secret
        ])
      )
    })
  )

  it.effect("is requested with an empty object when no first message is given", () =>
    Effect.gen(function* () {
      const { client, asked } = yield* scriptedMarket(() => historyPage([]))
      yield* idsOf(client)
      assert.deepStrictEqual(
        asked.map(({ body }) => body),
        ["{}"]
      )
    })
  )

  it.effect("preserves ids above 2^53", () =>
    Effect.gen(function* () {
      const ids = ["9007199254740992", "9007199254740993", "9223372036854775807"]
      const { client } = yield* scriptedMarket(() => historyPage(ids))
      assert.deepStrictEqual(yield* idsOf(client), ids)
    })
  )

  it.effect("survives faults of every kind without losing or duplicating a message", () =>
    Effect.gen(function* () {
      const faults: ReadonlyArray<ScriptedAnswer> = [
        refusal(500, "Internal server error"),
        { status: 503, body: "<html>Service temporarily unavailable</html>" },
        refusal(499, "Client Closed Request"),
        { disconnects: true },
        { breaksOff: true },
        { body: "" },
        { body: "<html>" },
        { body: '{"status":"OK","result":{"messages":[' },
        { body: '{"status":"ERROR","errors":[{"code":"X","message":"Try again later"}]}' },
        refusal(420, "Hit rate limit of 4 parallel requests for businessId 1001"),
        refusal(420, "Hit rate limit of 10000 requests per 1 hour for resource chats for businessId 1001"),
        { milliseconds: 45_000 }
      ]
      for (const [place, fault] of faults.entries()) {
        const { client, asked } = yield* scriptedMarket((_, number) =>
          number === 2 ? fault : historyPage(number === 1 ? [5, 4] : [4, 3], number === 1 ? "next" : undefined)
        )
        assert.deepStrictEqual(yield* inTime(idsOf(client)), ["5", "4", "3"], `fault ${place}`)
        assert.strictEqual(asked.length, 3)
      }
    })
  )

  it.effect("restarts from the first page, once, after a bad page token", () =>
    Effect.gen(function* () {
      const { client, asked } = yield* scriptedMarket((_, number) => {
        if (number === 2) return refusal(400, "Bad page token")
        return historyPage(number % 2 === 1 ? [5, 4] : [3], number % 2 === 1 ? `t${number}` : undefined)
      })
      assert.deepStrictEqual(yield* idsOf(client), ["5", "4", "3"])
      assert.deepStrictEqual(
        asked.map(({ query }) => query.get("pageToken")),
        [null, "t1", null, "t3"]
      )
      const bad = yield* scriptedMarket((question) =>
        question.query.has("pageToken") ? refusal(400, "Bad page token") : historyPage([5], "t")
      )
      const error = yield* Effect.flip(idsOf(bad.client))
      assert.strictEqual(error._tag, "BadPageToken")
      assert.strictEqual(bad.asked.length, 4)
    })
  )

  const refusals: ReadonlyArray<readonly [number, string, string]> = [
    [400, "chatId must be greater than or equal to 1", "BadRequest"],
    [401, "Api-Key token is invalid", "Unauthorized"],
    [403, "Access denied", "Forbidden"],
    [404, "Can't find chat by id: 7", "ChatNotFound"],
    [405, "Request method 'POST' not supported", "BadRequest"]
  ]
  it.effect.each(refusals)(
    "is requested only once when answered with %i: refusals count against the limit",
    ([status, detail, tag]) =>
      Effect.gen(function* () {
        const { client, asked } = yield* scriptedMarket(() => refusal(status, detail))
        assert.strictEqual((yield* Effect.flip(inTime(idsOf(client))))._tag, tag)
        assert.strictEqual(asked.length, 1)
      })
  )

  it.effect("times out a request that gets no answer within half a minute", () =>
    Effect.gen(function* () {
      const { client, asked } = yield* scriptedMarket(() => ({ milliseconds: 10 * 60_000 }))
      const error = yield* Effect.flip(inTime(idsOf(client)))
      assert.strictEqual(error._tag, "Disconnected")
      assert.strictEqual(asked.length, 8)
      assert.isTrue((asked[1]?.at ?? 0) >= 30_000 && (asked[1]?.at ?? 0) <= 31_000)
    })
  )
})

describe("the hourly limit", () => {
  it.effect("holds back every chat of the business, and no request is sent while it is used up", () =>
    Effect.gen(function* () {
      const hour = 3_600_000
      let left = 5
      const { client, asked, mostAtOnce } = yield* scriptedMarket(({ at }, number) => {
        if (at >= hour && left < 0) left = 5
        left -= 1
        return {
          ...historyPage([number]),
          milliseconds: 50 * (number % 3),
          headers: limitHeaders(at, {
            remaining: Math.max(left, 0),
            until: (Math.floor(at / hour) + 1) * hour,
            limit: 5,
            skew: 77_000
          })
        }
      })
      const chats = yield* openWith(client)
      const ids = ["1", "2", "3", "4", "5", "6", "7"].map((id) => ChatId.make(id))
      const fiber = yield* Effect.fork(
        Effect.forEach(ids, (id) => Stream.runDrain(chats.history(id, Option.none())), { concurrency: 4 })
      )
      yield* TestClock.adjust("10 minutes")
      assert.strictEqual(asked.length, 5)
      left = -1
      yield* TestClock.adjust("1 hours")
      yield* Fiber.join(fiber)
      assert.strictEqual(asked.length, 7)
      assert.isTrue(asked.slice(5).every(({ at }) => at >= hour))
      assert.strictEqual(mostAtOnce(), 2)
    })
  )

  it.effect("is read from the headers of an answer whose body breaks off", () =>
    Effect.gen(function* () {
      const { client, asked } = yield* scriptedMarket(({ at }, number) =>
        number === 1
          ? { breaksOff: true, headers: limitHeaders(at, { remaining: 0, until: 40 * 60_000 }) }
          : historyPage([1])
      )
      assert.deepStrictEqual(yield* inTime(idsOf(client)), ["1"])
      assert.isTrue((asked[1]?.at ?? 0) >= 40 * 60_000)
    })
  )

  it.effect("shows in the outlook even if a refusal revealed it", () =>
    Effect.gen(function* () {
      const { client } = yield* scriptedMarket(({ at }, number) =>
        number === 1
          ? refusal(
              420,
              "Hit rate limit of 5 requests per 1 hour",
              limitHeaders(at, { remaining: 0, until: 1_800_000 })
            )
          : historyPage([1])
      )
      const chats = yield* openWith(client)
      const fiber = yield* Effect.fork(Stream.runDrain(chats.history(chatId, Option.none())))
      yield* TestClock.adjust("1 minutes")
      const { remaining, waitingUntil } = yield* chats.outlook
      assert.deepStrictEqual([remaining, waitingUntil], [Option.some(0), Option.some(1_801_000)])
      yield* TestClock.adjust("30 minutes")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(yield* chats.requests, { list: 0, history: 2, retries: 1 })
    })
  )
})

describe("parallel requests", () => {
  it.effect("never exceed the limit, lists and histories together", () =>
    Effect.gen(function* () {
      for (const concurrency of [1, 2, 4]) {
        const { client, mostAtOnce } = yield* scriptedMarket((question, number) => ({
          ...(question.path.endsWith("history") ? historyPage([number]) : listPage([number])),
          milliseconds: 100 + (number % 5) * 30
        }))
        const chats = yield* openWith(client, access, concurrency)
        const histories = Array.from({ length: 12 }, () => Stream.runDrain(chats.history(chatId, Option.none())))
        yield* inTime(Effect.all([Stream.runDrain(chats.chats), ...histories], { concurrency: "unbounded" }))
        assert.strictEqual(mostAtOnce(), concurrency)
      }
    })
  )
})

describe("the list of chats", () => {
  const listed = (client: MarketClient) =>
    Effect.flatMap(openWith(client), (chats) =>
      Effect.map(Stream.runCollect(Stream.mapConcat(chats.chats, (page) => page)), (all) =>
        Chunk.toReadonlyArray(all).map(({ id }) => String(id))
      )
    )

  it.effect("is read once when it did not change, 20 chats a page and without a filter", () =>
    Effect.gen(function* () {
      const { client, asked } = yield* scriptedMarket((_, number) => listPage([number], number === 1 ? "t" : undefined))
      assert.deepStrictEqual(yield* listed(client), ["1", "2"])
      assert.deepStrictEqual(
        asked.map(({ path, query, body }) => [path, query.get("limit"), body]),
        Array(2).fill(["/v2/businesses/1001/chats", "20", "{}"])
      )
    })
  )

  it.effect("is read again when it changed during paging, so that no chat is missing", () =>
    Effect.gen(function* () {
      // Chat 9 moves from the second page to the front between the two requests, and chat 2 to the second page.
      const pages = [listPage([1, 2], "a"), listPage([2, 3]), listPage([9, 1], "b"), listPage([2, 3])]
      const { client, asked } = yield* scriptedMarket((_, number) => pages[number - 1] ?? listPage([]))
      const ids = yield* listed(client)
      assert.deepStrictEqual(new Set(ids), new Set(["1", "2", "3", "9"]))
      assert.strictEqual(asked.length, 4)
    })
  )
})

describe("businesses", () => {
  it.effect("are collected from all pages of campaigns, each once", () =>
    Effect.gen(function* () {
      const { client, asked } = yield* scriptedMarket((_, number) => ({
        body: JSON.stringify({
          campaigns: [{ business: { id: 5 } }, { business: { id: 4 + number } }, { id: 77 }, { id: 78, business: {} }],
          paging: number === 1 ? { nextPageToken: "t" } : {}
        })
      }))
      const found = Chunk.toReadonlyArray(yield* Stream.runCollect(client.businesses(access)))
      assert.deepStrictEqual(
        found.map(({ ids, shopsWithout }) => [ids.map(String), shopsWithout]),
        [
          [["5"], 2],
          [["6"], 2]
        ]
      )
      assert.deepStrictEqual(
        asked.map(({ method, path, query }) => [method, path, query.get("limit"), query.get("pageToken")]),
        [
          ["GET", "/v2/campaigns", "100", null],
          ["GET", "/v2/campaigns", "100", "t"]
        ]
      )
    })
  )
})

describe("a refused key", () => {
  const noScope = refusal(403, "Token does not have any of the scopes to access the API method")
  const scopes = (...authScopes: ReadonlyArray<string>) => ok({ apiKey: { name: "k", authScopes } })

  const cases: ReadonlyArray<readonly [string, ScriptedAnswer, ScriptedAnswer, string, number]> = [
    ["has no scope for chats", noScope, scopes("OFFERS_AND_CARDS_MANAGEMENT"), "ScopeMissing", 2],
    ["has a scope for chats nevertheless", noScope, scopes("ALL_METHODS_READ_ONLY"), "Forbidden", 2],
    ["has unreadable scopes", noScope, refusal(401, "Api-Key token is invalid"), "Forbidden", 2],
    ["belongs to another cabinet", refusal(403, "Access denied"), scopes(), "Forbidden", 1]
  ]
  it.effect.each(cases)("gets the right error when it %s", ([, first, second, tag, requests]) =>
    Effect.gen(function* () {
      const { client, asked } = yield* scriptedMarket(({ path }) => (path === "/v2/auth/token" ? second : first))
      const error = yield* Effect.flip(idsOf(client))
      assert.strictEqual(error._tag, tag)
      assert.strictEqual(asked.length, requests)
      if (error._tag === "ScopeMissing") assert.deepStrictEqual(error.scopes, ["offers-and-cards-management"])
    })
  )

  it.effect("that is an OAuth token is sent with the business, and its scopes are not requested", () =>
    Effect.gen(function* () {
      const { client, asked } = yield* scriptedMarket(() => refusal(403, "Scope is invalid"))
      assert.strictEqual((yield* Effect.flip(idsOf(client, Option.none(), oauth)))._tag, "Forbidden")
      assert.strictEqual(asked.length, 1)
      assert.deepInclude(asked[0]?.headers, { authorization: "Bearer y0_AgAAAAAexample", "x-business-id": "1001" })
      assert.notProperty(asked[0]?.headers, "api-key")
    })
  )
})

describe("an error's text", () => {
  const echoes: ReadonlyArray<ScriptedAnswer> = [
    ...[400, 401, 403, 404, 405, 420, 423, 429, 500, 503].flatMap((status) => [
      refusal(status, `Key ${secret} of ACMA:another:0000abcd is invalid`),
      refusal(status, `Api-Key=${encodeURIComponent(secret)}, ${secret.toLowerCase()}, ${secret.slice(5)}`),
      refusal(status, "Type mismatch: '+7 (926) 123-45-67' of 'anna@example.org' in 89261234567"),
      { status, body: `<html>${secret}</html>` },
      { status, body: JSON.stringify({ errors: [{ message: secret }] }), headers: { "Api-Key": secret } }
    ]),
    { status: 302, headers: { Location: `http://elsewhere.invalid/?key=${secret}` } },
    { body: `{"${secret}":` },
    { body: JSON.stringify({ result: { apiKey: { authScopes: [{ [secret]: "звоните 89261234567" }] } } }) },
    { body: JSON.stringify({ status: "ERROR", errors: [{ message: `${"x".repeat(190)}${secret}` }] }) },
    { disconnects: true }
  ]
  it.effect("contains no half of a character after it is cut", () =>
    Effect.gen(function* () {
      const { client } = yield* scriptedMarket(() => refusal(400, `${"x".repeat(199)}🙂`))
      const error = yield* Effect.flip(inTime(idsOf(client)))
      assert.include(error.message, "x\ufffd")
    })
  )

  it.effect("never contains the key or message text", () =>
    Effect.gen(function* () {
      for (const answer of echoes) {
        const { client } = yield* scriptedMarket(() => answer)
        // Both a retried method and one that is not retried, because the former fails late.
        const error = yield* Effect.flip("body" in answer ? client.keyScopes(access) : inTime(idsOf(client)))
        const text = `${error.message} ${JSON.stringify(error)} ${String(error)} ${error.stack}`
        for (const hidden of [
          secret,
          "151c0664",
          "ACMA:",
          "0000abcd",
          "89261234567",
          "123-45",
          "i4c4cxcs",
          "I4c4CxCS",
          "anna",
          "example"
        ]) {
          assert.notInclude(text, hidden)
        }
      }
    })
  )
})
