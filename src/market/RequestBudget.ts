import { Clock, Context, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Operation } from "./MarketError.ts"

/** What the marketplace said about the hour: read from the X-RateLimit-Resource-* headers of an answer. */
export interface RateLimit {
  readonly limit: number
  readonly remaining: number
  /** The marketplace's own date for the end of the window, which tells one window from another. */
  readonly window: number
  /** When the count starts anew, in milliseconds of this machine's clock. */
  readonly until: number
}

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
    let known = yield* ledger.load(businessId, operation)
    let refusedUntil = Number.NEGATIVE_INFINITY
    let isTold = false
    let underWay = 0
    let waitingUntil = Option.none<number>()
    let answered = yield* Effect.makeLatch()

    /**
     * The limit in force. A window that has passed starts again with its whole limit, until an answer tells more: any
     * answer, for the date of the old window may have been a wrong one. Where none ever tells, the next window is ours.
     */
    const inWindow = (now: number): Option.Option<RateLimit> => {
      if (Option.isSome(known) && known.value.until <= now) {
        const { limit } = known.value
        known = isTold
          ? Option.some({
              limit,
              remaining: limit,
              window: Number.NEGATIVE_INFINITY,
              until: Number.POSITIVE_INFINITY
            })
          : Option.none()
      }
      if (Option.isNone(known) && Option.isSome(documentedLimit)) {
        const limit = documentedLimit.value
        // The windows that were seen are aligned to the clock, so an hour's window ends with the hour.
        const window = (Math.floor(now / hour) + 1) * hour
        known = Option.some({ limit, remaining: limit, window, until: window + 1000 })
      }
      return known
    }

    /**
     * A refusal holds until its own date. That may come before the end of the window which other answers name, and
     * counts of answers that were under way beside it do not lift it.
     */
    const current = (now: number): Option.Option<RateLimit> =>
      Option.map(inWindow(now), (limit) =>
        now < refusedUntil ? { ...limit, remaining: 0, until: refusedUntil } : limit
      )

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

    /**
     * Answers overtake one another. Within a window the marketplace only counts down, so the least count is the newest;
     * an answer that belongs to an older window is dropped.
     */
    const newer = (answer: RateLimit): RateLimit =>
      Option.match(known, {
        onNone: () => answer,
        onSome: (last) => {
          if (answer.window !== last.window) return answer.window > last.window ? answer : last
          return answer.remaining <= last.remaining ? answer : last
        }
      })

    /** Without a word from the marketplace about its limits the requests are counted here. */
    const countDown = (limit: RateLimit): RateLimit =>
      isTold ? limit : { ...limit, remaining: Math.max(limit.remaining - 1, 0) }

    const learn: Learn = (answer, isRefused = false) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) => {
        isTold = isTold || Option.isSome(answer)
        if (isRefused && Option.isSome(answer)) refusedUntil = Math.max(refusedUntil, answer.value.until)
        known = Option.match(answer, {
          onSome: (limit) => Option.some(newer(limit)),
          onNone: () => Option.map(known, countDown)
        })
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
