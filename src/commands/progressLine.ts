import { Clock, Effect, Option, type Scope } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Locale } from "../locale/Locale.ts"
import { type BusinessProgress, ScanProgress } from "../scan/ScanProgress.ts"
import { clockTime } from "./clockTime.ts"
import { liveLines } from "./liveLines.ts"
import { commandTexts } from "./texts.ts"
import { timeLeft } from "./timeLeft.ts"

const orUnknown = <A>(value: Option.Option<A>, show: (value: A) => string): string =>
  Option.match(value, { onNone: () => "unknown", onSome: show })

/** The progress line of one business, and whether it is waiting for the next hour. */
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
 * Shows the progress of a scan on standard error until the scope closes, one line per business, redrawn five times a
 * second.
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
      return lines
    })
    yield* liveLines(draw)
  })
