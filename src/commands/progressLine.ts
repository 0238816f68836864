import { Clock, Duration, Effect, Fiber, Option, Schedule, type Scope } from "effect"
import { logUpdateStderr } from "log-update"
import type { BusinessId } from "../domain/Business.ts"
import type { Locale } from "../locale/Locale.ts"
import { type BusinessProgress, ScanProgress } from "../scan/ScanProgress.ts"
import { commandTexts } from "./texts.ts"
import { timeLeft } from "./timeLeft.ts"

const refresh = Duration.millis(200)

/** Hours, minutes and seconds as a person reads them, such as "1:02:03" or "2:05". */
const clockTime = (milliseconds: number): string => {
  const seconds = Math.max(Math.round(milliseconds / 1000), 0)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [first, ...rest] = parts[0] === 0 ? parts.slice(1) : parts
  return [String(first), ...rest.map((part) => String(part).padStart(2, "0"))].join(":")
}

const orUnknown = <A>(value: Option.Option<A>, show: (value: A) => string): string =>
  Option.match(value, { onNone: () => "unknown", onSome: show })

/** One business's line, and whether it waits for the hour to turn. */
const lineOf = (progress: BusinessProgress, business: string, working: number, now: number, locale: Locale) =>
  Effect.map(progress.outlook, (outlook) => {
    if (Option.isNone(progress.chatsToRead)) {
      return {
        line: commandTexts(locale, "progressListing", { business, listed: progress.chatsListed }),
        isWaiting: false
      }
    }
    const total = progress.chatsToRead.value
    const { chatsRead, findings } = progress
    const left = orUnknown(timeLeft({ chatsRead, chatsLeft: total - chatsRead, working }, outlook, now), clockTime)
    const wait = Option.filter(outlook.waitingUntil, (until) => until > now)
    const read = { business, read: chatsRead, total, findings, left }
    const line = Option.match(wait, {
      onNone: () =>
        commandTexts(locale, "progressReading", { ...read, remaining: orUnknown(outlook.remaining, String) }),
      onSome: (until) => commandTexts(locale, "progressWaiting", { ...read, wait: clockTime(until - now) })
    })
    return { line, isWaiting: Option.isSome(wait) }
  })

/**
 * Shows on standard error how far the scan is, until the scope closes: a line for each business under way. Drawn anew
 * five times a second, also while the scan waits for the hour to turn.
 */
export const progressLine = (locale: Locale): Effect.Effect<void, never, Scope.Scope> =>
  Effect.gen(function* () {
    const progress = yield* ScanProgress
    const working = new Map<BusinessId, number>()
    let drawnAt = yield* Clock.currentTimeMillis
    const draw = Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const passed = now - drawnAt
      drawnAt = now
      const lines = yield* Effect.forEach(progress, ([businessId, business]) =>
        Effect.map(
          lineOf(business, progress.size > 1 ? `${businessId}: ` : "", working.get(businessId) ?? 0, now, locale),
          ({ line, isWaiting }) => {
            if (!isWaiting) working.set(businessId, (working.get(businessId) ?? 0) + passed)
            return line
          }
        )
      )
      logUpdateStderr(lines.join("\n"))
    })
    const drawing = yield* Effect.fork(Effect.repeat(draw, Schedule.spaced(refresh)))
    yield* Effect.addFinalizer(() =>
      Effect.zipRight(
        Fiber.interrupt(drawing),
        Effect.sync(() => {
          logUpdateStderr.clear()
          logUpdateStderr.done()
        })
      )
    )
  })
