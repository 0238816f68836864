import { Option } from "effect"
import type { RateLimit } from "./RateLimit.ts"

const longestWindow = 61 * 60_000

/** `Until` has whole seconds, so the window may end up to a second later. */
const roundedSecond = 1000

const numberOf = (value: string | undefined): Option.Option<number> =>
  value !== undefined && /^\s*\d{1,15}\s*$/.test(value) ? Option.some(Number(value)) : Option.none()

const dateOf = (value: string | undefined): Option.Option<number> =>
  Option.filter(Option.some(value === undefined ? Number.NaN : Date.parse(value)), Number.isFinite)

/**
 * Reads the hourly limit from an answer's headers (names in lower case).
 *
 * The marketplace's clock is read from the answer's `Date`, which was set before the answer arrived, so the computed
 * end of the window is never too early. If that end is further away than the longest documented window, the local clock
 * is used instead; if it is too far by both clocks, the headers are ignored.
 *
 * @param now when the answer arrived, in milliseconds of the local clock.
 * @param isSpent whether the status is a refusal for this limit (420), whatever count the headers have.
 */
export const rateLimitOf = (
  headers: Readonly<Record<string, string | undefined>>,
  now: number,
  isSpent: boolean
): Option.Option<RateLimit> => {
  const remaining = isSpent ? Option.some(0) : numberOf(headers["x-ratelimit-resource-remaining"])
  if (Option.isNone(remaining)) return Option.none()
  const clocks = [...Option.toArray(dateOf(headers.date)), now]
  // A count without its end date is ignored: every answer of the marketplace has both.
  return Option.gen(function* () {
    const window = yield* dateOf(headers["x-ratelimit-resource-until"])
    const marketNow = yield* Option.fromNullable(clocks.find((clock) => window - clock <= longestWindow))
    return { window, marketNow }
  }).pipe(
    Option.map(({ window, marketNow }) => ({
      limit: Math.max(
        Option.getOrElse(numberOf(headers["x-ratelimit-resource-limit"]), () => Number.MAX_SAFE_INTEGER),
        remaining.value,
        1
      ),
      remaining: remaining.value,
      window,
      until: now + window - marketNow + roundedSecond
    }))
  )
}
