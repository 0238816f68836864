import { Option } from "effect"
import type { RateLimit } from "./RateLimit.ts"

/** What is known about the current hour of one business and method. Immutable: each answer yields a new one. */
export interface RateWindow {
  /** The documented requests per hour, assumed as long as no answer names a limit; none for servers without one. */
  readonly documentedLimit: Option.Option<number>
  readonly limit: Option.Option<RateLimit>
  /** When the last refusal ends. */
  readonly refusedUntil: number
  /** Whether any answer has named a limit. */
  readonly isReported: boolean
}

const hour = 3_600_000

/** The initial window, from the limit that the last process saved. */
export const startingWindow = (
  limit: Option.Option<RateLimit>,
  documentedLimit: Option.Option<number>
): RateWindow => ({ documentedLimit, limit, refusedUntil: Number.NEGATIVE_INFINITY, isReported: false })

/**
 * The window at `now`. If the marketplace reports limits, an expired window is replaced by one with the full limit that
 * any answer may overwrite, since the date of the old one may have been wrong. Otherwise the window is our own
 * estimate from the documented limit.
 */
export const windowAt = (window: RateWindow, now: number): RateWindow => {
  const { documentedLimit, isReported } = window
  const limit = Option.flatMap(window.limit, (last): Option.Option<RateLimit> => {
    if (last.until > now) return Option.some(last)
    const whole = { limit: last.limit, remaining: last.limit }
    return isReported
      ? Option.some({ ...whole, window: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY })
      : Option.none()
  })
  return { ...window, limit: Option.orElse(limit, () => Option.map(documentedLimit, (most) => ownLimit(most, now))) }
}

/** The marketplace's observed windows are aligned to the clock, so ours ends at the full hour. */
const ownLimit = (limit: number, now: number): RateLimit => {
  const window = (Math.floor(now / hour) + 1) * hour
  return { limit, remaining: limit, window, until: window + 1000 }
}

/**
 * The limit at `now`. After a refusal no requests remain until the refusal's own date, which may precede the end of the
 * window that other answers report. The counts of answers that were in flight at the time do not lift it.
 */
export const limitAt = (window: RateWindow, now: number): Option.Option<RateLimit> =>
  Option.map(windowAt(window, now).limit, (limit) =>
    now < window.refusedUntil ? { ...limit, remaining: 0, until: window.refusedUntil } : limit
  )

/**
 * The window after an answer.
 *
 * @param answer the limit that the answer names, if any.
 * @param isRefused whether the request was refused for this limit.
 */
export const afterAnswer = (window: RateWindow, answer: Option.Option<RateLimit>, isRefused: boolean): RateWindow => {
  const isReported = window.isReported || Option.isSome(answer)
  const limit = Option.match(answer, {
    onSome: (reported) => Option.some(newer(window.limit, reported)),
    onNone: () => Option.map(window.limit, (last) => (isReported ? last : countedDown(last)))
  })
  const refusals = isRefused ? Option.toArray(answer).map(({ until }) => until) : []
  return { ...window, limit, isReported, refusedUntil: Math.max(window.refusedUntil, ...refusals) }
}

/**
 * The newer of two limits; answers may arrive out of order. Within a window the marketplace only counts down, so the
 * lowest count is the newest. A limit of an older window is dropped.
 */
const newer = (last: Option.Option<RateLimit>, answer: RateLimit): RateLimit =>
  Option.match(last, {
    onNone: () => answer,
    onSome: (known) => {
      if (answer.window !== known.window) return answer.window > known.window ? answer : known
      return answer.remaining <= known.remaining ? answer : known
    }
  })

/** Counts one request; used while no answer names a limit. */
const countedDown = (limit: RateLimit): RateLimit => ({ ...limit, remaining: Math.max(limit.remaining - 1, 0) })
