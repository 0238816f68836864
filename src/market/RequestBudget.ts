import { Clock, Context, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Operation } from "./MarketError.ts"
import type { RateLimit } from "./RateLimit.ts"
import { afterAnswer, limitAt, startingWindow, windowAt } from "./RateWindow.ts"

/** What is known of one business and method: `remaining` more requests until `until`. */
export interface BudgetEntry extends RateLimit {
  readonly businessId: BusinessId
  readonly operation: Operation
}

/** Where the budget outlives the process, so that a restart inside the hour does not forget what was spent. */
export class BudgetLedger extends Context.Tag("chatlint/BudgetLedger")<
  BudgetLedger,
  {
    readonly load: (businessId: BusinessId, operation: Operation) => Effect.Effect<Option.Option<RateLimit>>
    readonly save: (entry: BudgetEntry) => Effect.Effect<void>
  }
>() {}

/** How much of the hour is left. */
export interface Outlook {
  /** None before the marketplace has told. */
  readonly remaining: Option.Option<number>
  /** How many requests a whole hour has; none before the marketplace has told. */
  readonly limit: Option.Option<number>
  /** When the count starts anew, in milliseconds of this machine's clock; none where that is not known. */
  readonly until: Option.Option<number>
  /** When requests go on, in milliseconds of this machine's clock, while they wait for the hour to turn. */
  readonly waitingUntil: Option.Option<number>
}

/**
 * Tells the limit that an answer names, none where it names none.
 *
 * @param isRefused whether the request was refused for this limit (420).
 */
export type Learn = (limit: Option.Option<RateLimit>, isRefused?: boolean) => Effect.Effect<void>

/** The requests of one business and method, paced by what the marketplace says of the hour. */
export interface RequestBudget {
  /**
   * Runs `request` as soon as the hour allows one more, and learns from the limit it returns. Not one request starts
   * while the limit is known to be spent: the ones under way are counted as spent until they have answered.
   */
  readonly spend: <A, E, R>(request: (learn: Learn) => Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  readonly outlook: Effect.Effect<Outlook>
}

const hour = 3_600_000

/**
 * Makes the budget of one business and method.
 *
 * @param documentedLimit what the documentation grants in an hour, for a server that does not send its limits: the
 *   marketplace itself. None for other servers, which are believed to have no limit unless they name one.
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
    let underWay = 0
    let waitingUntil = Option.none<number>()
    let answered = yield* Effect.makeLatch()

    /** The limit in force; a window that has passed is left behind for good, whatever the clock tells later. */
    const current = (now: number): Option.Option<RateLimit> => {
      window = windowAt(window, now)
      return limitAt(window, now)
    }

    /** Requests that may start now. Those under way may or may not be in the last count, so they are taken off. */
    const free = (limit: Option.Option<RateLimit>): number =>
      Option.match(limit, {
        onNone: () => Number.POSITIVE_INFINITY,
        onSome: ({ remaining }) => remaining - underWay
      })

    const admit: Effect.Effect<void> = Effect.flatMap(Clock.currentTimeMillis, (now) => {
      const limit = current(now)
      if (free(limit) > 0) {
        underWay += 1
        waitingUntil = Option.none()
        return Effect.void
      }
      if (underWay > 0) return Effect.zipRight(answered.await, admit)
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
              ? ledger.save({ ...limit, businessId, operation, remaining: Math.max(limit.remaining - underWay + 1, 0) })
              : Effect.void
        })
      })

    const release = Effect.suspend(() => {
      underWay -= 1
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
        // A request that was refused for the hour waits in its retry schedule and not here.
        const spent = Option.filter(limit, ({ remaining, until }) => remaining <= 0 && Number.isFinite(until))
        return {
          remaining: Option.map(limit, ({ remaining }) => Math.max(remaining - underWay, 0)),
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
