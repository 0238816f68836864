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

/** A business to scan. */
export interface BusinessToScan {
  readonly businessId: BusinessId
  readonly access: MarketAccess
}

/** How to scan a business. */
export interface BusinessScanOptions {
  readonly run: OpenRun
  readonly judge: Judge
  /** The maximum number of concurrent requests, and of chats read concurrently. */
  readonly concurrency: number
  /** Whether to include chats without new messages and to read all chats from their beginning. */
  readonly everything: boolean
  /** The language of the error messages that are saved for the report. */
  readonly locale: Locale
}

/** Why a business could not be read completely, as saved. */
export type FailureReason = MarketError["_tag"] | "WrongAddress"

/** The saved name of an error. If the first answer from a configured address is not the API's, the address is wrong. */
const reasonOf = (error: MarketError, chatsListed: number): FailureReason =>
  error._tag === "MalformedAnswer" && error.isAddressDoubtful && chatsListed === 0 ? "WrongAddress" : error._tag

/** Errors that every other chat of the business would hit as well. */
const stopsBusiness = (error: MarketError): boolean =>
  error._tag === "Unauthorized" || error._tag === "Forbidden" || error._tag === "ScopeMissing"

const isMarketError = (error: MarketError | StoreError): error is MarketError => error._tag !== "StoreError"

/**
 * After this many consecutive chats without an answer, the marketplace is probed. If it does not answer, it is down and
 * the remaining chats are skipped; if it does, only these chats are at fault and reading continues.
 */
const patienceInChats = 5

/** An HTML page in place of every answer, such as a robot check, counts as an outage too. */
const isOutage = ({ _tag }: MarketError): boolean =>
  ["ServerFault", "Disconnected", "ParallelLimit", "MalformedAnswer"].includes(_tag)

/** Makes an effect that returns the requests sent since its last call. */
const requestsSince = (chats: BusinessChats): Effect.Effect<Effect.Effect<Requests>> =>
  Effect.map(Ref.make<Requests>({ list: 0, history: 0, retries: 0 }), (reported) =>
    Effect.flatMap(chats.requests, (now) =>
      Effect.map(Ref.getAndSet(reported, now), (before) => ({
        list: now.list - before.list,
        history: now.history - before.history,
        retries: now.retries - before.retries
      }))
    )
  )

/**
 * Scans one business: lists its chats, reads those that changed, judges the shop's messages, and saves each chat's
 * findings and cursor together. A chat that cannot be read is recorded and skipped; a refused key stops the business.
 * The marketplace's failures are saved in the run and never fail this effect; a database that cannot be written does.
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

    // For all chats at once, but only in memory: buyers' names are not stored.
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
        // Findings made before an error are valid; only the cursor stays where it was.
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
        // The limit applies to every other chat too, and has already been waited for a day.
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
      // Requests for chats that were not saved: the refused one, and those in flight at the time.
      Effect.ensuring(keepRequests)
    )
    const error = Option.orElse(readError, () => listError)
    if (Option.isSome(error)) yield* fail(error.value)
  })
