import { DateTime, Effect, Option } from "effect"
import { isDay } from "../domain/isDay.ts"
import { AckError } from "./AckError.ts"

/**
 * The end of a day in a time zone: the first instant of the next day, in milliseconds since the epoch. Fails with
 * AckError if the text is not a calendar day, or if the day is over.
 *
 * @param day such as 2026-12-31.
 * @param timeZone an IANA name.
 */
export const endOfDay = (day: string, timeZone: string): Effect.Effect<number, AckError> =>
  Effect.gen(function* () {
    const noDay = () => new AckError({ problem: "badDate", value: day })
    const written = day.trim()
    if (!isDay(written)) return yield* noDay()
    const [year = 0, month = 0, date = 0] = written.split("-").map(Number)
    const next = DateTime.makeZoned({ year, month, day: date + 1 }, { timeZone, adjustForTimeZone: true })
    const end = yield* Effect.mapError(Option.map(next, DateTime.toEpochMillis), noDay)
    const now = yield* DateTime.now
    if (end <= DateTime.toEpochMillis(now)) return yield* new AckError({ problem: "pastDate", value: day })
    return end
  })
