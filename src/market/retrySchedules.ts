import { Clock, Duration, Effect, Option, Schedule } from "effect"
import type { MarketError } from "./MarketError.ts"

/** What an error repeats: the single request, the paging from its first page, or nothing. */
type Repeats = "request" | "paging" | "nothing"

interface Retry {
  readonly repeats: Repeats
  readonly schedule: Schedule.Schedule<unknown, MarketError>
}

/** Seven retries, with delays doubling from half a second up to 10 seconds: about half a minute in all. */
const backOff = Schedule.exponential("500 millis").pipe(
  Schedule.either(Schedule.spaced("10 seconds")),
  Schedule.jittered,
  Schedule.intersect(Schedule.recurs(7))
)

/** Parallel requests finish quickly, so delays grow slowly from a quarter of a second, for about a minute in all. */
const forParallelLimit = Schedule.exponential("250 millis", 1.5).pipe(
  Schedule.either(Schedule.spaced("3 seconds")),
  Schedule.jittered,
  Schedule.intersect(Schedule.recurs(25))
)

/** A server that does not speak the API rarely recovers: four retries within eight seconds. */
const forMalformedAnswer = Schedule.exponential("500 millis").pipe(
  Schedule.jittered,
  Schedule.intersect(Schedule.recurs(4))
)

/** A date further away is not trusted: the documented windows are one hour, so the request is retried after that. */
const longestWindow = Duration.minutes(61)

/**
 * The time to wait: until the date that the marketplace named. If it named none, or one that has passed although the
 * limit still holds, the delay doubles from one second up to five minutes, more than an hour in all.
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

/** Waits for the next hour, up to 24 times. */
const untilTheHourTurns = Schedule.identity<MarketError>().pipe(
  Schedule.intersect(Schedule.recurs(24)),
  Schedule.addDelayEffect(timeToWait)
)

/**
 * The retry schedule of each error.
 *
 * Each error has its own count while a request is retried, so that one kind of fault does not use up the retries of
 * another. 4xx answers other than 420 are never retried: they count against the hourly limit (the marketplace's page on
 * limits) and would be refused again. A refused page token restarts the paging, once.
 */
export const retrySchedules: Readonly<Record<MarketError["_tag"], Retry>> = {
  ParallelLimit: { repeats: "request", schedule: forParallelLimit },
  HourlyLimit: { repeats: "request", schedule: untilTheHourTurns },
  ServerFault: { repeats: "request", schedule: backOff },
  Disconnected: { repeats: "request", schedule: backOff },
  MalformedAnswer: { repeats: "request", schedule: forMalformedAnswer },
  BadPageToken: { repeats: "paging", schedule: Schedule.recurs(1) },
  Unauthorized: { repeats: "nothing", schedule: Schedule.stop },
  Forbidden: { repeats: "nothing", schedule: Schedule.stop },
  ScopeMissing: { repeats: "nothing", schedule: Schedule.stop },
  ChatNotFound: { repeats: "nothing", schedule: Schedule.stop },
  BadRequest: { repeats: "nothing", schedule: Schedule.stop },
  EndlessPaging: { repeats: "nothing", schedule: Schedule.stop }
}
