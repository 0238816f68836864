import { Option } from "effect"
import type { RateLimit } from "./RateLimit.ts"

const longestWindow = 61 * 60_000

/** `Until` is written in whole seconds, so the window may end up to a second later than it says. */
const roundedSecond = 1000

const numberOf = (value: string | undefined): Option.Option<number> =>
  value !== undefined && /^\s*\d{1,15}\s*$/.test(value) ? Option.some(Number(value)) : Option.none()

const dateOf = (value: string | undefined): Option.Option<number> =>
  Option.filter(Option.some(value === undefined ? Number.NaN : Date.parse(value)), Number.isFinite)

/**
 * Reads the hour's limit from an answer's headers (names in lower case).
 *
 * The marketplace's clock is taken from the answer's own `Date`: it was written before the answer arrived, so the
 * time reckoned from it is never too early. Where that puts the window's end further away than the longest documented
 * window, our own clock is taken; where it is too far by both, the date is not believed and nothing is known.
 *
 * @param now milliseconds of this machine's clock when the answer arrived.
 * @param isSpent whether the answer itself said that the limit is spent (420), whatever its headers count.
 */
export const rateLimitOf = (
  headers: Readonly<Record<string, string | undefined>>,
  now: number,
  isSpent: boolean
): Option.Option<RateLimit> => {
  const remaining = isSpent ? Option.some(0) : numberOf(headers["x-ratelimit-resource-remaining"])
  if (Option.isNone(remaining)) return Option.none()
  const clocks = [...Option.toArray(dateOf(headers.date)), now]
  // A count without the date until which it holds tells nothing: every answer of the marketplace names both.
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
