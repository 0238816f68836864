import { type Duration, Effect, Fiber, TestClock } from "effect"
import { MarketClient } from "../../src/market/MarketClient.ts"
import type { ScanOptions } from "../../src/scan/scan.ts"
import { type Asked, access, type ScriptedAnswer, scriptedMarket } from "../market/scriptedMarket.ts"
import { optionsFor, scanInto } from "./scanning.ts"

/** Whether a history was requested. */
export const isHistory = ({ path }: Asked): boolean => path.endsWith("/history")

/**
 * Scans a scripted marketplace into a database, however long it takes by the test clock.
 *
 * @param step how far to advance the test clock at a time; zero for a scan within one instant.
 */
export const scanScripted = (
  path: string,
  answer: (asked: Asked, number: number) => ScriptedAnswer,
  more: Partial<ScanOptions> = {},
  step: Duration.DurationInput = "10 minutes"
) =>
  Effect.gen(function* () {
    const { client, asked } = yield* scriptedMarket(answer)
    const fiber = yield* Effect.fork(
      Effect.provideService(
        scanInto(path, optionsFor("1001", access, { concurrency: 1, ...more })),
        MarketClient,
        client
      )
    )
    // In steps: opening a database takes real time, while the test clock stands still.
    while ((yield* fiber.status)._tag !== "Done") {
      yield* TestClock.adjust(step)
      yield* Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))
    }
    return { scanned: yield* Fiber.join(fiber), asked, histories: asked.filter(isHistory) }
  })
