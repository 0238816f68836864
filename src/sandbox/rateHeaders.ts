import type { QuotaState } from "./Quota.ts"

/** The header names and values of an answer. */
export type Headers = Readonly<Record<string, string>>

/** The instant as an RFC 822 date, which has no milliseconds. */
export const dateHeader = (now: number): Headers => ({ Date: new Date(now).toUTCString() })

/** The headers that the documentation promises on every answer. */
export const rateHeaders = (now: number, { limit, remaining, until }: QuotaState): Headers => ({
  ...dateHeader(now),
  "X-RateLimit-Resource-Limit": String(limit),
  "X-RateLimit-Resource-Remaining": String(remaining),
  // A date without milliseconds has to lie after the end of the window, not before it.
  "X-RateLimit-Resource-Until": new Date(Math.ceil(until / 1000) * 1000).toUTCString()
})

/** Whether a client that reads these headers knows that nothing is left. */
export const saysSpent = (headers: Headers): boolean => headers["X-RateLimit-Resource-Remaining"] === "0"
