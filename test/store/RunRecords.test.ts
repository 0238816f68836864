import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Stream, TestClock } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatProgress } from "../../src/store/ChatProgress.ts"
import { Outbox } from "../../src/store/Outbox.ts"
import { RunHistory } from "../../src/store/RunHistory.ts"
import { RunRecords } from "../../src/store/RunRecords.ts"
import { Runs } from "../../src/store/Runs.ts"
import { night } from "./nights.ts"
import { businessId, commit, finding, listedChat, notRead, pendingIn, readTo, rules } from "./sampleChats.ts"
import { inStore } from "./temporaryStore.ts"

describe("the record of a run", () => {
  it.effect("is read back as it was reported when the run ended", () =>
    inStore(
      Effect.gen(function* () {
        const { find, of } = yield* RunRecords
        assert.deepStrictEqual(yield* find(Option.none()), Option.none())
        yield* night({ chats: [listedChat(1)], findings: () => [finding("a")] })
        const recorded = yield* night({
          chats: [listedChat(1), listedChat(2), listedChat(3)],
          findings: ({ chatId }) => [finding(`in ${chatId}`)],
          outcome: () => notRead
        })
        const record = yield* Effect.flatten(find(Option.none()))
        const { findings, counts, changes, trend, rootCauses, undeliveredMails, ...finished } = record
        assert.deepStrictEqual(finished, recorded)
        assert.isFalse(finished.complete)
        assert.strictEqual(yield* Stream.runCount(findings), 3)
        assert.strictEqual(
          counts.reduce((sum, count) => sum + count.findings, 0),
          3
        )
        assert.deepInclude(changes, { new: 2, repeated: 1, chatsNotScanned: 2 })
        assert.strictEqual(trend.length, 2)
        assert.deepStrictEqual([rootCauses, undeliveredMails], [[], []])
        const again = yield* of(recorded)
        assert.deepStrictEqual({ ...again, findings: undefined }, { ...record, findings: undefined })
      })
    )
  )

  it.effect("lists, masked, the mails refused since the previous run, and only once", () =>
    inStore(
      Effect.gen(function* () {
        const { of } = yield* RunRecords
        const outbox = yield* Outbox
        const nightAt = (hours: number) =>
          Effect.zipRight(TestClock.setTime(hours * 3_600_000), night({ chats: [listedChat(1)], findings: () => [] }))
        const first = yield* nightAt(24)
        yield* TestClock.setTime(25 * 3_600_000)
        const mail = { businessId, runId: first.run.id, kind: "digest", recipient: "anna@shop.example" }
        yield* outbox.queue([{ ...mail, messageId: "1", sender: "bot@shop.example", content: "" }])
        yield* outbox.failed(mail, { state: "permanent", error: "RecipientRefused", answer: "550 no such user" })
        const second = yield* nightAt(48)
        const third = yield* nightAt(72)
        const recorded = yield* Effect.forEach([first, second, third], (one) =>
          Effect.map(of(one), ({ undeliveredMails }) => undeliveredMails.map(({ recipient }) => recipient))
        )
        assert.deepStrictEqual(recorded, [[], ["a•••@shop.example"], []])
        const revealed = yield* of(second, [businessId], (address) => address)
        assert.strictEqual(revealed.undeliveredMails[0]?.recipient, "anna@shop.example")
      })
    )
  )

  it.effect("omits a business that was begun but never continued", () =>
    inStore(
      Effect.gen(function* () {
        const { find } = yield* RunRecords
        const history = yield* RunHistory
        const runs = yield* Runs
        const chats = yield* ChatProgress
        const other = BusinessId.make("1002")
        yield* night({ chats: [listedChat(1)], findings: () => [finding("before")] })

        const interrupted = yield* runs.open(rules)
        yield* runs.openBusiness(interrupted.id, businessId)
        yield* chats.listed(interrupted.id, businessId, [listedChat(1), listedChat(2), listedChat(3)])
        const [newest] = yield* pendingIn(interrupted.id)
        yield* commit(interrupted.id, newest ?? assert.fail("no chat"), readTo(50), [finding("early")])

        const run = yield* runs.open(rules)
        yield* runs.openBusiness(run.id, other)
        const alone = yield* runs.finish(run, [other], rules)
        const { findings, counts, changes, trend, rootCauses, undeliveredMails, ...read } = yield* Effect.flatten(
          find(Option.none())
        )
        assert.deepStrictEqual([read, counts], [alone, []])
        // Each of the two businesses was read by a different run.
        assert.deepStrictEqual(yield* history.businesses, [businessId, other])
        assert.deepStrictEqual(
          (yield* Effect.flatten(find(Option.none(), [businessId]))).trend.map(({ runId }) => runId === run.id),
          [false]
        )
        const seen = yield* Effect.flip(history.seenAmong(alone.run, [businessId]))
        assert.strictEqual(seen._tag, "BusinessNotSeen")

        yield* night({ chats: [listedChat(1), listedChat(2), listedChat(3)], findings: () => [finding("late")] })
        const { changes: later, businesses } = yield* Effect.flatten(find(Option.none()))
        assert.deepInclude(later, { new: 2, repeated: 1 })
        assert.deepInclude(businesses[0]?.coverage, { chatsListed: 3, chatsScanned: 1, chatsUnchanged: 2 })
      })
    )
  )

  it.effect("is complete for one business whatever was not read of another", () =>
    inStore(
      Effect.gen(function* () {
        const { of } = yield* RunRecords
        const runs = yield* Runs
        const chats = yield* ChatProgress
        const other = BusinessId.make("1002")
        const failed = { reason: "Unauthorized", message: "no" }
        const nightOf = (both: (runId: string) => Effect.Effect<unknown, unknown, ChatProgress>) =>
          Effect.gen(function* () {
            const open = yield* runs.open(rules)
            for (const id of [businessId, other]) yield* runs.openBusiness(open.id, id)
            yield* Effect.orDie(both(open.id))
            return yield* runs.finish(open, [businessId, other], rules)
          })
        yield* nightOf(() => Effect.void)
        yield* nightOf((id) => runs.failBusiness(id, other, failed, "changed"))
        const last = yield* nightOf((id) =>
          Effect.gen(function* () {
            yield* chats.listed(id, businessId, [listedChat(1)])
            for (const chat of yield* pendingIn(id)) yield* commit(id, chat, notRead)
          })
        )
        for (const [asked, complete] of [
          [[businessId], [true, true, false]],
          [[other], [true, false, true]],
          [
            [businessId, other],
            [true, false, false]
          ]
        ] as const) {
          const record = yield* of(last, asked)
          assert.deepStrictEqual(
            record.trend.map((point) => point.complete),
            [...complete]
          )
          assert.strictEqual(record.complete, complete.at(-1))
        }
      })
    )
  )

  it.effect("can be restricted to one business, compared with the last run that read it", () =>
    inStore(
      Effect.gen(function* () {
        const { of } = yield* RunRecords
        const other = BusinessId.make("1002")
        const first = yield* night({ chats: [listedChat(1)], findings: () => [finding("a")] })
        const runs = yield* Runs
        const open = yield* runs.open(rules)
        yield* runs.openBusiness(open.id, other)
        yield* runs.failBusiness(open.id, other, { reason: "Unauthorized", message: "no" }, "changed")
        const alone = yield* runs.finish(open, [other], rules)
        assert.isNull((yield* of(alone)).changes.since)
        const both = yield* runs.open(rules)
        yield* runs.openBusiness(both.id, businessId)
        yield* runs.openBusiness(both.id, other)
        const finished = yield* runs.finish(both, [businessId, other], rules)
        const record = yield* of(finished, [businessId])
        assert.deepStrictEqual(
          record.businesses.map((business) => business.businessId),
          [businessId]
        )
        assert.strictEqual(record.changes.since?.runId, first.run.id)
        assert.deepStrictEqual(
          record.trend.map(({ runId }) => runId),
          [first.run.id, finished.run.id]
        )
      })
    )
  )
})
