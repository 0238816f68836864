/** The hourly limit as reported by the X-RateLimit-Resource-* headers of an answer. */
export interface RateLimit {
  readonly limit: number
  readonly remaining: number
  /** The end of the window in milliseconds of the marketplace's clock; identifies the window. */
  readonly window: number
  /** When the count is reset, in milliseconds of the local clock. */
  readonly until: number
}
