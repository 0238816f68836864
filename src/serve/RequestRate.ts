import { Effect, Option } from "effect"
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"
import type { AccessTokens } from "./AccessTokens.ts"
import { isOwnProgram, type RequestOrigin } from "./isOwnProgram.ts"
import { RequestProblem } from "./RequestProblem.ts"

/** The size that counts as one request, in bytes; a larger request counts as several. */
const bytesOfOne = 16 * 1024

/** The default number of requests per minute for each client. */
export const defaultRate = 6_000

/** Limits the requests of each client, identified by its token or else its address. */
export class RequestRate {
  readonly #tokens: AccessTokens
  readonly #limiter: RateLimiterMemory
  readonly #isCounted: (request: RequestOrigin) => boolean

  /** @param perMinute 0 for no limit; none for the default, which excludes programs on the same machine. */
  constructor(tokens: AccessTokens, perMinute: Option.Option<number>) {
    this.#tokens = tokens
    this.#limiter = new RateLimiterMemory({ points: Option.getOrElse(perMinute, () => defaultRate), duration: 60 })
    this.#isCounted = Option.match(perMinute, {
      onNone: () => (request) => !isOwnProgram(request),
      onSome: (limit) => () => limit > 0
    })
  }

  /** Counts a request before its body is read. Fails with TooManyRequests. */
  admit(request: RequestOrigin): Effect.Effect<void, RequestProblem> {
    return this.#take(request, 1)
  }

  /**
   * Counts a large request, once its size is known, as several, but not as more than the limit of a minute, because it
   * could never be admitted otherwise.
   */
  weigh(request: RequestOrigin, bytes: number): Effect.Effect<void, RequestProblem> {
    const more = Math.min(Math.floor(bytes / bytesOfOne), this.#limiter.points - 1)
    return more <= 0 ? Effect.void : this.#take(request, more)
  }

  #take(request: RequestOrigin, points: number): Effect.Effect<void, RequestProblem> {
    if (!this.#isCounted(request)) return Effect.void
    const address = request.socket.remoteAddress ?? ""
    const token = this.#tokens.indexOfBearer(request.headers.authorization)
    const client = Option.match(token, { onNone: () => address, onSome: (index) => `token ${index}` })
    return Effect.async((resume) => {
      this.#limiter.consume(client, points).then(
        () => resume(Effect.void),
        (refusal: unknown) => {
          const wait = refusal instanceof RateLimiterRes ? refusal.msBeforeNext : 1_000
          resume(new RequestProblem({ code: "TooManyRequests", retryAfter: Math.max(1, Math.ceil(wait / 1_000)) }))
        }
      )
    })
  }
}
