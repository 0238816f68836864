import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Stream } from "effect"
import type { ChatFinding, ChatOutcome, PendingChat } from "../../src/store/ChatProgress.ts"
import { ChatProgress } from "../../src/store/ChatProgress.ts"
import { Findings } from "../../src/store/Findings.ts"
import { outsideOfRuns } from "../../src/store/outsideOfRuns.ts"
import { type OpenRun, Runs } from "../../src/store/Runs.ts"
import { businessId, commit, finding, listedChat, notRead, pendingIn, readTo, rules } from "./sampleChats.ts"
import { inStore } from "./temporaryStore.ts"

/** Starts or resumes a run and lists these chats in it. */
const begin = (chats: ReadonlyArray<ReturnType<typeof listedChat>>) =>
  Effect.gen(function* () {
    const runs = yield* Runs
    const run = yield* runs.open(rules)
    yield* runs.openBusiness(run.id, businessId)
    yield* (yield* ChatProgress).listed(run.id, businessId, chats)
    return run
  })

const finish = (run: OpenRun, ruleSet = rules) =>
  Effect.flatMap(Runs, (runs) => runs.finish(run, [businessId], ruleSet))

const idsOf = (chats: ReadonlyArray<PendingChat>) => chats.map(({ chatId }) => Number(chatId))

/** The last message read and the first to be read again, as texts. */
const placeOf = ({ cursor }: PendingChat) =>
  Option.match(cursor, {
    onNone: () => [],
    onSome: ({ lastMessageId, contextMessageId }) => [
      String(lastMessageId),
      Option.getOrElse(Option.map(contextMessageId, String), () => "")
    ]
  })

/** Commits the same outcome for every pending chat. */
const readAll = (
  run: OpenRun,
  outcome: ChatOutcome,
  findings: (chat: PendingChat) => ReadonlyArray<ChatFinding> = () => [],
  { everything = false, ruleSet = rules } = {}
) =>
  Effect.flatMap(pendingIn(run.id, everything), (chats) =>
    Effect.forEach(chats, (chat) => commit(run.id, chat, outcome, findings(chat), ruleSet), { discard: true })
  )

const statusesIn = (run: OpenRun) =>
  Effect.flatMap(Findings, ({ reported }) =>
    Effect.map(Stream.runCollect(reported(run.id, [businessId])), (found) =>
      Object.fromEntries([...found].map(({ id, status }) => [id, status]))
    )
  )

describe("pending chats", () => {
  it.effect("are those with a new date, the newest first, and those without a date", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* begin([listedChat(1), listedChat(3), listedChat(2, null), listedChat(4)])
        assert.deepStrictEqual(idsOf(yield* pendingIn(first.id)), [4, 3, 1, 2])
        yield* readAll(first, readTo(50))
        assert.deepStrictEqual(yield* pendingIn(first.id), [])
        yield* finish(first)

        const second = yield* begin([listedChat(1), listedChat(3, 9000), listedChat(2, null), listedChat(4, 500)])
        const chats = yield* pendingIn(second.id)
        assert.deepStrictEqual(idsOf(chats), [3, 4, 2])
        assert.deepStrictEqual(chats.map(placeOf), [
          ["50", "40"],
          ["50", "40"],
          ["50", "40"]
        ])
      })
    )
  )

  it.effect("are all chats from their beginnings if everything is requested", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* begin([listedChat(1), listedChat(2)])
        yield* readAll(first, readTo(50))
        yield* finish(first)
        const second = yield* begin([listedChat(1), listedChat(2)])
        const chats = yield* pendingIn(second.id, true)
        assert.deepStrictEqual(
          chats.map(({ cursor }) => cursor),
          [Option.none(), Option.none()]
        )
        yield* commit(second.id, chats[0] ?? assert.fail("no chat"), readTo(50))
        assert.deepStrictEqual(idsOf(yield* pendingIn(second.id, true)), [1])
      })
    )
  )

  it.effect("are all chats too if everything is requested when resuming a smaller run", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* begin([listedChat(1), listedChat(2)])
        yield* readAll(first, readTo(50), ({ chatId }) => [finding(`of-${chatId}`), finding(`false-${chatId}`)])
        yield* finish(first)
        const interrupted = yield* begin([listedChat(1, 5000), listedChat(2)])
        yield* readAll(interrupted, readTo(60))
        const resumed = yield* begin([listedChat(1, 5000), listedChat(2)])
        assert.strictEqual(resumed.id, interrupted.id)
        assert.deepStrictEqual(idsOf(yield* pendingIn(resumed.id, true)), [1, 2])
        yield* readAll(resumed, readTo(60), ({ chatId }) => [finding(`of-${chatId}`)], { everything: true })
        const { businesses } = yield* finish(resumed)
        // A chat read twice in one run counts once.
        assert.deepInclude(businesses[0]?.coverage, { chatsScanned: 2, messages: 8 })
        assert.deepStrictEqual(Object.keys(yield* statusesIn(resumed)).sort(), ["of-1", "of-2"])
      })
    )
  )

  it.effect("include again those whose date may still be shared by a later message", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* begin([listedChat(1), listedChat(2)])
        const [two, one] = yield* pendingIn(first.id)
        yield* commit(first.id, two ?? assert.fail("no chat"), readTo(50, false))
        yield* commit(first.id, one ?? assert.fail("no chat"), readTo(50, true))
        yield* finish(first)
        const second = yield* begin([listedChat(1), listedChat(2)])
        assert.deepStrictEqual(idsOf(yield* pendingIn(second.id)), [2])
      })
    )
  )

  it.effect("are tried again after a failure, from the same place", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* begin([listedChat(1)])
        yield* readAll(first, readTo(50))
        yield* finish(first)
        for (let night = 0; night < 2; night += 1) {
          const run = yield* begin([listedChat(1, 9000)])
          const [chat] = yield* pendingIn(run.id)
          assert.deepStrictEqual(placeOf(chat ?? assert.fail("no chat")), ["50", "40"])
          yield* readAll(run, notRead, () => [finding("a")])
          const { complete, businesses } = yield* finish(run)
          assert.isFalse(complete)
          assert.deepStrictEqual(businesses[0]?.coverage.notScanned, [
            { chatId: listedChat(1).id, reason: "ChatNotFound", message: "it is not there" }
          ])
          assert.deepStrictEqual(yield* statusesIn(run), { a: night === 0 ? "new" : "repeated" })
        }
      })
    )
  )

  it.effect("are paged without gaps, however many have the same date", () =>
    inStore(
      Effect.gen(function* () {
        const chats = Array.from({ length: 403 }, (_, index) =>
          listedChat(index + 1, index % 3 === 0 ? null : 1000 * (index % 2))
        )
        const run = yield* begin(chats)
        const progress = yield* ChatProgress
        const ids = idsOf(yield* pendingIn(run.id))
        assert.strictEqual(yield* progress.pendingCount(run.id, businessId, false), 403)
        assert.strictEqual(new Set(ids).size, 403)
        assert.strictEqual(ids.length, 403)
        // Chats saved while the next ones are fetched are neither skipped nor returned twice.
        const seen: Array<number> = []
        yield* Stream.runForEach(progress.pending(run.id, businessId, false), (chat) =>
          Effect.zipRight(
            commit(run.id, chat, readTo(5)),
            Effect.sync(() => void seen.push(Number(chat.chatId)))
          )
        )
        assert.deepStrictEqual(seen, ids)
        assert.strictEqual(yield* progress.pendingCount(run.id, businessId, false), 0)
      })
    )
  )

  it.effect("keep an order number that a later list omits", () =>
    inStore(
      Effect.gen(function* () {
        yield* begin([listedChat(1, 1000, "777")])
        const run = yield* begin([listedChat(1, 2000, null)])
        assert.strictEqual((yield* pendingIn(run.id))[0]?.orderId, "777")
      })
    )
  )
})

describe("saved findings", () => {
  it.effect("with the same id are merged, with the later values", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* begin([listedChat(1)])
        yield* readAll(first, readTo(50), () => [finding("a"), finding("b")])
        yield* finish(first)
        const second = yield* begin([listedChat(1, 9000)])
        yield* readAll(second, readTo(60), () => [{ ...finding("b"), match: "other" }, finding("c")])
        yield* finish(second)
        assert.deepStrictEqual(yield* statusesIn(second), { a: "repeated", b: "repeated", c: "new" })
        const { reported } = yield* Findings
        const found = yield* Stream.runCollect(reported(second.id, [businessId]))
        assert.strictEqual([...found].find(({ id }) => id === "b")?.match, "other")
      })
    )
  )

  it.effect("are new in the run that first finishes with them, whichever process found them", () =>
    inStore(
      Effect.gen(function* () {
        const killed = yield* begin([listedChat(1), listedChat(2)])
        const [two] = yield* pendingIn(killed.id)
        yield* commit(killed.id, two ?? assert.fail("no chat"), readTo(50), [finding("early")])
        const resumed = yield* begin([listedChat(1), listedChat(2)])
        assert.isTrue(resumed.isResumed)
        assert.deepStrictEqual(idsOf(yield* pendingIn(resumed.id)), [1])
        yield* readAll(resumed, readTo(50), () => [finding("late")])
        yield* finish(resumed)
        assert.deepStrictEqual(yield* statusesIn(resumed), { early: "new", late: "new" })
        const next = yield* begin([listedChat(1), listedChat(2)])
        yield* finish(next)
        assert.deepStrictEqual(yield* statusesIn(next), { early: "repeated", late: "repeated" })
      })
    )
  )

  it.effect("are withdrawn by a complete reading without them, and restored when found again", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* begin([listedChat(1), listedChat(2)])
        yield* readAll(first, readTo(50), ({ chatId }) => [finding(`true-${chatId}`), finding(`false-${chatId}`)])
        yield* finish(first)
        const second = yield* begin([listedChat(1), listedChat(2)])
        yield* readAll(second, readTo(50), ({ chatId }) => [finding(`true-${chatId}`)], { everything: true })
        yield* finish(second)
        assert.deepStrictEqual(yield* statusesIn(second), { "true-1": "repeated", "true-2": "repeated" })
        const third = yield* begin([listedChat(1), listedChat(2)])
        yield* readAll(third, readTo(50), ({ chatId }) => [finding(`true-${chatId}`), finding("false-1")], {
          everything: true
        })
        yield* finish(third)
        assert.deepStrictEqual(Object.keys(yield* statusesIn(third)).sort(), ["false-1", "true-1", "true-2"])
      })
    )
  )

  it.effect("remain after a reading of only new messages, and after a failed one", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* begin([listedChat(1)])
        yield* readAll(first, readTo(50), () => [finding("a")])
        yield* finish(first)
        const second = yield* begin([listedChat(1, 9000)])
        yield* readAll(second, readTo(60))
        yield* finish(second)
        assert.deepStrictEqual(yield* statusesIn(second), { a: "repeated" })
        const third = yield* begin([listedChat(1, 9000)])
        yield* readAll(third, notRead, () => [], { everything: true })
        yield* finish(third)
        assert.deepStrictEqual(yield* statusesIn(third), { a: "repeated" })
      })
    )
  )

  it.effect("found and withdrawn outside of runs are attributed to the next run", () =>
    inStore(
      Effect.gen(function* () {
        const first = yield* begin([listedChat(1)])
        yield* readAll(first, readTo(50), () => [finding("gone"), finding("kept")])
        yield* finish(first)
        yield* commit(outsideOfRuns, wholeChat, readTo(60, false), [finding("kept"), finding("fresh")])
        // The first run still reports the same.
        assert.deepStrictEqual(Object.keys(yield* statusesIn(first)).sort(), ["gone", "kept"])
        const second = yield* begin([listedChat(1)])
        assert.deepStrictEqual(idsOf(yield* pendingIn(second.id)), [1])
        yield* readAll(second, readTo(60))
        yield* finish(second)
        assert.deepStrictEqual(yield* statusesIn(second), { kept: "repeated", fresh: "new" })
      })
    )
  )

  it.effect("found outside of runs get the order that the next list names, whether or not they are found again", () =>
    inStore(
      Effect.gen(function* () {
        const progress = yield* ChatProgress
        const unlisted = (id: number): PendingChat => ({ ...wholeChat, chatId: listedChat(id).id })
        for (const id of [1, 2]) {
          yield* progress.listed(outsideOfRuns, businessId, [listedChat(id, null)])
          yield* commit(outsideOfRuns, unlisted(id), readTo(60, false), [finding(`in-${id}`), finding(`gone-${id}`)])
        }
        const run = yield* begin([listedChat(1, 9000, "5001"), listedChat(2, 9000)])
        yield* readAll(run, readTo(70), ({ chatId }) => [finding(`in-${chatId}`)])
        yield* finish(run)
        const found = yield* Stream.runCollect((yield* Findings).reported(run.id, [businessId]))
        assert.deepStrictEqual(Object.fromEntries([...found].map(({ id, orderId }) => [id, orderId])), {
          "in-1": "5001",
          "gone-1": "5001",
          "in-2": null,
          "gone-2": null
        })
        // An order number is kept when a later list omits it.
        yield* finish(yield* begin([listedChat(1, 9500), listedChat(2, 9000)]))
        const later = yield* Stream.runCollect((yield* Findings).reported(run.id, [businessId]))
        assert.strictEqual([...later].find(({ id }) => id === "in-1")?.orderId, "5001")
      })
    )
  )

  it.effect("withdrawn before any run reported them are new when they return", () =>
    inStore(
      Effect.gen(function* () {
        const run = yield* begin([listedChat(1)])
        yield* readAll(run, readTo(50), () => [finding("a")])
        const resumed = yield* begin([listedChat(1)])
        const [chat] = yield* pendingIn(resumed.id, true).pipe(
          Effect.map((chats) => (chats.length > 0 ? chats : [wholeChat]))
        )
        yield* commit(resumed.id, chat ?? assert.fail("no chat"), readTo(50))
        yield* finish(resumed)
        assert.deepStrictEqual(yield* statusesIn(resumed), {})
        const later = yield* begin([listedChat(1)])
        yield* readAll(later, readTo(50), () => [finding("a")], { everything: true })
        yield* finish(later)
        assert.deepStrictEqual(yield* statusesIn(later), { a: "new" })
      })
    )
  )
})

const wholeChat: PendingChat = {
  chatId: listedChat(1).id,
  context: "ORDER",
  orderId: null,
  updatedAt: Option.some(1000),
  cursor: Option.none(),
  ruleSet: Option.none()
}

describe("chats judged by older rules", () => {
  it.effect("are counted until they are read again from their beginning", () =>
    inStore(
      Effect.gen(function* () {
        const newRules = "sha256:tomorrow"
        const judgedBefore = (run: OpenRun) =>
          Effect.map(finish(run, newRules), ({ chatsJudgedByOlderRules }) => chatsJudgedByOlderRules)
        const first = yield* begin([listedChat(1), listedChat(2)])
        yield* readAll(first, readTo(50))
        yield* finish(first)

        // The new messages of chat 1 are judged by the new rules, but the earlier ones are not.
        const second = yield* begin([listedChat(1, 9000), listedChat(2), listedChat(3)])
        yield* readAll(second, readTo(60), () => [], { ruleSet: newRules })
        assert.strictEqual(yield* judgedBefore(second), 2)

        const third = yield* begin([listedChat(1, 9000), listedChat(2), listedChat(3)])
        yield* readAll(third, readTo(60), () => [], { everything: true, ruleSet: newRules })
        assert.strictEqual(yield* judgedBefore(third), 0)
      })
    )
  )

  it.effect("are counted if an earlier process of the same run judged them", () =>
    inStore(
      Effect.gen(function* () {
        const killed = yield* begin([listedChat(1), listedChat(2)])
        const [two] = yield* pendingIn(killed.id)
        yield* commit(killed.id, two ?? assert.fail("no chat"), readTo(50))
        const resumed = yield* begin([listedChat(1), listedChat(2)])
        yield* readAll(resumed, readTo(50), () => [], { ruleSet: "sha256:tomorrow" })
        assert.strictEqual((yield* finish(resumed, "sha256:tomorrow")).chatsJudgedByOlderRules, 1)
      })
    )
  )
})
