import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { RuleId } from "../../src/domain/Rule.ts"
import { Acknowledgements } from "../../src/store/Acknowledgements.ts"
import { RootCauses } from "../../src/store/RootCauses.ts"
import { night } from "./nights.ts"
import { businessId, finding, listedChat } from "./sampleChats.ts"
import { inStore } from "./temporaryStore.ts"

const day = 24 * 60 * 60 * 1000

const chats = [1, 2, 3, 4].map((id) => listedChat(id))

describe("a root cause", () => {
  it.effect("is reported once, with its chats, times and rules, the most frequent first", () =>
    inStore(
      Effect.gen(function* () {
        const { run } = yield* night({
          chats,
          findings: ({ chatId }) => [
            {
              ...finding(`${chatId}-phone`),
              wording: "template",
              writtenAt: Option.some(Number(chatId) * day),
              excerpt: `in chat ${chatId}`
            },
            {
              ...finding(`${chatId}-words`),
              rule: RuleId.make("contact-request"),
              severity: "warning",
              wording: "template",
              writtenAt: Option.some(Number(chatId) * day)
            },
            ...(Number(chatId) <= 2
              ? [{ ...finding(`${chatId}-link`), wording: "habit", writtenAt: Option.none() }]
              : []),
            { ...finding(`${chatId}-only`), wording: `only in ${chatId}` }
          ]
        })
        const causes = yield* (yield* RootCauses).of(run.id, [businessId])
        assert.deepStrictEqual<unknown>(causes, [
          {
            wording: "template",
            businessId: "1001",
            rules: ["contact-request", "phone-number"],
            severity: "error",
            findings: 8,
            chats: 4,
            chatIds: ["4", "3", "2", "1"],
            firstAt: "1970-01-02T00:00:00.000Z",
            lastAt: "1970-01-05T00:00:00.000Z",
            match: "+7926•••••42",
            excerpt: "in chat 4"
          },
          {
            wording: "habit",
            businessId: "1001",
            rules: ["phone-number"],
            severity: "error",
            findings: 2,
            chats: 2,
            chatIds: ["1", "2"],
            firstAt: null,
            lastAt: null,
            match: "+7926•••••42",
            excerpt: "звоните ██████"
          }
        ])
      })
    )
  )

  it.effect("is reported with every chat it counts, however often it recurred in the newest of them", () =>
    inStore(
      Effect.gen(function* () {
        const { run } = yield* night({
          chats,
          findings: ({ chatId }) =>
            Array.from({ length: chatId === "4" ? 250 : 1 }, (_, index) => ({
              ...finding(`${chatId}-${index}`),
              wording: "template",
              writtenAt: Option.some(Number(chatId) * day + index)
            }))
        })
        const [cause] = yield* (yield* RootCauses).of(run.id, [businessId])
        assert.deepInclude<unknown>(cause, { findings: 253, chats: 4, chatIds: ["4", "3", "2", "1"] })
      })
    )
  )

  it.effect("is omitted once its findings are acknowledged", () =>
    inStore(
      Effect.gen(function* () {
        const { run } = yield* night({
          chats,
          findings: ({ chatId }) => [{ ...finding(`${chatId}`), wording: "template" }]
        })
        yield* (yield* Acknowledgements).acknowledge(["1", "2", "3"], { reason: "r", by: "b", until: 1000 })
        assert.deepStrictEqual(yield* (yield* RootCauses).of(run.id, [businessId]), [])
      })
    )
  )
})
