import { assert, describe, it } from "@effect/vitest"
import { Option } from "effect"
import { rateLimitOf } from "../../src/market/rateLimitOf.ts"

const now = Date.parse("2026-10-01T12:30:00Z")
const minute = 60_000
const hour = 60 * minute

const rfc822 = (instant: number): string => new Date(instant).toUTCString()

const headers = (
  { remaining, until, date }: { remaining?: string; until?: string; date?: string },
  limit: string | undefined = "10000"
) => ({
  date,
  "x-ratelimit-resource-limit": limit,
  "x-ratelimit-resource-remaining": remaining,
  "x-ratelimit-resource-until": until
})

const untilOf = (...parameters: Parameters<typeof rateLimitOf>) =>
  Option.getOrUndefined(Option.map(rateLimitOf(...parameters), ({ until }) => until - now))

describe("rateLimitOf", () => {
  it.each([0, 1, -1, 90 * minute, -90 * minute, 24 * hour, -400 * 24 * hour])(
    "computes the end of the hour by the marketplace's clock, %i ms ahead of ours",
    (skew) => {
      const written = headers({
        remaining: "17",
        until: rfc822(now + skew + 30 * minute),
        date: rfc822(now + skew)
      })
      const until = untilOf(written, now, false)
      // The header's date has no milliseconds: up to a second late is correct, early is not.
      assert.isTrue(until !== undefined && until >= 30 * minute && until <= 30 * minute + 2000, `${until}`)
      assert.strictEqual(Option.getOrUndefined(rateLimitOf(written, now, false))?.remaining, 17)
    }
  )

  it.each([undefined, "", "soon", "1970"])("uses the local clock when Date is %j", (date) => {
    const written = headers({
      remaining: "0",
      until: rfc822(now + 10 * minute),
      ...(date === undefined ? {} : { date })
    })
    const until = untilOf(written, now, false)
    assert.strictEqual(until, 10 * minute + 1000)
  })

  it.each([
    ["no date", undefined],
    ["an empty one", ""],
    ["garbage", "in an hour"],
    ["a year from now", rfc822(now + 365 * 24 * hour)],
    ["seconds instead of a date", "3600"]
  ])("knows nothing of an hour with %s", (_, until) => {
    const written = headers({ remaining: "0", date: rfc822(now), ...(until === undefined ? {} : { until }) })
    assert.strictEqual(untilOf(written, now, false), undefined)
    assert.strictEqual(untilOf({ ...written, "x-ratelimit-resource-remaining": "5" }, now, false), undefined)
  })

  it("keeps a date in the past", () => {
    const until = untilOf(headers({ remaining: "0", until: rfc822(now - minute), date: rfc822(now) }), now, false)
    assert.isTrue(until !== undefined && until < 0)
  })

  it("treats the hour as used up after a 420, whatever count the headers have", () => {
    for (const remaining of ["500", undefined, "many"]) {
      const written = headers({
        until: rfc822(now + 20 * minute),
        date: rfc822(now),
        ...(remaining === undefined ? {} : { remaining })
      })
      assert.deepInclude(Option.getOrUndefined(rateLimitOf(written, now, true)), { remaining: 0 })
    }
  })

  it.each([undefined, "", "-5", "many", "1e3", "99999999999999999999"])(
    "returns none for an answer whose Remaining is %j",
    (remaining) => {
      const until = rfc822(now + 20 * minute)
      const written = headers({ until, date: rfc822(now), ...(remaining === undefined ? {} : { remaining }) })
      assert.deepStrictEqual(rateLimitOf(written, now, false), Option.none())
    }
  )

  it("never returns a limit below the remaining count", () => {
    const limitOf = (limit: string | undefined) => {
      const written = headers({ remaining: "40", until: rfc822(now + minute), date: rfc822(now) }, limit)
      return Option.getOrUndefined(rateLimitOf(written, now, false))?.limit
    }
    assert.strictEqual(limitOf("10000"), 10_000)
    assert.strictEqual(limitOf("3"), 40)
    assert.isTrue((limitOf("none") ?? 0) >= 40)
  })
})
