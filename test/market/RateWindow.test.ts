import { Option } from "effect"
import { describe, expect, it } from "vitest"
import type { RateLimit } from "../../src/market/RateLimit.ts"
import { afterAnswer, limitAt, type RateWindow, startingWindow, windowAt } from "../../src/market/RateWindow.ts"

const hour = 3_600_000
const now = Date.parse("2026-11-22T00:15:00Z")
const endOfHour = Date.parse("2026-11-22T01:00:00Z")

const reported = (remaining: number, facts: Partial<RateLimit> = {}): RateLimit => ({
  limit: 100,
  remaining,
  window: endOfHour,
  until: endOfHour,
  ...facts
})

const unknown = startingWindow(Option.none(), Option.none())
const documented = startingWindow(Option.none(), Option.some(100))

const answeredBy = (window: RateWindow, ...answers: ReadonlyArray<RateLimit>): RateWindow =>
  answers.reduce((last, answer) => afterAnswer(last, Option.some(answer), false), window)

describe("the hourly window of requests", () => {
  it("has no limit where none is reported or documented, and the documented one where the marketplace reports none", () => {
    expect(limitAt(unknown, now)).toEqual(Option.none())
    expect(limitAt(documented, now)).toEqual(
      Option.some({ limit: 100, remaining: 100, window: endOfHour, until: endOfHour + 1000 })
    )
  })

  it("counts requests itself until the marketplace reports its count", () => {
    const counted = afterAnswer(windowAt(documented, now), Option.none(), false)
    expect(Option.map(limitAt(counted, now), ({ remaining }) => remaining)).toEqual(Option.some(99))
    const unreported = afterAnswer(answeredBy(counted, reported(50)), Option.none(), false)
    expect(limitAt(unreported, now)).toEqual(Option.some(reported(50)))
  })

  it("takes the lowest count of a window, in whatever order the answers arrive", () => {
    expect(limitAt(answeredBy(unknown, reported(7), reported(9)), now)).toEqual(Option.some(reported(7)))
    expect(limitAt(answeredBy(unknown, reported(9), reported(7)), now)).toEqual(Option.some(reported(7)))
  })

  it("takes the newest window, whatever its count", () => {
    const next = reported(90, { window: endOfHour + hour, until: endOfHour + hour })
    expect(limitAt(answeredBy(unknown, reported(7), next), now)).toEqual(Option.some(next))
    expect(limitAt(answeredBy(unknown, next, reported(7)), now)).toEqual(Option.some(next))
  })

  it("starts again with its full limit after it expires, until any answer reports a count", () => {
    const passed = windowAt(answeredBy(unknown, reported(0)), endOfHour)
    expect(Option.map(passed.limit, ({ remaining }) => remaining)).toEqual(Option.some(100))
    const early = reported(42, { window: endOfHour - hour, until: endOfHour + hour })
    expect(limitAt(answeredBy(passed, early), endOfHour)).toEqual(Option.some(early))
  })

  it("forgets an expired limit of an earlier process if no answer has named one since", () => {
    expect(limitAt(startingWindow(Option.some(reported(0)), Option.none()), endOfHour)).toEqual(Option.none())
  })

  it("honours a refusal until its own date, whatever the counts of concurrent answers", () => {
    const refusal = reported(0, { until: now + 1000 })
    const refused = answeredBy(afterAnswer(unknown, Option.some(refusal), true), reported(5))
    expect(Option.map(limitAt(refused, now), ({ remaining, until }) => [remaining, until])).toEqual(
      Option.some([0, now + 1000])
    )
  })

  it("does not modify the window that it was made from", () => {
    const before = answeredBy(unknown, reported(7))
    answeredBy(before, reported(3))
    expect(limitAt(before, now)).toEqual(Option.some(reported(7)))
  })
})
