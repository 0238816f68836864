import { Clock, Duration, Effect, Fiber, Option, Schedule, type Scope } from "effect"
import { logUpdateStderr } from "log-update"
import type { Locale } from "../locale/Locale.ts"
import { type BusinessProgress, ScanProgress } from "../scan/ScanProgress.ts"
import { commandTexts } from "./texts.ts"

const refresh = Duration.millis(200)

/** Hours, minutes and seconds as a person reads them, such as "1:02:03" or "2:05". */
const clockTime = (milliseconds: number): string => {
  const seconds = Math.max(Math.round(milliseconds / 1000), 0)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [first, ...rest] = parts[0] === 0 ? parts.slice(1) : parts
  return [String(first), ...rest.map((part) => String(part).padStart(2, "0"))].join(":")
}

/** Reckoned from the pace so far; unknown until a chat was read. */
const timeLeft = (progress: BusinessProgress, total: number, elapsed: number): string =>
  progress.chatsRead === 0 ? "unknown" : clockTime((elapsed / progress.chatsRead) * (total - progress.chatsRead))

const lineOf = (progress: BusinessProgress, business: string, elapsed: number, now: number, locale: Locale) =>
  Effect.map(progress.outlook, ({ remaining, waitingUntil }) => {
    if (Option.isNone(progress.chatsToRead)) {
      return commandTexts(locale, "progressListing", { business, listed: progress.chatsListed })
    }
    const total = progress.chatsToRead.value
    const read = { business, read: progress.chatsRead, total, findings: progress.findings }
    if (Option.isSome(waitingUntil) && waitingUntil.value > now) {
      return commandTexts(locale, "progressWaiting", { ...read, wait: clockTime(waitingUntil.value - now) })
    }
    return commandTexts(locale, "progressReading", {
      ...read,
      remaining: Option.match(remaining, { onNone: () => "unknown", onSome: (count) => String(count) }),
      left: timeLeft(progress, total, elapsed)
    })
  })

/**
 * Shows on standard error how far the scan is, until the scope closes: a line for each business under way. Drawn anew
 * five times a second, also while the scan waits for the hour to turn.
 */
export const progressLine = (locale: Locale): Effect.Effect<void, never, Scope.Scope> =>
  Effect.gen(function* () {
    const progress = yield* ScanProgress
    const startedAt = yield* Clock.currentTimeMillis
    const draw = Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const lines = yield* Effect.forEach(progress, ([businessId, business]) =>
        lineOf(business, progress.size > 1 ? `${businessId}: ` : "", now - startedAt, now, locale)
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
