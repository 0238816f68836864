import { Option } from "effect"
import type { Outlook } from "../market/RequestBudget.ts"

/** The documented window of the marketplace's limits. */
const hour = 3_600_000

/**
 * How long a scan will still take, in milliseconds: the chats that are left at the pace so far, and the waits for the
 * hours whose requests will not be enough. Each chat is reckoned as one request, for that is what most of them need.
 * None until a chat was read.
 *
 * @param working the time spent so far without the waits, in milliseconds.
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
