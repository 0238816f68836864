/** What the marketplace said about the hour: read from the X-RateLimit-Resource-* headers of an answer. */
export interface RateLimit {
  readonly limit: number
  readonly remaining: number
  /** The marketplace's own date for the end of the window, which tells one window from another. */
  readonly window: number
  /** When the count starts anew, in milliseconds of this machine's clock. */
  readonly until: number
}
