import { DateTime, Effect, Option } from "effect"
import { AckError } from "./AckError.ts"

/**
 * The instant at which a day ends in a time zone: the first one of the next day, in milliseconds since the epoch. Fails
 * with AckError where the text is no day of the calendar, or one that is over.
 *
 * @param day such as 2026-12-31.
 * @param timeZone an IANA name.
 */
export const endOfDay = (day: string, timeZone: string): Effect.Effect<number, AckError> =>
  Effect.gen(function* () {
    const noDay = () => new AckError({ problem: "badDate", value: day })
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day.trim()) ?? []
    if (year === undefined) return yield* noDay()
    const midnight = new Date(`${year}-${month}-${date}T00:00:00Z`)
    // "2026-02-30" would be a day of March.
    if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(8, 10) !== date) return yield* noDay()
    const next = DateTime.makeZoned(
      { year: Number(year), month: Number(month), day: Number(date) + 1 },
      { timeZone, adjustForTimeZone: true }
    )
    const end = yield* Effect.mapError(Option.map(next, DateTime.toEpochMillis), noDay)
    const now = yield* DateTime.now
    if (end <= DateTime.toEpochMillis(now)) return yield* new AckError({ problem: "pastDate", value: day })
    return end
  })
