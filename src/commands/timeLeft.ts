import { Option } from "effect"
import type { Outlook } from "../market/RequestBudget.ts"

/** The marketplace's limits apply per hour, according to its documentation. In milliseconds. */
const hour = 3_600_000

/**
 * Estimates the remaining time of a scan in milliseconds: the remaining chats at the pace so far, plus waits whenever
 * the hourly limit will be used up. Counts one request per chat, which is what most need. None until a chat was read.
 *
 * @param working the time spent so far without waits, in milliseconds.
 * @param now milliseconds since the epoch.
 */
export const timeLeft = (
  scan: { readonly chatsRead: number; readonly chatsLeft: number; readonly working: number },
  { remaining, limit, until }: Outlook,
  now: number
): Option.Option<number> => {
  if (scan.chatsRead === 0) return Option.none()
  const atThisPace = (scan.working / scan.chatsRead) * scan.chatsLeft
  const waits = Option.gen(function* () {
    const lacking = scan.chatsLeft - (yield* remaining)
    if (lacking <= 0) return 0
    const laterHours = Math.ceil(lacking / (yield* limit)) - 1
    return Math.max(Option.getOrElse(until, () => now + hour) - now, 0) + laterHours * hour
  })
  return Option.some(atThisPace + Option.getOrElse(waits, () => 0))
}
