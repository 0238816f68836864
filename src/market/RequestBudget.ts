import { Clock, Context, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Operation } from "./MarketError.ts"
import type { RateLimit } from "./RateLimit.ts"
import { afterAnswer, limitAt, startingWindow, windowAt } from "./RateWindow.ts"

/** The saved limit of one business and method: `remaining` more requests until `until`. */
export interface BudgetEntry extends RateLimit {
  readonly businessId: BusinessId
  readonly operation: Operation
}

/** Stores the budget across processes, so that a restart within the hour knows how many requests were used. */
export class BudgetLedger extends Context.Tag("chatlint/BudgetLedger")<
  BudgetLedger,
  {
    readonly load: (businessId: BusinessId, operation: Operation) => Effect.Effect<Option.Option<RateLimit>>
    readonly save: (entry: BudgetEntry) => Effect.Effect<void>
  }
>() {}

/** What is left of the hourly limit. */
export interface Outlook {
  /** None until the marketplace has reported it. */
  readonly remaining: Option.Option<number>
  /** The requests per hour; none until the marketplace has reported them. */
  readonly limit: Option.Option<number>
  /** When the count is reset, in milliseconds of the local clock; none if unknown. */
  readonly until: Option.Option<number>
  /** When requests resume, in milliseconds of the local clock; none unless they are waiting for the next hour. */
  readonly waitingUntil: Option.Option<number>
}

/**
 * Records the limit that an answer names, or that it names none.
 *
 * @param isRefused whether the request was refused for this limit (420).
 */
export type Learn = (limit: Option.Option<RateLimit>, isRefused?: boolean) => Effect.Effect<void>

/** Paces the requests of one business and method by the hourly limit that the marketplace reports. */
export interface RequestBudget {
  /**
   * Runs `request` as soon as the limit allows one more. No request starts while the limit is known to be used up;
   * requests in flight count as used until they are answered.
   */
  readonly spend: <A, E, R>(request: (learn: Learn) => Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  readonly outlook: Effect.Effect<Outlook>
}

const hour = 3_600_000

/**
 * Makes the budget of one business and method.
 *
 * @param documentedLimit the documented requests per hour, which hold for the marketplace itself while its answers name
 *   no limit. None for other servers: they are unlimited unless they name a limit.
 */
export const makeRequestBudget = (options: {
  readonly businessId: BusinessId
  readonly operation: Operation
  readonly documentedLimit: Option.Option<number>
}): Effect.Effect<RequestBudget, never, BudgetLedger> =>
  Effect.gen(function* () {
    const ledger = yield* BudgetLedger
    const { businessId, operation, documentedLimit } = options
    let window = startingWindow(yield* ledger.load(businessId, operation), documentedLimit)
    let inFlight = 0
    let waitingUntil = Option.none<number>()
    let answered = yield* Effect.makeLatch()

    /** The limit at `now`. An expired window is replaced for good, even if the clock is set back later. */
    const current = (now: number): Option.Option<RateLimit> => {
      window = windowAt(window, now)
      return limitAt(window, now)
    }

    /** Requests that may start now. The last count may not include those in flight, so they are subtracted. */
    const free = (limit: Option.Option<RateLimit>): number =>
      Option.match(limit, {
        onNone: () => Number.POSITIVE_INFINITY,
        onSome: ({ remaining }) => remaining - inFlight
      })

    const admit: Effect.Effect<void> = Effect.flatMap(Clock.currentTimeMillis, (now) => {
      const limit = current(now)
      if (free(limit) > 0) {
        inFlight += 1
        waitingUntil = Option.none()
        return Effect.void
      }
      if (inFlight > 0) return Effect.zipRight(answered.await, admit)
      const until = Option.match(limit, { onNone: () => now, onSome: (known) => Math.min(known.until, now + hour) })
      waitingUntil = Option.some(until)
      return Effect.zipRight(Effect.sleep(Math.max(until - now, 1)), admit)
    })

    const learn: Learn = (answer, isRefused = false) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) => {
        window = afterAnswer(window, answer, isRefused)
        return Option.match(current(now), {
          onNone: () => Effect.void,
          onSome: (limit) =>
            Number.isFinite(limit.until)
              ? ledger.save({ ...limit, businessId, operation, remaining: Math.max(limit.remaining - inFlight + 1, 0) })
              : Effect.void
        })
      })

    const release = Effect.suspend(() => {
      inFlight -= 1
      const before = answered
      answered = Effect.unsafeMakeLatch()
      return before.open
    })

    return {
      spend: (request) =>
        Effect.uninterruptibleMask((restore) =>
          Effect.zipRight(restore(admit), Effect.ensuring(restore(request(learn)), release))
        ),
      outlook: Effect.map(Clock.currentTimeMillis, (now) => {
        const limit = current(now)
        // A request refused for the hourly limit waits in its retry schedule, not in `admit`.
        const spent = Option.filter(limit, ({ remaining, until }) => remaining <= 0 && Number.isFinite(until))
        return {
          remaining: Option.map(limit, ({ remaining }) => Math.max(remaining - inFlight, 0)),
          limit: Option.map(limit, (known) => known.limit),
          until: Option.filter(
            Option.map(limit, ({ until }) => until),
            Number.isFinite
          ),
          waitingUntil: Option.orElse(waitingUntil, () => Option.map(spent, ({ until }) => until))
        }
      })
    }
  })
