import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream, TestClock } from "effect"
import { Acknowledgements } from "../../src/store/Acknowledgements.ts"
import { Findings } from "../../src/store/Findings.ts"
import { RunHistory } from "../../src/store/RunHistory.ts"
import { night } from "./nights.ts"
import { businessId, finding, listedChat, rules } from "./sampleChats.ts"
import { inStore } from "./temporaryStore.ts"

const agreed = { reason: "agreed with the marketplace", by: "anna", until: 5000 }

const statuses = (runId: string) =>
  Effect.flatMap(Findings, ({ reported }) =>
    Effect.map(Stream.runCollect(reported(runId, [businessId])), (found) =>
      [...found].map(({ id, status }) => `${status} ${id}`)
    )
  )

describe("an acknowledged finding", () => {
  it.effect("is reported with its reason until it expires, and is repeated from then on", () =>
    inStore(
      Effect.gen(function* () {
        const { run } = yield* night({ chats: [listedChat(1)], findings: () => [finding("a"), finding("b")] })
        yield* (yield* Acknowledgements).acknowledge(["a"], agreed)
        const { reported, counts } = yield* Findings
        const found = [...(yield* Stream.runCollect(reported(run.id, [businessId])))]
        assert.deepStrictEqual(
          found.map(({ id, status, acknowledgement }) => ({ id, status, acknowledgement })),
          [
            { id: "b", status: "new", acknowledgement: undefined },
            {
              id: "a",
              status: "acknowledged",
              acknowledgement: { reason: agreed.reason, until: "1970-01-01T00:00:05.000Z" }
            }
          ]
        )
        assert.deepStrictEqual(
          (yield* counts(run.id, [businessId])).map(({ status, findings }) => [status, findings]).toSorted(),
          [
            ["acknowledged", 1],
            ["new", 1]
          ]
        )
        yield* TestClock.setTime(4999)
        assert.deepStrictEqual(yield* statuses(run.id), ["new b", "acknowledged a"])
        const { run: later } = yield* night({ chats: [listedChat(1)], findings: () => [] })
        yield* TestClock.setTime(5000)
        assert.deepStrictEqual(yield* statuses(later.id), ["repeated a", "repeated b"])
      })
    )
  )

  it.effect("can be undone and acknowledged again with another reason", () =>
    inStore(
      Effect.gen(function* () {
        const { run } = yield* night({ chats: [listedChat(1)], findings: () => [finding("a"), finding("b")] })
        const { acknowledge, undo, all } = yield* Acknowledgements
        yield* acknowledge(["a", "b"], agreed)
        yield* acknowledge(["b"], { ...agreed, reason: "a better reason", until: 4000 })
        assert.deepStrictEqual(
          (yield* all).map(({ findingId, reason, by, at }) => ({ findingId, reason, by, at })),
          [
            { findingId: "b", reason: "a better reason", by: "anna", at: "1970-01-01T00:00:00.000Z" },
            { findingId: "a", reason: agreed.reason, by: "anna", at: "1970-01-01T00:00:00.000Z" }
          ]
        )
        assert.strictEqual(yield* undo(["a", "missing"]), 1)
        assert.deepStrictEqual(yield* statuses(run.id), ["new a", "acknowledged b"])
      })
    )
  )

  it.effect("can be named by any unique prefix of its id", () =>
    inStore(
      Effect.gen(function* () {
        yield* night({ chats: [listedChat(1)], findings: () => [finding("abc1"), finding("abd2"), finding("x")] })
        const { named } = yield* Acknowledgements
        assert.strictEqual(yield* named("abc"), "abc1")
        assert.strictEqual(yield* named("x"), "x")
        const ambiguous = yield* Effect.flip(named("ab"))
        assert.deepInclude(ambiguous, { problem: "ambiguous", nearest: ["abc1", "abd2"] })
        const unknown = yield* Effect.flip(named("abd9"))
        assert.deepInclude(unknown, { kind: "finding", problem: "unknown", given: "abd9", nearest: ["abd2"] })
        assert.deepInclude(yield* Effect.flip(named("q")), { problem: "unknown", nearest: [] })
        assert.deepInclude(yield* Effect.flip(named("")), { problem: "unknown", nearest: [] })
        // A character with a meaning in LIKE patterns is matched literally.
        assert.deepInclude(yield* Effect.flip(named("%")), { problem: "unknown" })
      })
    )
  )

  it.effect("can be one of several, selected by rule or chat from those that stand", () =>
    inStore(
      Effect.gen(function* () {
        yield* night({
          chats: [listedChat(1), listedChat(2)],
          findings: ({ chatId }) => [finding(`${chatId}-a`), finding(`${chatId}-b`)]
        })
        yield* night({
          chats: [listedChat(1), listedChat(2)],
          findings: ({ chatId }) => [finding(`${chatId}-a`)],
          everything: true
        })
        const { standingBy } = yield* Acknowledgements
        assert.deepStrictEqual(yield* standingBy("rule", "phone-number"), ["1-a", "2-a"])
        assert.deepStrictEqual(yield* standingBy("chat", "2"), ["2-a"])
        assert.deepInclude(yield* Effect.flip(standingBy("chat", "9")), { kind: "chat", given: "9" })
      })
    )
  )

  it.effect("is counted in the trend with its status at the end of each run", () =>
    inStore(
      Effect.gen(function* () {
        yield* night({ chats: [listedChat(1)], findings: () => [finding("a"), finding("b")] })
        yield* (yield* Acknowledgements).acknowledge(["a"], agreed)
        const { run } = yield* night({ chats: [listedChat(1)], findings: () => [], ruleSet: rules })
        yield* (yield* Acknowledgements).undo(["a"])
        const { trend } = yield* RunHistory
        const points = yield* trend(run.id, [businessId])
        assert.deepStrictEqual(
          points.map(({ byStatus, openBySeverity, complete }) => ({ ...byStatus, ...openBySeverity, complete })),
          [
            { new: 2, repeated: 0, acknowledged: 0, info: 0, warning: 0, error: 2, complete: true },
            { new: 0, repeated: 1, acknowledged: 1, info: 0, warning: 0, error: 1, complete: true }
          ]
        )
      })
    )
  )
})
