import { assert, describe, it } from "@effect/vitest"
import { Effect, TestClock } from "effect"
import { endOfDay } from "../../src/commands/endOfDay.ts"

const iso = (day: string, timeZone: string) =>
  Effect.map(endOfDay(day, timeZone), (instant) => new Date(instant).toISOString())

describe("the end of a day", () => {
  it.effect("is the first instant of the next one in the reader's time zone", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* iso("2026-11-30", "Europe/Moscow"), "2026-11-30T21:00:00.000Z")
      assert.strictEqual(yield* iso("2026-12-31", "Asia/Vladivostok"), "2026-12-31T14:00:00.000Z")
      assert.strictEqual(yield* iso("2028-02-29", "UTC"), "2028-03-01T00:00:00.000Z")
      // The day on which clocks are put forward has 23 hours.
      assert.strictEqual(yield* iso("2026-03-28", "Europe/Berlin"), "2026-03-28T23:00:00.000Z")
      assert.strictEqual(yield* iso("2026-03-29", "Europe/Berlin"), "2026-03-29T22:00:00.000Z")
    })
  )

  it.effect("can be that of today, but not of a past day", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse("2026-11-30T20:59:59Z"))
      assert.strictEqual(yield* iso("2026-11-30", "Europe/Moscow"), "2026-11-30T21:00:00.000Z")
      yield* TestClock.setTime(Date.parse("2026-11-30T21:00:00Z"))
      assert.strictEqual((yield* Effect.flip(iso("2026-11-30", "Europe/Moscow"))).problem, "pastDate")
    })
  )

  it.effect("does not exist for an invalid date", () =>
    Effect.gen(function* () {
      for (const text of ["", "2026-13-01", "2026-00-10", "2026-02-30", "30.11.2026", "2026-11-30T00:00:00Z", "0"]) {
        assert.strictEqual((yield* Effect.flip(iso(text, "UTC"))).problem, "badDate", text)
      }
    })
  )
})
