import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Stream, TestClock } from "effect"
import { MessageId } from "../../src/domain/Message.ts"
import { Acknowledgements } from "../../src/store/Acknowledgements.ts"
import { Findings } from "../../src/store/Findings.ts"
import { RunChanges } from "../../src/store/RunChanges.ts"
import { RunHistory } from "../../src/store/RunHistory.ts"
import type { FinishedRun } from "../../src/store/Runs.ts"
import { night } from "./nights.ts"
import { businessId, finding, listedChat, notRead, readTo, rules } from "./sampleChats.ts"
import { inStore } from "./temporaryStore.ts"

const changesOf = (since: Option.Option<FinishedRun>, { run }: FinishedRun) =>
  Effect.flatMap(RunChanges, ({ between }) =>
    between(
      Option.map(since, (earlier) => earlier.run),
      run.id,
      [businessId]
    )
  )

/** The ids of the changed findings, by kind. */
const listOf = (since: Option.Option<FinishedRun>, { run }: FinishedRun) =>
  Effect.gen(function* () {
    const { list } = yield* RunChanges
    const found = yield* Stream.runCollect(
      list(
        Option.map(since, (earlier) => earlier.run),
        run.id,
        [businessId]
      )
    )
    return [...found].map(({ change, finding: { id } }) => `${change} ${id}`)
  })

const reportedIn = ({ run }: FinishedRun) =>
  Effect.flatMap(Findings, ({ reported }) =>
    Effect.map(Stream.runCollect(reported(run.id, [businessId])), (found) =>
      [...found].map(({ id, status }) => `${status} ${id}`)
    )
  )

describe("the changes between two runs", () => {
  it.effect("are all new without an earlier run", () =>
    inStore(
      Effect.gen(function* () {
        const only = yield* night({ chats: [listedChat(1)], findings: () => [finding("a"), finding("b")] })
        assert.deepStrictEqual(yield* changesOf(Option.none(), only), {
          since: null,
          new: 2,
          foundByChangedRules: 0,
          repeated: 0,
          acknowledged: 0,
          noLongerInWindow: 0,
          clearedByChangedRules: 0,
          chatsNotScanned: 0
        })
      })
    )
  )

  it.effect("cover new, repeated, acknowledged and gone findings, and unread chats", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* night({
          chats: [listedChat(1), listedChat(2), listedChat(3)],
          findings: ({ chatId }) => [finding(`old-${chatId}`)]
        })
        yield* (yield* Acknowledgements).acknowledge(["old-2"], { reason: "agreed", by: "anna", until: 10_000 })
        const second = yield* night({
          chats: [listedChat(1, 9000), listedChat(2), listedChat(4)],
          findings: ({ chatId }) => (chatId === "1" ? [finding("fresh", "60")] : []),
          outcome: ({ chatId }) => (chatId === "4" ? notRead : readTo(60))
        })
        assert.deepStrictEqual(yield* changesOf(Option.some(first), second), {
          since: { runId: first.run.id, finishedAt: first.run.finishedAt },
          new: 1,
          foundByChangedRules: 0,
          repeated: 1,
          acknowledged: 1,
          noLongerInWindow: 1,
          clearedByChangedRules: 0,
          chatsNotScanned: 1
        })
        assert.deepStrictEqual(yield* listOf(Option.some(first), second), [
          "new fresh",
          "repeated old-1",
          "acknowledged old-2",
          "no-longer-in-window old-3"
        ])
        assert.deepStrictEqual(yield* reportedIn(second), ["new fresh", "repeated old-1", "acknowledged old-2"])
      })
    )
  )

  it.effect("attribute a finding in an old message, found or cleared, to changed rules", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* night({ chats: [listedChat(1)], findings: () => [finding("kept"), finding("dropped")] })
        const second = yield* night({
          chats: [listedChat(1, 9000)],
          findings: () => [finding("kept"), finding("stricter", "5"), finding("written since", "60")],
          outcome: () => readTo(60),
          everything: true,
          ruleSet: "sha256:tomorrow"
        })
        assert.deepStrictEqual(yield* listOf(Option.some(first), second), [
          "new written since",
          "found-by-changed-rules stricter",
          "repeated kept",
          "cleared-by-changed-rules dropped"
        ])
        assert.deepInclude(yield* changesOf(Option.some(first), second), {
          new: 2,
          foundByChangedRules: 1,
          clearedByChangedRules: 1,
          noLongerInWindow: 0
        })
        // What the changed rules found is new once, and then repeated like any other.
        const third = yield* night({ chats: [listedChat(1, 9000)], findings: () => [] })
        assert.deepInclude(yield* changesOf(Option.some(second), third), {
          new: 0,
          foundByChangedRules: 0,
          repeated: 3
        })
        // From the first run to the third, changed rules still account for it.
        assert.deepInclude(yield* changesOf(Option.some(first), third), { new: 2, foundByChangedRules: 1 })
      })
    )
  )

  it.effect("do not attribute to rules a message that was not read before, or was judged by the same rules", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* night({
          chats: [listedChat(1), listedChat(2)],
          findings: () => [],
          outcome: ({ chatId }) => (chatId === "2" ? notRead : readTo(50))
        })
        const second = yield* night({
          chats: [listedChat(1), listedChat(2)],
          findings: ({ chatId }) => [finding(`in ${chatId}`, "5")],
          everything: true,
          ruleSet: "sha256:tomorrow"
        })
        assert.deepStrictEqual(yield* listOf(Option.some(first), second), ["new in 2", "found-by-changed-rules in 1"])
        const third = yield* night({
          chats: [listedChat(1), listedChat(2)],
          findings: ({ chatId }) => [finding(`in ${chatId}`, "5"), finding(`more in ${chatId}`, "5")],
          everything: true,
          ruleSet: "sha256:tomorrow"
        })
        assert.deepInclude(yield* changesOf(Option.some(second), third), {
          new: 2,
          foundByChangedRules: 0,
          repeated: 2
        })
      })
    )
  )

  it.effect("distinguish a message older than the oldest returned from one that the rules no longer report", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* night({
          chats: [listedChat(1)],
          findings: () => [finding("old", "9"), finding("dropped", "10")]
        })
        const second = yield* night({
          chats: [listedChat(1)],
          findings: () => [],
          outcome: () => ({ ...readTo(50), oldestMessageId: Option.some(MessageId.make("10")) }),
          everything: true,
          ruleSet: "sha256:tomorrow"
        })
        assert.deepStrictEqual(yield* listOf(Option.some(first), second), [
          "no-longer-in-window old",
          "cleared-by-changed-rules dropped"
        ])
      })
    )
  )

  for (const ruleSet of [rules, "sha256:tomorrow"]) {
    it.effect(`do not treat a deleted message as cleared by rules (${ruleSet})`, () =>
      inStore(
        Effect.gen(function* () {
          const part = (id: string) => ({ messageId: MessageId.make(id), start: 0, end: 9 })
          const first = yield* night({
            chats: [listedChat(1)],
            findings: () => [finding("deleted", "12"), { ...finding("in two"), spans: [part("10"), part("12")] }]
          })
          const left = [...readTo(50).partnerMessageIds].filter((id) => id !== "12")
          const second = yield* night({
            chats: [listedChat(1)],
            findings: () => [],
            outcome: () => ({ ...readTo(50), partnerMessageIds: new Set(left) }),
            everything: true,
            ruleSet
          })
          assert.deepStrictEqual(yield* listOf(Option.some(first), second), ["repeated deleted", "repeated in two"])
        })
      )
    )
  }

  it.effect("treat an edited message judged by the same rules as no longer in the window", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* night({ chats: [listedChat(1)], findings: () => [finding("edited")] })
        const second = yield* night({ chats: [listedChat(1)], findings: () => [], everything: true })
        assert.deepStrictEqual(yield* listOf(Option.some(first), second), ["no-longer-in-window edited"])
      })
    )
  )

  it.effect("stay the same when rules find again what others had cleared", () =>
    inStore(
      Effect.gen(function* () {
        const chats = [listedChat(1)]
        const strict = { chats, findings: () => [finding("a")], everything: true, ruleSet: rules }
        const first = yield* night(strict)
        const mild = yield* night({ ...strict, findings: () => [], ruleSet: "sha256:mild" })
        const last = yield* night(strict)
        assert.deepStrictEqual(yield* reportedIn(mild), [])
        assert.deepStrictEqual(yield* listOf(Option.some(first), mild), ["cleared-by-changed-rules a"])
        assert.deepStrictEqual(yield* listOf(Option.some(first), last), ["repeated a"])
        assert.deepStrictEqual(yield* reportedIn(last), ["repeated a"])
      })
    )
  )

  it.effect("report nothing as gone after an incomplete list, and restore a chat that is listed again", () =>
    inStore(
      Effect.gen(function* () {
        const chats = [listedChat(1), listedChat(2)]
        yield* night({ chats, findings: ({ chatId }) => [finding(`in ${chatId}`)] })
        const cut = yield* night({
          chats: [listedChat(1)],
          findings: () => [],
          failure: { reason: "ServerFault", message: "status 500" }
        })
        assert.deepStrictEqual(yield* reportedIn(cut), ["repeated in 1", "repeated in 2"])
        const gone = yield* night({ chats: [listedChat(1)], findings: () => [] })
        assert.deepStrictEqual(yield* reportedIn(gone), ["repeated in 1"])
        const back = yield* night({ chats, findings: () => [] })
        assert.deepStrictEqual(yield* reportedIn(back), ["repeated in 1", "repeated in 2"])
        assert.deepInclude(yield* changesOf(Option.some(gone), back), { repeated: 2, noLongerInWindow: 0 })
        // The run in between still reports the same.
        assert.deepStrictEqual(yield* reportedIn(gone), ["repeated in 1"])
        assert.deepStrictEqual(yield* listOf(Option.some(cut), gone), ["repeated in 1", "no-longer-in-window in 2"])
      })
    )
  )

  it.effect("are available for any two runs, and an earlier run is reported as it was", () =>
    inStore(
      Effect.gen(function* () {
        const nights: Array<FinishedRun> = []
        for (const place of [1, 2, 3, 4]) {
          nights.push(
            yield* night({
              chats: [listedChat(1, place * 1000)],
              findings: () => [finding(`f${place}`, String(place * 10))],
              outcome: () => readTo(place * 10)
            })
          )
        }
        const [one, two, three, four] = nights
        if (one === undefined || two === undefined || three === undefined || four === undefined) return assert.fail()
        assert.deepStrictEqual(yield* listOf(Option.some(one), three), ["new f2", "new f3", "repeated f1"])
        assert.deepStrictEqual(yield* reportedIn(two), ["new f2", "repeated f1"])
        assert.deepStrictEqual(yield* reportedIn(four), ["new f4", "repeated f1", "repeated f2", "repeated f3"])
        assert.deepInclude(yield* changesOf(Option.some(two), two), { new: 0, repeated: 2 })
      })
    )
  )

  it.effect("do not depend on the clock", () =>
    inStore(
      Effect.gen(function* () {
        yield* TestClock.setTime(Date.parse("2026-11-22T00:00:00Z"))
        const first = yield* night({ chats: [listedChat(1)], findings: () => [finding("a")] })
        yield* TestClock.setTime(Date.parse("2026-11-21T00:00:00Z"))
        const second = yield* night({ chats: [listedChat(1)], findings: () => [] })
        const { last, previous } = yield* RunHistory
        assert.deepStrictEqual(yield* last(), Option.some(second.run))
        assert.deepStrictEqual(yield* previous(second.run.id, [businessId]), Option.some(first.run))
        assert.deepStrictEqual(yield* reportedIn(second), ["repeated a"])
      })
    )
  )
})
