import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Exit, Fiber, Option, TestClock } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import {
  BadPageToken,
  BadRequest,
  ChatNotFound,
  Disconnected,
  EndlessPaging,
  Forbidden,
  HourlyLimit,
  MalformedAnswer,
  type MarketError,
  ParallelLimit,
  ScopeMissing,
  ServerFault,
  Unauthorized
} from "../../src/market/MarketError.ts"
import { retryByTable } from "../../src/market/retryByTable.ts"
import { retrySchedules } from "../../src/market/retrySchedules.ts"

const operation = "getChatHistory"
const second = 1000
const minute = 60 * second

const parallelLimit = new ParallelLimit({ operation })
const serverFault = new ServerFault({ operation, status: 500, detail: "" })
const disconnected = new Disconnected({ operation, detail: "ECONNRESET" })
const malformed = new MalformedAnswer({ operation, issue: "not JSON" })
const hourlyLimit = (until: Option.Option<number>) => new HourlyLimit({ operation, until })

/** Fails one request as scripted until it succeeds or is given up; returns the delay before each retry. */
const waits = (errorAt: (attempt: number, now: number) => MarketError | undefined) =>
  Effect.gen(function* () {
    const times: Array<number> = []
    let repeats = 0
    const attempt = Effect.flatMap(Clock.currentTimeMillis, (now) => {
      times.push(now)
      const error = errorAt(times.length, now)
      return error === undefined ? Effect.void : Effect.fail(error)
    })
    const countRepeat = Effect.sync(() => {
      repeats += 1
    })
    const fiber = yield* Effect.fork(Effect.exit(retryByTable(attempt, countRepeat)))
    yield* TestClock.adjust("3 days")
    const exit = yield* Fiber.join(fiber)
    assert.strictEqual(repeats, times.length - 1)
    return { exit, waited: times.slice(1).map((time, index) => time - (times[index] ?? 0)) }
  })

const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((total, one) => total + one, 0)

const isBetween = (value: number | undefined, least: number, most: number) =>
  assert.isTrue(value !== undefined && least <= value && value <= most, `${value} is not within ${least} to ${most}`)

describe("the retry table", () => {
  const never: ReadonlyArray<MarketError> = [
    new Unauthorized({ detail: "" }),
    new Forbidden({ businessId: BusinessId.make("1001"), detail: "" }),
    new ScopeMissing({ scopes: [] }),
    new ChatNotFound({ chatId: ChatId.make("7") }),
    new BadRequest({ operation, status: 400, detail: "" }),
    new EndlessPaging({ operation, reason: "token", pages: 3 }),
    new BadPageToken({ operation })
  ]
  it.effect.each(never)("does not retry a request after $_tag", (error) =>
    Effect.gen(function* () {
      const { exit, waited } = yield* waits(() => error)
      assert.deepStrictEqual(waited, [])
      assert.isTrue(Exit.isFailure(exit))
    })
  )

  it("restarts paging after a refused page token and after nothing else", () => {
    const paging = Object.entries(retrySchedules).filter(([, { repeats }]) => repeats === "paging")
    assert.deepStrictEqual(
      paging.map(([tag]) => tag),
      ["BadPageToken"]
    )
  })

  it.effect.each([serverFault, disconnected])("backs off after $_tag, for about half a minute in all", (error) =>
    Effect.gen(function* () {
      const { exit, waited } = yield* waits(() => error)
      assert.strictEqual(waited.length, 7)
      const expected = [0.5, 1, 2, 4, 8, 10, 10]
      for (const [index, seconds] of expected.entries()) {
        isBetween(waited[index], 0.8 * seconds * second, 1.2 * seconds * second)
      }
      assert.deepStrictEqual(Exit.isFailure(exit) ? exit.cause : undefined, yield* Effect.cause(Effect.fail(error)))
    })
  )

  it.effect("waits briefly at the parallel limit, for about a minute in all", () =>
    Effect.gen(function* () {
      const { waited } = yield* waits(() => parallelLimit)
      assert.strictEqual(waited.length, 25)
      isBetween(waited[0], 200, 300)
      isBetween(Math.max(...waited), 2.4 * second, 3.6 * second)
      isBetween(sum(waited), 45 * second, 80 * second)
    })
  )

  it.effect("retries a malformed answer four times within ten seconds", () =>
    Effect.gen(function* () {
      const { waited } = yield* waits(() => malformed)
      assert.strictEqual(waited.length, 4)
      isBetween(waited[0], 400, 600)
      isBetween(sum(waited), 6 * second, 10 * second)
    })
  )

  it.effect("waits until the date of the hourly limit, to the millisecond", () =>
    Effect.gen(function* () {
      const until = 43 * minute + 17
      const { exit, waited } = yield* waits((_, now) => (now < until ? hourlyLimit(Option.some(until)) : undefined))
      assert.deepStrictEqual(waited, [until])
      assert.isTrue(Exit.isSuccess(exit))
    })
  )

  it.effect("does not trust a date that is a year away", () =>
    Effect.gen(function* () {
      const { waited } = yield* waits((attempt, now) =>
        attempt === 1 ? hourlyLimit(Option.some(now + 365 * 24 * 60 * minute)) : undefined
      )
      assert.deepStrictEqual(waited, [61 * minute])
    })
  )

  const lateLimits: ReadonlyArray<readonly [string, (now: number) => Option.Option<number>]> = [
    ["without a date", () => Option.none()],
    ["with a date that has passed", (now) => Option.some(now - 5 * minute)],
    ["with a date of this very instant", (now) => Option.some(now)]
  ]
  it.effect.each(lateLimits)("retries for more than an hour at a limit %s, with growing delays", ([, until]) =>
    Effect.gen(function* () {
      const { waited } = yield* waits((_, now) => hourlyLimit(until(now)))
      assert.strictEqual(waited.length, 24)
      isBetween(waited[0], second, 5 * minute)
      assert.deepStrictEqual(
        [...waited].sort((left, right) => left - right),
        waited
      )
      isBetween(sum(waited), 61 * minute, 4 * 60 * minute)
    })
  )

  it.effect("waits through 24 used-up hours before it gives up", () =>
    Effect.gen(function* () {
      const { waited } = yield* waits((_, now) =>
        hourlyLimit(Option.some((Math.floor(now / (60 * minute)) + 1) * 60 * minute))
      )
      assert.deepStrictEqual(waited, Array<number>(24).fill(60 * minute))
    })
  )

  it.effect("counts each error separately, and does not multiply the counts", () =>
    Effect.gen(function* () {
      const kinds = [serverFault, disconnected, malformed, parallelLimit]
      const errors = Array.from({ length: 4 }, () => kinds).flat()
      const last = [...errors, ...Array<MarketError>(3).fill(serverFault), ...Array<MarketError>(3).fill(disconnected)]
      const { exit, waited } = yield* waits((attempt) => last[attempt - 1])
      assert.isTrue(Exit.isSuccess(exit))
      assert.strictEqual(waited.length, last.length)

      const tooMany = yield* waits((attempt) => [...last, malformed][attempt - 1])
      assert.strictEqual(tooMany.waited.length, last.length)
      assert.strictEqual(Exit.isFailure(tooMany.exit), true)
    })
  )

  it.effect("starts each request with fresh counts", () =>
    Effect.gen(function* () {
      for (let request = 0; request < 3; request += 1) {
        const { waited } = yield* waits(() => serverFault)
        assert.strictEqual(waited.length, 7)
      }
    })
  )
})
