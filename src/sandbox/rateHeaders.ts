import type { QuotaState } from "./Quota.ts"

/** The header names and values of an answer. */
export type Headers = Readonly<Record<string, string>>

/** The Date header; an RFC 822 date has no milliseconds. */
export const dateHeader = (now: number): Headers => ({ Date: new Date(now).toUTCString() })

/** The headers that every answer has according to the documentation. */
export const rateHeaders = (now: number, { limit, remaining, until }: QuotaState): Headers => ({
  ...dateHeader(now),
  "X-RateLimit-Resource-Limit": String(limit),
  "X-RateLimit-Resource-Remaining": String(remaining),
  // Rounded up, so that the date is not before the end of the window.
  "X-RateLimit-Resource-Until": new Date(Math.ceil(until / 1000) * 1000).toUTCString()
})

/** Whether the headers report that no request remains. */
export const reportsSpent = (headers: Headers): boolean => headers["X-RateLimit-Resource-Remaining"] === "0"
