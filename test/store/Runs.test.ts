import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, TestClock } from "effect"
import fc from "fast-check"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatProgress } from "../../src/store/ChatProgress.ts"
import { Runs } from "../../src/store/Runs.ts"
import { SecureRandom } from "../../src/store/SecureRandom.ts"
import { businessId, commit, listedChat, notRead, pendingIn, readTo, rules } from "./sampleChats.ts"
import { inStore } from "./temporaryStore.ts"

describe("a run", () => {
  it.effect("is resumed until it finishes, with the current rules", () =>
    inStore(
      Effect.gen(function* () {
        const runs = yield* Runs
        yield* TestClock.setTime(Date.parse("2026-11-22T10:00:00.123Z"))
        const first = yield* runs.open(rules)
        yield* TestClock.adjust("2 hours")
        const again = yield* runs.open("sha256:tomorrow")
        assert.deepStrictEqual(again, { ...first, isResumed: true })
        assert.match(first.id, /^20261122T100000Z-[0-9a-f]{8}$/)
        const finished = yield* runs.finish(again, [], "sha256:tomorrow")
        assert.deepStrictEqual(finished, {
          run: {
            id: first.id,
            startedAt: "2026-11-22T10:00:00.123Z",
            finishedAt: "2026-11-22T12:00:00.123Z",
            ruleSet: "sha256:tomorrow"
          },
          complete: true,
          businesses: [],
          chatsJudgedByOlderRules: 0
        })
        const next = yield* runs.open(rules)
        assert.isFalse(next.isResumed)
        assert.notStrictEqual(next.id, first.id)
      })
    ).pipe(Effect.provideService(SecureRandom, { hexadecimal: counted() }))
  )

  it.effect("adds up the requests of all its processes", () =>
    inStore(
      Effect.gen(function* () {
        const runs = yield* Runs
        const progress = yield* ChatProgress
        for (let process = 0; process < 2; process += 1) {
          const run = yield* runs.open(rules)
          yield* runs.openBusiness(run.id, businessId)
          yield* progress.listed(run.id, businessId, [listedChat(process + 1)])
          yield* progress.countRequests(run.id, businessId, { list: 3, history: 0, retries: 1 })
          for (const chat of yield* pendingIn(run.id)) yield* commit(run.id, chat, readTo(5))
        }
        const run = yield* runs.open(rules)
        const { businesses } = yield* runs.finish(run, [businessId], rules)
        assert.deepStrictEqual(businesses[0]?.requests, { list: 6, history: 2, retries: 2 })
      })
    )
  )

  it.effect("that could not read a business records why, and each chat that it did not read", () =>
    inStore(
      Effect.gen(function* () {
        const runs = yield* Runs
        const progress = yield* ChatProgress
        const before = yield* runs.open(rules)
        yield* runs.openBusiness(before.id, businessId)
        yield* progress.listed(before.id, businessId, [listedChat(1), listedChat(2), listedChat(3)])
        for (const chat of yield* pendingIn(before.id)) yield* commit(before.id, chat, readTo(5))
        yield* runs.finish(before, [businessId], rules)

        const run = yield* runs.open(rules)
        yield* runs.openBusiness(run.id, businessId)
        // Chat 1 is unchanged, 2 is read, 3 has been updated and 4 is new.
        yield* progress.listed(run.id, businessId, [
          listedChat(1),
          listedChat(2, 9000),
          listedChat(3, 8000),
          listedChat(4)
        ])
        const [two] = yield* pendingIn(run.id)
        yield* commit(run.id, two ?? assert.fail("no chat"), readTo(6))
        const failure = { reason: "Unauthorized", message: "the key is not accepted" }
        yield* runs.failBusiness(run.id, businessId, failure, "changed")
        const finished = yield* runs.finish(run, [businessId], rules)
        assert.isFalse(finished.complete)
        assert.deepStrictEqual(finished.businesses[0]?.failure, failure)
        const { notScanned, ...counts } = finished.businesses[0]?.coverage ?? assert.fail("no business")
        assert.deepInclude(counts, { chatsListed: 4, chatsScanned: 1, chatsUnchanged: 1 })
        assert.deepStrictEqual(
          notScanned.map(({ chatId, reason }) => [Number(chatId), reason]),
          [
            [3, "Unauthorized"],
            [4, "Unauthorized"]
          ]
        )

        // After the key is fixed, the failure is cleared.
        const next = yield* runs.open(rules)
        yield* runs.openBusiness(next.id, businessId)
        yield* progress.listed(next.id, businessId, [
          listedChat(1),
          listedChat(2, 9000),
          listedChat(3, 8000),
          listedChat(4)
        ])
        for (const chat of yield* pendingIn(next.id)) yield* commit(next.id, chat, readTo(7))
        assert.isTrue((yield* runs.finish(next, [businessId], rules)).complete)
      })
    )
  )

  it.effect("records a chat that was updated after an earlier process of the run had read it", () =>
    inStore(
      Effect.gen(function* () {
        const runs = yield* Runs
        const progress = yield* ChatProgress
        const run = yield* runs.open(rules)
        yield* runs.openBusiness(run.id, businessId)
        yield* progress.listed(run.id, businessId, [listedChat(1)])
        for (const chat of yield* pendingIn(run.id)) yield* commit(run.id, chat, readTo(5))
        const resumed = yield* runs.open(rules)
        yield* runs.openBusiness(resumed.id, businessId)
        yield* progress.listed(resumed.id, businessId, [listedChat(1, 9000)])
        yield* runs.failBusiness(resumed.id, businessId, { reason: "Forbidden", message: "" }, "changed")
        const { businesses } = yield* runs.finish(resumed, [businessId], rules)
        assert.deepInclude(businesses[0]?.coverage, { chatsListed: 1, chatsScanned: 0, chatsUnchanged: 0 })
      })
    )
  )

  it.effect("keeps businesses separate", () =>
    inStore(
      Effect.gen(function* () {
        const runs = yield* Runs
        const other = BusinessId.make("1002")
        const run = yield* runs.open(rules)
        for (const id of [businessId, other]) {
          yield* runs.openBusiness(run.id, id)
          yield* (yield* ChatProgress).listed(run.id, id, [listedChat(1)])
        }
        for (const chat of yield* pendingIn(run.id)) yield* commit(run.id, chat, readTo(5))
        yield* runs.failBusiness(run.id, other, { reason: "Forbidden", message: "" }, "changed")
        const { businesses } = yield* runs.finish(run, [businessId, other], rules)
        assert.deepStrictEqual(
          businesses.map(({ coverage }) => [coverage.chatsScanned, coverage.notScanned.length]),
          [
            [1, 0],
            [0, 1]
          ]
        )
      })
    )
  )
})

/** A predictable replacement for random bytes: 1, 2, 3 … */
const counted = () => {
  let number = 0
  return (bytes: number) =>
    Effect.sync(() => {
      number += 1
      return number.toString(16).padStart(2 * bytes, "0")
    })
}

/** The chats in each process of a run, each with its date in the list and the outcome of reading it. */
const nights = fc.array(
  fc.record({
    everything: fc.boolean(),
    chats: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
    fates: fc.array(fc.constantFrom("read", "unsettled", "failed"), { minLength: 6, maxLength: 6 }),
    stopsAfter: fc.option(fc.nat(6), { nil: 99 }),
    end: fc.constantFrom("finished", "finished", "killed")
  }),
  { minLength: 1, maxLength: 5 }
)

describe("a run's coverage", () => {
  it("always adds up to the listed chats, whatever failed, was interrupted or was resumed", async () => {
    await fc.assert(
      fc.asyncProperty(nights, (plan) =>
        Effect.gen(function* () {
          const runs = yield* Runs
          const progress = yield* ChatProgress
          for (const { everything, chats, fates, stopsAfter, end } of plan) {
            const run = yield* runs.open(rules)
            yield* runs.openBusiness(run.id, businessId)
            // 0 is a chat missing from the list, 1 one without a date; the others have different dates.
            const listed = chats.flatMap((date, index) =>
              date === 0 ? [] : [listedChat(index + 1, date === 1 ? null : date * 1000)]
            )
            yield* progress.listed(run.id, businessId, listed)
            let read = 0
            for (const chat of yield* pendingIn(run.id, everything)) {
              if (read === stopsAfter) break
              read += 1
              const fate = fates[Number(chat.chatId) - 1]
              yield* commit(run.id, chat, fate === "failed" ? notRead : readTo(10, fate === "read"))
            }
            if (end === "killed") continue
            if (read === stopsAfter) {
              const failure = { reason: "Forbidden", message: "" }
              yield* runs.failBusiness(run.id, businessId, failure, everything ? "every" : "changed")
            }
            const { complete, businesses } = yield* runs.finish(run, [businessId], rules)
            const { coverage, failure } = businesses[0] ?? assert.fail("no business")
            assert.strictEqual(
              coverage.chatsScanned + coverage.chatsUnchanged + coverage.notScanned.length,
              coverage.chatsListed
            )
            assert.isTrue(coverage.chatsListed >= listed.length)
            assert.strictEqual(complete, coverage.notScanned.length === 0 && failure === undefined)
            if (complete && !everything) {
              assert.strictEqual(coverage.messages >= 4 * coverage.chatsScanned, true)
            }
          }
          return yield* Clock.currentTimeMillis
        }).pipe(inStore, Effect.runPromise, (done) => done.then(() => true))
      ),
      { numRuns: 25 }
    )
  }, 30_000)
})
