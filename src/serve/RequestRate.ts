import { Effect, Option } from "effect"
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"
import type { AccessTokens } from "./AccessTokens.ts"
import { type Asking, isOwnProgram } from "./isOwnProgram.ts"
import { RequestProblem } from "./RequestProblem.ts"

/** A request of more bytes counts as several. */
const bytesOfOne = 16 * 1024

/** How many requests a minute a client has where nothing else was said. */
export const defaultRate = 6_000

/** Counts the requests of each client, by its token or else its address. */
export class RequestRate {
  readonly #tokens: AccessTokens
  readonly #limiter: RateLimiterMemory
  readonly #isCounted: (request: Asking) => boolean

  /** @param perMinute 0: no limit; none: the default, from which programs on the same machine are free. */
  constructor(tokens: AccessTokens, perMinute: Option.Option<number>) {
    this.#tokens = tokens
    this.#limiter = new RateLimiterMemory({ points: Option.getOrElse(perMinute, () => defaultRate), duration: 60 })
    this.#isCounted = Option.match(perMinute, {
      onNone: () => (request) => !isOwnProgram(request),
      onSome: (limit) => () => limit > 0
    })
  }

  /** Counts a request before anything of it is read. Fails with TooManyRequests. */
  admit(request: Asking): Effect.Effect<void, RequestProblem> {
    return this.#take(request, 1)
  }

  /** Counts a request that turned out to be large as as many as it is worth, but as no more than a whole minute's: else it could never pass. */
  weigh(request: Asking, bytes: number): Effect.Effect<void, RequestProblem> {
    const more = Math.min(Math.floor(bytes / bytesOfOne), this.#limiter.points - 1)
    return more <= 0 ? Effect.void : this.#take(request, more)
  }

  #take(request: Asking, points: number): Effect.Effect<void, RequestProblem> {
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
