import { Option } from "effect"
import type { RateLimit } from "./RateLimit.ts"

/** What is known of the hour's window of one business and method, as it stands after each answer. Nothing in it changes. */
export interface RateWindow {
  /** What documentation grants in an hour to whoever is told nothing; none where nobody is believed to have a limit. */
  readonly documentedLimit: Option.Option<number>
  readonly limit: Option.Option<RateLimit>
  /** When the last refusal ends. */
  readonly refusedUntil: number
  /** Whether the marketplace ever named its limit. */
  readonly isTold: boolean
}

const hour = 3_600_000

/** The window as the last process left it. */
export const startingWindow = (
  limit: Option.Option<RateLimit>,
  documentedLimit: Option.Option<number>
): RateWindow => ({ documentedLimit, limit, refusedUntil: Number.NEGATIVE_INFINITY, isTold: false })

/**
 * The window in force. One that has passed starts again with its whole limit, until an answer tells more: any answer, for
 * the date of the old window may have been a wrong one. Where none ever tells, the next window is ours.
 */
export const windowAt = (window: RateWindow, now: number): RateWindow => {
  const { documentedLimit, isTold } = window
  const limit = Option.flatMap(window.limit, (last): Option.Option<RateLimit> => {
    if (last.until > now) return Option.some(last)
    const whole = { limit: last.limit, remaining: last.limit }
    return isTold
      ? Option.some({ ...whole, window: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY })
      : Option.none()
  })
  return { ...window, limit: Option.orElse(limit, () => Option.map(documentedLimit, (most) => ownLimit(most, now))) }
}

/** The windows that were seen are aligned to the clock, so an hour's window ends with the hour. */
const ownLimit = (limit: number, now: number): RateLimit => {
  const window = (Math.floor(now / hour) + 1) * hour
  return { limit, remaining: limit, window, until: window + 1000 }
}

/**
 * The limit in force. A refusal holds until its own date. That may come before the end of the window which other answers
 * name, and counts of answers that were under way beside it do not lift it.
 */
export const limitAt = (window: RateWindow, now: number): Option.Option<RateLimit> =>
  Option.map(windowAt(window, now).limit, (limit) =>
    now < window.refusedUntil ? { ...limit, remaining: 0, until: window.refusedUntil } : limit
  )

/**
 * The window after an answer, which names a limit or none.
 *
 * @param isRefused whether the request was refused for this limit.
 */
export const afterAnswer = (window: RateWindow, answer: Option.Option<RateLimit>, isRefused: boolean): RateWindow => {
  const isTold = window.isTold || Option.isSome(answer)
  const limit = Option.match(answer, {
    onSome: (told) => Option.some(newer(window.limit, told)),
    onNone: () => Option.map(window.limit, (last) => (isTold ? last : countedDown(last)))
  })
  const refusals = isRefused ? Option.toArray(answer).map(({ until }) => until) : []
  return { ...window, limit, isTold, refusedUntil: Math.max(window.refusedUntil, ...refusals) }
}

/**
 * Answers overtake one another. Within a window the marketplace only counts down, so the least count is the newest; an
 * answer that belongs to an older window is dropped.
 */
const newer = (last: Option.Option<RateLimit>, answer: RateLimit): RateLimit =>
  Option.match(last, {
    onNone: () => answer,
    onSome: (known) => {
      if (answer.window !== known.window) return answer.window > known.window ? answer : known
      return answer.remaining <= known.remaining ? answer : known
    }
  })

/** Without a word from the marketplace about its limits the requests are counted here. */
const countedDown = (limit: RateLimit): RateLimit => ({ ...limit, remaining: Math.max(limit.remaining - 1, 0) })
