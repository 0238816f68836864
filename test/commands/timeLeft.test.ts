import { assert, describe, it } from "@effect/vitest"
import { Option } from "effect"
import { timeLeft } from "../../src/commands/timeLeft.ts"
import type { Outlook } from "../../src/market/RequestBudget.ts"

const minute = 60_000
const hour = 60 * minute
const now = Date.parse("2026-11-22T03:10:00Z")

const outlook = (remaining: number, limit: number): Outlook => ({
  remaining: Option.some(remaining),
  limit: Option.some(limit),
  until: Option.some(now + 50 * minute),
  waitingUntil: Option.none()
})
const untold: Outlook = {
  remaining: Option.none(),
  limit: Option.none(),
  until: Option.none(),
  waitingUntil: Option.none()
}

describe("the remaining time", () => {
  it("is unknown before the first chat", () => {
    assert.deepStrictEqual(timeLeft({ chatsRead: 0, chatsLeft: 10, working: minute }, untold, now), Option.none())
  })

  it("follows the pace so far", () => {
    const scan = { chatsRead: 100, chatsLeft: 300, working: minute }
    assert.deepStrictEqual(timeLeft(scan, untold, now), Option.some(3 * minute))
    assert.deepStrictEqual(timeLeft(scan, outlook(300, 10_000), now), Option.some(3 * minute))
  })

  it("includes waits whenever the hourly limit does not suffice", () => {
    const scan = { chatsRead: 100, chatsLeft: 300, working: minute }
    assert.deepStrictEqual(timeLeft(scan, outlook(299, 10_000), now), Option.some(53 * minute))
    assert.deepStrictEqual(timeLeft(scan, outlook(0, 300), now), Option.some(53 * minute))
    assert.deepStrictEqual(timeLeft(scan, outlook(0, 100), now), Option.some(53 * minute + 2 * hour))
  })
})
