import { Clock, Duration, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { MarketAccess } from "../market/MarketAccess.ts"
import { type BusinessChats, MarketClient } from "../market/MarketClient.ts"
import type { MarketError } from "../market/MarketError.ts"
import type { BudgetLedger } from "../market/RequestBudget.ts"
import type { Judge } from "../scan/Judge.ts"
import { scanChat } from "../scan/scanChat.ts"
import type { ChatProgress } from "../store/ChatProgress.ts"
import { ChatQueue, type QueuedChat } from "../store/ChatQueue.ts"
import { RunLock } from "../store/RunLock.ts"
import type { StoreError } from "../store/StoreError.ts"
import type { OwnBusinesses } from "./ownBusinesses.ts"
import type { RequestLog } from "./RequestLog.ts"

/** Options for scanning the chats of the queue. */
export interface QueueOptions {
  readonly judge: Judge
  readonly businesses: OwnBusinesses
  readonly concurrency: number
  readonly log: RequestLog
  /** Opened when a chat is added to the queue. */
  readonly arrival: Effect.Latch
}

/** How long after its first, second, … failure a chat is retried; after that it is left to the nightly run. */
const delays = ["10 seconds", "1 minute", "5 minutes", "15 minutes", "1 hour", "1 hour", "3 hours", "6 hours"] as const

/** A chat takes seconds. One that takes longer waits for the hourly request quota, and would delay the nightly run. */
const longestScan = "1 minute"

/** How long to wait while a run holds the database, which may take hours. The run reads these chats itself. */
const whileRunning = Duration.seconds(15)

/** A safeguard in case the latch is not opened. */
const longestSleep = Duration.minutes(1)

/** Whether a retry is useless, because the chat does not exist. */
const isFinal = (error: MarketError): boolean => error._tag === "ChatNotFound"

/**
 * Scans the chats of the queue one by one, forever. A chat that cannot be read is retried at growing intervals and at
 * last left to the nightly run, which reports it if it still cannot be read. While a run holds the database, the queue
 * waits.
 */
export const scanQueuedChats = ({
  judge,
  businesses,
  concurrency,
  log,
  arrival
}: QueueOptions): Effect.Effect<never, never, MarketClient | ChatQueue | RunLock | ChatProgress | BudgetLedger> =>
  Effect.gen(function* () {
    const queue = yield* ChatQueue
    const lock = yield* RunLock
    const client = yield* MarketClient
    const opened = new Map<BusinessId, BusinessChats>()

    const open = (businessId: BusinessId, access: MarketAccess) =>
      Effect.gen(function* () {
        const known = opened.get(businessId)
        if (known !== undefined) return known
        const chats = yield* client.open(access, businessId, concurrency)
        opened.set(businessId, chats)
        return chats
      })

    const giveUpOrPostpone = (chat: QueuedChat, reason: string, isHopeless: boolean) =>
      Effect.gen(function* () {
        const delay = isHopeless ? undefined : delays[chat.attempts]
        const { businessId, chatId } = chat
        if (delay === undefined) {
          log.line({ event: "chat left to the nightly scan", businessId, chatId, reason })
          return yield* queue.done(chat)
        }
        log.line({ event: "chat postponed", businessId, chatId, reason })
        const now = yield* Clock.currentTimeMillis
        yield* queue.postpone(chat, now + Duration.toMillis(delay))
      })

    const scanOne = (chat: QueuedChat) =>
      Effect.gen(function* () {
        const { businessId, chatId } = chat
        const scanned = yield* Effect.gen(function* () {
          yield* businesses.learn
          const access = yield* businesses.accessOf(businessId)
          if (Option.isNone(access)) return yield* Effect.fail("NotOurs" as const)
          return yield* scanChat(yield* open(businessId, access.value), businessId, chatId, judge)
        }).pipe(Effect.timeoutFail({ duration: longestScan, onTimeout: () => "TooSlow" as const }), Effect.either)
        if (scanned._tag === "Right") {
          const { messages, rules } = scanned.right
          log.line({
            event: "chat scanned",
            businessId,
            chatId,
            messages,
            findings: rules.length,
            rules: [...new Set(rules)]
          })
          return yield* queue.done(chat)
        }
        const error = scanned.left
        if (error === "NotOurs") return yield* giveUpOrPostpone(chat, "not a business of ours", true)
        if (error === "TooSlow") return yield* giveUpOrPostpone(chat, error, false)
        if (error._tag === "StoreError") return yield* error
        yield* giveUpOrPostpone(chat, error._tag, isFinal(error))
      })

    const sleep = Effect.gen(function* () {
      const due = yield* queue.nextDueAt
      const now = yield* Clock.currentTimeMillis
      const wait = Option.match(due, {
        onNone: () => longestSleep,
        onSome: (at) => Duration.min(Duration.millis(Math.max(at - now, 0)), longestSleep)
      })
      yield* Effect.race(arrival.await, Effect.sleep(wait))
    })

    const once: Effect.Effect<void, StoreError, ChatProgress | BudgetLedger> = Effect.gen(function* () {
      yield* arrival.close
      const chat = yield* queue.next
      if (Option.isNone(chat)) return yield* sleep
      yield* Effect.scoped(Effect.zipRight(lock.holdForChat, scanOne(chat.value)))
    })

    return yield* once.pipe(
      Effect.catchAll((error) => {
        // Another run holds the database, or it cannot be written; both may be temporary.
        if (error.reason !== "locked") log.line({ event: "database", reason: error.reason })
        return Effect.sleep(whileRunning)
      }),
      Effect.forever
    )
  })
