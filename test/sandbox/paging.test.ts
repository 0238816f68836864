import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import type { HistoryHabits, TokenHabit } from "../../src/sandbox/SandboxOptions.ts"
import { errorIn, historyPath, idsIn, listPath, pages, post, tokenIn } from "./ask.ts"
import { mutableShop } from "./mutableShop.ts"
import { sampleChat, sampleMessageId, sampleShop } from "./sampleShop.ts"

/** The positions, counted from the oldest, of the messages on each page of chat 1. */
const placesByPage = (habits: HistoryHabits, messageCount: number, limit: number, body?: string) =>
  Effect.scoped(
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(messageCount)], history: habits })
      const replies = yield* pages(
        sandbox,
        (query) => historyPath(1n, query),
        limit,
        body === undefined ? {} : { body }
      )
      return replies.map((reply) => idsIn(reply, "messageId").map((id) => Number(BigInt(id) - sampleMessageId(0))))
    })
  )

const from = (position: number): string => `{"messageIdFrom":${sampleMessageId(position)}}`

describe("the pages of a history", () => {
  const cases: ReadonlyArray<readonly [string, HistoryHabits, ReadonlyArray<ReadonlyArray<number>>, string?]> = [
    ["are newest first", {}, [[4, 3], [2, 1], [0]]],
    ["are oldest first", { order: "oldest-first" }, [[0, 1], [2, 3], [4]]],
    ["are newest first, each in chronological order", { orderWithinPage: "oldest-first" }, [[3, 4], [1, 2], [0]]],
    [
      "are oldest first, each in reverse order",
      { order: "oldest-first", orderWithinPage: "newest-first" },
      [[1, 0], [3, 2], [4]]
    ],
    [
      "repeat a message at their boundaries",
      { repeatedAtBorders: 1 },
      [
        [4, 3],
        [3, 2],
        [2, 1],
        [1, 0]
      ]
    ],
    ["end with an empty one", { emptyLastPage: true }, [[4, 3], [2, 1], [0], []]],
    ["begin with the requested message", {}, [[4, 3], [2]], from(2)],
    ["begin after the requested message", { messageIdFrom: "exclusive" }, [[4, 3]], from(2)],
    ["begin with it when oldest first too", { order: "oldest-first" }, [[2, 3], [4]], from(2)],
    ["are one empty page after the last message", { messageIdFrom: "exclusive" }, [[]], from(4)]
  ]
  for (const [name, habits, expected, body] of cases) {
    it.live(name, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* placesByPage(habits, 5, 2, body), expected)
      })
    )
  }

  it.live("have the default and the maximum size", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(
        (yield* placesByPage({}, 200, 100)).map((page) => page.length),
        [100, 100]
      )
    })
  )

  it.scopedLive("require the same body and the same chat for their token", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(5, 5)] })
      const pageToken = tokenIn(yield* post(sandbox, historyPath(1n, { limit: "2" }), from(1))) ?? ""
      assert.match(pageToken, /==$/)
      const answers = yield* Effect.all([
        post(sandbox, historyPath(1n, { limit: "2", pageToken }), from(1)),
        post(sandbox, historyPath(1n, { limit: "2", page_token: pageToken }), from(1)),
        post(sandbox, historyPath(1n, { limit: "2", pageToken }), "{}"),
        post(sandbox, historyPath(2n, { limit: "2", pageToken }), from(1)),
        post(sandbox, historyPath(1n, { limit: "2", pageToken: pageToken.slice(0, -1) }), from(1))
      ])
      assert.deepStrictEqual(
        answers.map(({ status }) => status),
        [200, 200, 400, 400, 400]
      )
      assert.strictEqual(errorIn(answers[2]), "Bad page token")
    })
  )

  const tokenHabits: ReadonlyArray<readonly [TokenHabit, number]> = [
    ["repeating", 1],
    ["cycling", 2],
    ["endless", 10]
  ]
  for (const [habit, differentTokens] of tokenHabits) {
    it.scopedLive(`never end if the token is ${habit}, in a history and in the list`, () =>
      Effect.gen(function* () {
        const sandbox = yield* startSandbox({
          shops: [sampleShop(5, 5)],
          chats: { "1": `${habit}-token` },
          list: { token: habit }
        })
        const atMost = { atMost: 10 }
        const history = yield* pages(sandbox, (query) => historyPath(1n, query), 2, atMost)
        const list = yield* pages(sandbox, listPath, 1, atMost)
        const others = yield* pages(sandbox, (query) => historyPath(2n, query), 2)
        assert.deepStrictEqual([history.length, list.length, others.length], [10, 10, 3])
        assert.strictEqual(new Set(history.map(tokenIn)).size, differentTokens)
        assert.strictEqual(new Set(list.map(tokenIn)).size, differentTokens)
      })
    )
  }
})

describe("the pages of the list", () => {
  it.scopedLive("have 10 chats by default", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(...Array<number>(45).fill(1))] })
      const ids = (yield* pages(sandbox, listPath, 20)).map((reply) => idsIn(reply, "chatId"))
      assert.deepStrictEqual(
        ids.map((page) => page.length),
        [20, 20, 5]
      )
      assert.strictEqual(new Set(ids.flat()).size, 45)
      assert.strictEqual(idsIn(yield* post(sandbox, listPath()), "chatId").length, 10)
    })
  )

  it.scopedLive("repeat chats at their boundaries and end with an empty page if configured", () =>
    Effect.gen(function* () {
      const list = { repeatedAtBorders: 1, emptyLastPage: true }
      const sandbox = yield* startSandbox({ shops: [sampleShop(1, 1, 1)], list })
      const ids = (yield* pages(sandbox, listPath, 2)).map((reply) => idsIn(reply, "chatId"))
      assert.deepStrictEqual(ids, [["1", "2"], ["2", "3"], []])
    })
  )

  it.scopedLive("repeat a chat when a new one is inserted at the front", () =>
    Effect.gen(function* () {
      const shop = mutableShop(sampleShop(1, 1, 1))
      const sandbox = yield* startSandbox({
        shops: [shop],
        onAnswer: ({ method, numberOfMethod }) => {
          if (method === "list" && numberOfMethod === 1) shop.addChat(sampleChat(99n, 1))
        }
      })
      const ids = (yield* pages(sandbox, listPath, 2)).map((reply) => idsIn(reply, "chatId"))
      assert.deepStrictEqual(ids, [
        ["1", "2"],
        ["2", "3"]
      ])
      assert.deepStrictEqual(idsIn(yield* post(sandbox, listPath()), "chatId"), ["99", "1", "2", "3"])
    })
  )
})
