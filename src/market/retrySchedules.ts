import { Clock, Duration, Effect, Option, Schedule } from "effect"
import type { MarketError } from "./MarketError.ts"

/** What is done again after an error: that one request, the whole paging from its first page, or nothing. */
type Repeats = "request" | "paging" | "nothing"

interface Retry {
  readonly repeats: Repeats
  readonly schedule: Schedule.Schedule<unknown, MarketError>
}

/** Doubles from half a second up to 10 seconds, seven times: about half a minute in all. */
const backOff = Schedule.exponential("500 millis").pipe(
  Schedule.either(Schedule.spaced("10 seconds")),
  Schedule.jittered,
  Schedule.intersect(Schedule.recurs(7))
)

/** A few requests at once are free again within moments; a fourth of a second, then longer, for about a minute. */
const briefly = Schedule.exponential("250 millis", 1.5).pipe(
  Schedule.either(Schedule.spaced("3 seconds")),
  Schedule.jittered,
  Schedule.intersect(Schedule.recurs(25))
)

/** A server that answers something else than the API seldom comes to its senses: four tries within eight seconds. */
const cautiously = Schedule.exponential("500 millis").pipe(Schedule.jittered, Schedule.intersect(Schedule.recurs(4)))

/** A date far away is not believed: the documented windows are hours, so after one the marketplace is asked again. */
const longestWindow = Duration.minutes(61)

/**
 * The time to wait. Where the marketplace named no date, or one that has passed although the limit still holds, it is
 * a second and then twice as much each time, up to five minutes: together more than an hour.
 */
const timeToWait = ([error, count]: readonly [MarketError, number]) =>
  Effect.map(Clock.currentTimeMillis, (now) =>
    Duration.clamp(Duration.millis(untilOf(error, now) - now), {
      minimum: Duration.seconds(Math.min(2 ** count, 300)),
      maximum: longestWindow
    })
  )

const untilOf = (error: MarketError, now: number): number =>
  error._tag === "HourlyLimit" ? Option.getOrElse(error.until, () => now) : now

/** Until the hour turns; so often that a day of hours passes before it gives up. */
const untilTheHourTurns = Schedule.identity<MarketError>().pipe(
  Schedule.intersect(Schedule.recurs(24)),
  Schedule.addDelayEffect(timeToWait)
)

/**
 * What is done about each error, all in one place.
 *
 * Each error keeps its own count while one request is repeated, so a fault now and then does not use up the patience
 * for another. 4xx answers other than 420 are charged against the hour (the marketplace's page on limits), and they
 * would be refused again: they are never repeated. A page token that went bad starts its paging again, once.
 */
export const retrySchedules: Readonly<Record<MarketError["_tag"], Retry>> = {
  ParallelLimit: { repeats: "request", schedule: briefly },
  HourlyLimit: { repeats: "request", schedule: untilTheHourTurns },
  ServerFault: { repeats: "request", schedule: backOff },
  Disconnected: { repeats: "request", schedule: backOff },
  MalformedAnswer: { repeats: "request", schedule: cautiously },
  BadPageToken: { repeats: "paging", schedule: Schedule.recurs(1) },
  Unauthorized: { repeats: "nothing", schedule: Schedule.stop },
  Forbidden: { repeats: "nothing", schedule: Schedule.stop },
  ScopeMissing: { repeats: "nothing", schedule: Schedule.stop },
  ChatNotFound: { repeats: "nothing", schedule: Schedule.stop },
  BadRequest: { repeats: "nothing", schedule: Schedule.stop },
  EndlessPaging: { repeats: "nothing", schedule: Schedule.stop }
}
