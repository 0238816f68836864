import { assert, describe, it } from "@effect/vitest"
import { Clock, Duration, Effect, Fiber, Layer, Option, TestClock } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import type { RateLimit } from "../../src/market/RateLimit.ts"
import { BudgetLedger, makeRequestBudget, type RequestBudget } from "../../src/market/RequestBudget.ts"
import { rateLimitOf } from "../../src/market/rateLimitOf.ts"
import { seededRandom } from "../../src/sandbox/seededRandom.ts"
import { forgetful, limitHeaders } from "./scriptedMarket.ts"

const businessId = BusinessId.make("1001")
const minute = 60_000
const hour = 60 * minute

const unlimited = { businessId, operation: "getChatHistory", documentedLimit: Option.none<number>() } as const

/** A marketplace that counts requests in windows of its own clock. */
const countingMarket = (limit: number, skew: number) => {
  const used = new Map<number, number>()
  let refused = 0
  return {
    refused: () => refused,
    windows: used,
    /** Counts an arriving request, and returns the limit headers as of its answer. */
    arrive: (now: number) => {
      const window = Math.floor((now + skew) / hour)
      const count = used.get(window) ?? 0
      if (count >= limit) refused += 1
      else used.set(window, count + 1)
      const remaining = Math.max(0, limit - count - 1)
      return limitHeaders(now, { remaining, until: (window + 1) * hour - skew, skew, limit })
    }
  }
}

/** Sends `count` requests, `atOnce` in parallel, each answered after the delay that `latency` returns. */
const spendAll = (
  budget: RequestBudget,
  market: ReturnType<typeof countingMarket>,
  options: { readonly count: number; readonly atOnce: number; readonly latency: (request: number) => number }
) =>
  Effect.forEach(
    Array.from({ length: options.count }, (_, index) => index),
    (index) =>
      budget.spend((learn) =>
        Effect.gen(function* () {
          const headers = market.arrive(yield* Clock.currentTimeMillis)
          yield* Effect.sleep(options.latency(index))
          const lowerCase = Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
          )
          yield* learn(rateLimitOf(lowerCase, yield* Clock.currentTimeMillis, false))
        })
      ),
    { concurrency: options.atOnce, discard: true }
  )

const learnOnce = (budget: RequestBudget, limit: RateLimit) => budget.spend((learn) => learn(Option.some(limit)))

describe("a request budget", () => {
  const skews = [1234, 90 * minute, -370 * 24 * hour]
  it.effect.each(skews)("never exceeds the hourly limit, with answers out of order and a clock %i ms ahead", (skew) =>
    Effect.gen(function* () {
      for (const atOnce of [1, 4]) {
        const market = countingMarket(7, skew)
        const budget = yield* makeRequestBudget(unlimited)
        const random = seededRandom(11, atOnce)
        const fiber = yield* Effect.fork(
          spendAll(budget, market, { count: 30, atOnce, latency: () => Math.floor(random() * 4000) })
        )
        yield* TestClock.adjust("7 hours")
        assert.isTrue(Option.isSome(yield* Fiber.poll(fiber)), "30 requests are done within five hours of 7")
        assert.strictEqual(market.refused(), 0)
        assert.strictEqual(Math.max(...market.windows.values()), 7)
      }
    }).pipe(Effect.provide(forgetful))
  )

  it.effect("starts no request while none remain, and the next one in the next hour", () =>
    Effect.gen(function* () {
      const budget = yield* makeRequestBudget(unlimited)
      yield* learnOnce(budget, { limit: 10, remaining: 0, window: hour, until: hour + 1000 })
      const started: Array<number> = []
      const fiber = yield* Effect.fork(
        budget.spend(() => Effect.map(Clock.currentTimeMillis, (now) => void started.push(now)))
      )
      yield* TestClock.adjust(Duration.millis(hour + 999))
      assert.deepStrictEqual(started, [])
      const { remaining, waitingUntil } = yield* budget.outlook
      assert.deepStrictEqual([remaining, waitingUntil], [Option.some(0), Option.some(hour + 1000)])
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual(started, [hour + 1000])
      yield* Fiber.join(fiber)
      assert.deepStrictEqual((yield* budget.outlook).waitingUntil, Option.none())
    }).pipe(Effect.provide(forgetful))
  )

  it.effect("starts no request before the date of a refusal, whatever later window concurrent answers name", () =>
    Effect.gen(function* () {
      const budget = yield* makeRequestBudget(unlimited)
      const ofTheHour = { limit: 10, remaining: 9, window: hour, until: hour + 1000 }
      yield* learnOnce(budget, ofTheHour)
      const refused = yield* Effect.fork(
        budget.spend((learn) =>
          Effect.zipRight(
            Effect.sleep("1 seconds"),
            learn(Option.some({ limit: 10, remaining: 0, window: minute, until: minute + 1000 }), true)
          )
        )
      )
      const overtaken = yield* Effect.fork(
        budget.spend((learn) =>
          Effect.zipRight(Effect.sleep("2 seconds"), learn(Option.some({ ...ofTheHour, remaining: 8 })))
        )
      )
      yield* TestClock.adjust("2 seconds")
      yield* Fiber.join(refused)
      yield* Fiber.join(overtaken)
      const next = yield* Effect.fork(budget.spend(() => Clock.currentTimeMillis))
      yield* TestClock.adjust("58 seconds")
      assert.isTrue(Option.isNone(yield* Fiber.poll(next)))
      yield* TestClock.adjust("1 seconds")
      assert.strictEqual(yield* Fiber.join(next), minute + 1000)
      assert.deepStrictEqual((yield* budget.outlook).remaining, Option.some(8))
    }).pipe(Effect.provide(forgetful))
  )

  it.effect("counts requests in flight as used until they are answered", () =>
    Effect.gen(function* () {
      const budget = yield* makeRequestBudget(unlimited)
      yield* learnOnce(budget, { limit: 10, remaining: 2, window: hour, until: hour })
      let started = 0
      const slow = budget.spend(() =>
        Effect.suspend(() => {
          started += 1
          return Effect.sleep("10 seconds")
        })
      )
      const fibers = yield* Effect.fork(Effect.all([slow, slow, slow, slow], { concurrency: 4 }))
      yield* TestClock.adjust("9 seconds")
      assert.strictEqual(started, 2)
      // They ended without reporting the limit (their connections broke), so two more may be left.
      yield* TestClock.adjust("2 seconds")
      assert.strictEqual(started, 4)
      yield* TestClock.adjust("10 seconds")
      yield* Fiber.join(fibers)
    }).pipe(Effect.provide(forgetful))
  )

  it.effect("no longer counts a request that was interrupted", () =>
    Effect.gen(function* () {
      const budget = yield* makeRequestBudget(unlimited)
      yield* learnOnce(budget, { limit: 10, remaining: 1, window: hour, until: hour })
      const fiber = yield* Effect.fork(budget.spend(() => Effect.never))
      const waiting = yield* Effect.fork(budget.spend(() => Effect.succeed("started")))
      yield* TestClock.adjust("1 seconds")
      assert.isTrue(Option.isNone(yield* Fiber.poll(waiting)))
      yield* Fiber.interrupt(fiber)
      assert.strictEqual(yield* Fiber.join(waiting), "started")
    }).pipe(Effect.provide(forgetful))
  )

  it.effect("ignores the count of a late answer, of this window or of the previous one", () =>
    Effect.gen(function* () {
      const budget = yield* makeRequestBudget(unlimited)
      const left = Effect.map(budget.outlook, ({ remaining }) => Option.getOrUndefined(remaining))
      yield* learnOnce(budget, { limit: 10, remaining: 3, window: hour, until: hour })
      yield* learnOnce(budget, { limit: 10, remaining: 5, window: hour, until: hour })
      assert.strictEqual(yield* left, 3)
      yield* learnOnce(budget, { limit: 10, remaining: 9, window: 2 * hour, until: 2 * hour })
      yield* learnOnce(budget, { limit: 10, remaining: 0, window: hour, until: hour + 1000 })
      assert.strictEqual(yield* left, 9)
    }).pipe(Effect.provide(forgetful))
  )

  it.effect("trusts the marketplace again after a window with a wrong date has expired", () =>
    Effect.gen(function* () {
      const budget = yield* makeRequestBudget(unlimited)
      yield* learnOnce(budget, { limit: 10, remaining: 5, window: 9_000 * hour, until: hour })
      yield* TestClock.adjust("61 minutes")
      yield* learnOnce(budget, { limit: 10, remaining: 0, window: 2 * hour, until: 2 * hour })
      const fiber = yield* Effect.fork(budget.spend(() => Effect.void))
      yield* TestClock.adjust("58 minutes")
      assert.isTrue(Option.isNone(yield* Fiber.poll(fiber)))
      yield* TestClock.adjust("1 minutes")
      yield* Fiber.join(fiber)
    }).pipe(Effect.provide(forgetful))
  )

  it.effect("counts by the documented limit and full hours if the marketplace never reports a limit", () =>
    Effect.gen(function* () {
      const budget = yield* makeRequestBudget({ ...unlimited, documentedLimit: Option.some(5) })
      yield* TestClock.adjust("50 minutes")
      const started: Array<number> = []
      const silent = budget.spend((learn) =>
        Effect.zipRight(
          Effect.map(Clock.currentTimeMillis, (now) => void started.push(now)),
          learn(Option.none())
        )
      )
      const fiber = yield* Effect.fork(Effect.replicateEffect(silent, 12, { concurrency: 3, discard: true }))
      yield* TestClock.adjust("3 hours")
      yield* Fiber.join(fiber)
      const hours = started.map((at) => Math.floor((at - 1000) / hour))
      assert.deepStrictEqual(
        [0, 1, 2].map((number) => hours.filter((of) => of === number).length),
        [5, 5, 2]
      )
    }).pipe(Effect.provide(forgetful))
  )

  it.effect("has no limit where neither the marketplace nor the documentation names one", () =>
    Effect.gen(function* () {
      const budget = yield* makeRequestBudget(unlimited)
      yield* Effect.replicateEffect(
        budget.spend((learn) => learn(Option.none())),
        1000,
        { discard: true }
      )
      assert.deepStrictEqual((yield* budget.outlook).remaining, Option.none())
    }).pipe(Effect.provide(forgetful))
  )

  it.effect("saves the reported count less the requests in flight, and starts from what was saved", () =>
    Effect.gen(function* () {
      const kept: Array<RateLimit> = []
      const ledger = Layer.succeed(BudgetLedger, {
        load: () => Effect.sync(() => Option.fromNullable(kept.at(-1))),
        save: ({ limit, remaining, window, until }) =>
          Effect.sync(() => void kept.push({ limit, remaining, window, until }))
      })
      yield* Effect.gen(function* () {
        const budget = yield* makeRequestBudget(unlimited)
        yield* Effect.fork(budget.spend(() => Effect.never))
        yield* Effect.yieldNow()
        yield* learnOnce(budget, { limit: 10, remaining: 2, window: hour, until: hour })
        assert.deepStrictEqual(kept.at(-1), { limit: 10, remaining: 1, window: hour, until: hour })

        const restarted = yield* makeRequestBudget(unlimited)
        yield* restarted.spend((learn) => learn(Option.some({ limit: 10, remaining: 0, window: hour, until: hour })))
        const third = yield* makeRequestBudget(unlimited)
        const fiber = yield* Effect.fork(third.spend(() => Effect.void))
        yield* TestClock.adjust("59 minutes")
        assert.isTrue(Option.isNone(yield* Fiber.poll(fiber)))
        yield* TestClock.adjust("1 minutes")
        yield* Fiber.join(fiber)
      }).pipe(Effect.provide(ledger))
    })
  )
})
