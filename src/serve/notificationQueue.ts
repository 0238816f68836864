import { Effect, Option, type Scope } from "effect"
import type { Settings } from "../config/Settings.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { MarketClient } from "../market/MarketClient.ts"
import type { BudgetLedger } from "../market/RequestBudget.ts"
import type { ChatProgress } from "../store/ChatProgress.ts"
import { ChatQueue } from "../store/ChatQueue.ts"
import { Database } from "../store/Database.ts"
import { identityKey } from "../store/identityKey.ts"
import type { RunLock } from "../store/RunLock.ts"
import type { StoreError } from "../store/StoreError.ts"
import type { NotificationService } from "./answerNotification.ts"
import { ownBusinesses } from "./ownBusinesses.ts"
import type { RequestLog } from "./RequestLog.ts"
import { scanQueuedChats } from "./scanQueuedChats.ts"

/**
 * How long to wait for another process that is writing, in milliseconds. SQLite waits synchronously, which blocks the
 * server, and the marketplace waits only a second for the answer to a ping.
 */
const busyTimeout = 300

/** The settings that determine which chats are read, and how. */
export type NotificationSettings = Pick<
  Settings,
  "businesses" | "access" | "region" | "minConfidence" | "allowListsOf" | "concurrency"
>

/** Accepts the chats named in notifications, and counts those that are waiting. */
export interface NotificationQueue {
  readonly take: NotificationService["take"]
  readonly queued: Effect.Effect<number, StoreError>
}

/** Stores the chats named in notifications in the database, and scans them one by one until the scope closes. */
export const makeNotificationQueue = (
  settings: NotificationSettings,
  ruleSet: RuleSet,
  log: RequestLog
): Effect.Effect<
  NotificationQueue,
  StoreError,
  ChatQueue | ChatProgress | Database | MarketClient | BudgetLedger | RunLock | Scope.Scope
> =>
  Effect.gen(function* () {
    const queue = yield* ChatQueue
    const { sql, run } = yield* Database
    yield* run(sql.unsafe(`PRAGMA busy_timeout = ${busyTimeout}`))
    const arrival = yield* Effect.makeLatch()
    const businesses = yield* ownBusinesses(settings)
    yield* Effect.forkScoped(
      scanQueuedChats({
        judge: {
          ruleSet,
          region: settings.region,
          identityKey: yield* identityKey,
          reveal: Option.none(),
          minConfidence: settings.minConfidence,
          allowListsOf: settings.allowListsOf
        },
        businesses,
        concurrency: settings.concurrency,
        log,
        arrival
      })
    )
    return {
      queued: queue.size,
      take: (businessId, chatId) =>
        Effect.gen(function* () {
          if (Option.isNone(yield* businesses.accessOf(businessId))) {
            log.line({ event: "notification of another business", businessId })
            return true
          }
          return yield* Effect.zipLeft(queue.add(businessId, chatId), arrival.open)
        }).pipe(
          Effect.catchAll((error) =>
            Effect.sync(() => {
              log.line({ event: "database", reason: error.reason })
              return false
            })
          )
        )
    }
  })
