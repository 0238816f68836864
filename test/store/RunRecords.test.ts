import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Stream } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { RunRecords } from "../../src/store/RunRecords.ts"
import { Runs } from "../../src/store/Runs.ts"
import { night } from "./nights.ts"
import { businessId, finding, listedChat, notRead, rules } from "./sampleChats.ts"
import { inStore } from "./temporaryStore.ts"

describe("the record of a run", () => {
  it.effect("is read back as it was told when the run ended", () =>
    inStore(
      Effect.gen(function* () {
        const { find, of } = yield* RunRecords
        assert.deepStrictEqual(yield* find(Option.none()), Option.none())
        yield* night({ chats: [listedChat(1)], findings: () => [finding("a")] })
        const told = yield* night({
          chats: [listedChat(1), listedChat(2), listedChat(3)],
          findings: ({ chatId }) => [finding(`in ${chatId}`)],
          outcome: () => notRead
        })
        const record = yield* Effect.flatten(find(Option.none()))
        const { findings, counts, changes, trend, rootCauses, ...finished } = record
        assert.deepStrictEqual(finished, told)
        assert.isFalse(finished.complete)
        assert.strictEqual(yield* Stream.runCount(findings), 3)
        assert.strictEqual(
          counts.reduce((sum, count) => sum + count.findings, 0),
          3
        )
        assert.deepInclude(changes, { new: 2, repeated: 1, chatsNotScanned: 2 })
        assert.strictEqual(trend.length, 2)
        assert.deepStrictEqual(rootCauses, [])
        const again = yield* of(told)
        assert.deepStrictEqual({ ...again, findings: undefined }, { ...record, findings: undefined })
      })
    )
  )

  it.effect("may be that of one business alone, compared with the last run that saw it", () =>
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
