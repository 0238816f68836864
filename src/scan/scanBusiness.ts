import { Clock, Effect, Option, Ref, Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { ChatId } from "../domain/Chat.ts"
import type { Requests } from "../domain/Coverage.ts"
import type { Locale } from "../locale/Locale.ts"
import type { MarketAccess } from "../market/MarketAccess.ts"
import { type BusinessChats, MarketClient } from "../market/MarketClient.ts"
import { describeMarketError, type MarketError } from "../market/MarketError.ts"
import type { BudgetLedger } from "../market/RequestBudget.ts"
import { ChatProgress, type PendingChat } from "../store/ChatProgress.ts"
import { type OpenRun, Runs } from "../store/Runs.ts"
import type { StoreError } from "../store/StoreError.ts"
import { businessJudging } from "./businessJudging.ts"
import { ChatReading } from "./ChatReading.ts"
import { isSettled } from "./isSettled.ts"
import type { Judge } from "./Judge.ts"
import { readHistory } from "./readHistory.ts"
import { startProgress } from "./ScanProgress.ts"

/** One business to be scanned. */
export interface BusinessToScan {
  readonly businessId: BusinessId
  readonly access: MarketAccess
}

/** How a business is scanned. */
export interface BusinessScanOptions {
  readonly run: OpenRun
  readonly judge: Judge
  /** At most so many requests, and so many chats, at once. */
  readonly concurrency: number
  /** Whether chats without a new message are read too, and all from their beginning. */
  readonly everything: boolean
  /** The language of the messages that the report keeps. */
  readonly locale: Locale
}

/** Why a business could not be seen to its end, as it is kept. */
export type FailureReason = MarketError["_tag"] | "WrongAddress"

/** The error's name as it is kept; of a first answer that is none of the API's from an address that was set, that this is wrong. */
const reasonOf = (error: MarketError, chatsListed: number): FailureReason =>
  error._tag === "MalformedAnswer" && error.isAddressDoubtful && chatsListed === 0 ? "WrongAddress" : error._tag

/** Errors that no other chat of the business will be spared. */
const stopsBusiness = (error: MarketError): boolean =>
  error._tag === "Unauthorized" || error._tag === "Forbidden" || error._tag === "ScopeMissing"

const isMarketError = (error: MarketError | StoreError): error is MarketError => error._tag !== "StoreError"

/**
 * After so many chats in a row without an answer the marketplace is asked whether it answers at all. If it does not, it
 * is down, and the rest is not tried; if it does, these chats are at fault, and the next one is read.
 */
const patienceInChats = 5

/** A page of HTML in place of every answer, as of a server that asks whether we are a robot, is no better than none. */
const isOutage = ({ _tag }: MarketError): boolean =>
  ["ServerFault", "Disconnected", "ParallelLimit", "MalformedAnswer"].includes(_tag)

/** Tells, at each call, the requests that went out since the last one. */
const requestsSince = (chats: BusinessChats): Effect.Effect<Effect.Effect<Requests>> =>
  Effect.map(Ref.make<Requests>({ list: 0, history: 0, retries: 0 }), (told) =>
    Effect.flatMap(chats.requests, (now) =>
      Effect.map(Ref.getAndSet(told, now), (before) => ({
        list: now.list - before.list,
        history: now.history - before.history,
        retries: now.retries - before.retries
      }))
    )
  )

/**
 * Scans one business: lists its chats, reads those that moved, judges what the shop wrote, and keeps findings and
 * cursor of each chat together. A chat that cannot be read is noted and the next one is read; a refused key stops the
 * business. What the marketplace did wrong is kept in the run and never fails this effect; a database that cannot be
 * written does.
 */
export const scanBusiness = (
  { businessId, access }: BusinessToScan,
  options: BusinessScanOptions
): Effect.Effect<void, StoreError, MarketClient | ChatProgress | Runs | BudgetLedger> =>
  Effect.gen(function* () {
    const { run, judge, concurrency, everything, locale } = options
    const runs = yield* Runs
    const chatProgress = yield* ChatProgress
    const chats = yield* (yield* MarketClient).open(access, businessId, concurrency)
    const newRequests = yield* requestsSince(chats)
    const progress = yield* startProgress(businessId, chats.outlook)
    yield* runs.openBusiness(run.id, businessId)

    const fail = (error: MarketError) =>
      runs.failBusiness(
        run.id,
        businessId,
        { reason: reasonOf(error, progress.chatsListed), message: describeMarketError(error, locale) },
        everything ? "every" : "changed"
      )

    const keepRequests = Effect.ignore(
      Effect.flatMap(newRequests, (requests) => chatProgress.countRequests(run.id, businessId, requests))
    )

    // Of all chats at once, but in memory alone: buyers' names are not kept.
    const customerNames = new Map<ChatId, string>()
    const list = chats.chats.pipe(
      Stream.runForEach((page) =>
        Effect.tap(chatProgress.listed(run.id, businessId, page), () => {
          progress.chatsListed += page.length
          for (const { id, context } of page) {
            if (Option.isSome(context.customerName)) customerNames.set(id, context.customerName.value)
          }
        })
      ),
      Effect.as(Option.none<MarketError>()),
      Effect.catchIf(isMarketError, (error) => Effect.succeedSome(error)),
      Effect.ensuring(keepRequests)
    )
    const firstListError = yield* list
    const isToBeListedAgain = Option.isNone(firstListError) && (yield* chatProgress.lacksChats(run.id, businessId))
    if (isToBeListedAgain) progress.chatsListed = 0
    const listError = isToBeListedAgain ? yield* list : firstListError
    if (Option.isSome(listError) && stopsBusiness(listError.value)) return yield* fail(listError.value)
    progress.chatsToRead = Option.some(yield* chatProgress.pendingCount(run.id, businessId, everything))

    const judging = businessJudging(judge, businessId)
    let unanswered = 0
    const readChat = (pending: PendingChat): Effect.Effect<void, StoreError | MarketError> =>
      Effect.gen(function* () {
        const startedAt = yield* Clock.currentTimeMillis
        const { chat, reading, error } = yield* readHistory(
          chats,
          pending,
          (begun) => new ChatReading(judging, begun, customerNames.get(begun.chatId))
        )
        if (Option.isSome(error) && stopsBusiness(error.value)) return yield* Effect.fail(error.value)
        // What was found before an error is true all the same; only the cursor stays where it was.
        const findings = reading.findings()
        yield* chatProgress.commit({
          runId: run.id,
          businessId,
          ruleSet: judging.digest,
          chat,
          findings,
          outcome: Option.match(error, {
            onNone: () => reading.outcome({ isSettled: isSettled(chat, reading, startedAt) }),
            onSome: (failure) => ({
              kind: "not-read",
              reason: failure._tag,
              message: describeMarketError(failure, locale)
            })
          }),
          requests: yield* newRequests
        })
        progress.chatsRead += 1
        progress.findings += findings.filter(({ confidence }) => confidence >= judge.minConfidence).length
        // An hour that never turns holds for every other chat too, and has been waited for a day.
        if (Option.isSome(error) && error.value._tag === "HourlyLimit") return yield* Effect.fail(error.value)
        unanswered = Option.exists(error, isOutage) ? unanswered + 1 : 0
        if (unanswered < patienceInChats) return
        unanswered = 0
        yield* chats.probe
      })

    const readError = yield* chatProgress.pending(run.id, businessId, everything).pipe(
      Stream.mapEffect(readChat, { concurrency, unordered: true }),
      Stream.runDrain,
      Effect.as(Option.none<MarketError>()),
      Effect.catchIf(isMarketError, (error) => Effect.succeedSome(error)),
      // Those of chats that were not kept: of the one that was refused, and of those that were under way beside it.
      Effect.ensuring(keepRequests)
    )
    const error = Option.orElse(readError, () => listError)
    if (Option.isSome(error)) yield* fail(error.value)
  })
