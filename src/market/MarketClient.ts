import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { Effect, Option, Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Chat, ChatContext, ChatId } from "../domain/Chat.ts"
import type { Requests } from "../domain/Coverage.ts"
import type { Message, MessageId } from "../domain/Message.ts"
import { type HistoryPage, type Page, readCampaigns, readChats, readHistory, readKeyScopes } from "./answers.ts"
import { askMarket, type Question } from "./askMarket.ts"
import { type MarketAccess, marketBaseUrl } from "./MarketAccess.ts"
import { type Forbidden, MalformedAnswer, type MarketError, type Operation, ScopeMissing } from "./MarketError.ts"
import { paginate } from "./paginate.ts"
import { makeRequestBudget, type Outlook } from "./RequestBudget.ts"
import { retryByTable } from "./retryByTable.ts"

/** The documented maximum page sizes; the marketplace refuses a larger limit with 400. */
const listLimit = 20
const historyLimit = 100
const campaignsLimit = 100

/** The documented requests per hour, used when an answer of the marketplace itself lacks its limit headers. */
const documentedLimits = { getChats: 5_000, getChatHistory: 10_000 } as const

/** 200,000 chats, and 200,000 messages in one chat. No shop has more: a server that sends more is faulty. */
const maximumListPages = 10_000
const maximumHistoryPages = 2_000

/** Each of these scopes alone lets a key read chats. */
const readingScopes = ["communication", "all-methods", "all-methods:read-only"]

/** One page of a chat's messages, in the marketplace's order, and what the chat is about. */
export interface HistoryPiece {
  readonly messages: ReadonlyArray<Message>
  /** How many other entries of the page are null. */
  readonly unreadable: number
  readonly context: ChatContext
}

/** One page of the businesses that a key can access. */
export interface ReachedBusinesses {
  readonly ids: ReadonlyArray<BusinessId>
  /** How many shops of the page name no business, so that their chats cannot be requested. */
  readonly shopsWithout: number
}

/** The chats of one business. */
export interface BusinessChats {
  /** The list of chats, page by page. A chat may appear twice when the list changes during paging. */
  readonly chats: Stream.Stream<ReadonlyArray<Chat>, MarketError>
  /**
   * A chat's messages, page by page, each once. Malformed entries fail the stream only at its end, after all others.
   *
   * @param from request only this message and later ones. Whether the marketplace includes the message itself is not
   *   documented, so the stream may or may not contain it.
   */
  readonly history: (chatId: ChatId, from: Option.Option<MessageId>) => Stream.Stream<HistoryPiece, MarketError>
  /** Checks that the marketplace answers: requests the first page of the list, with the usual retries. */
  readonly probe: Effect.Effect<void, MarketError>
  /** How many requests were sent so far. */
  readonly requests: Effect.Effect<Requests>
  /** What is left of the hourly limit of history requests, which run out first. */
  readonly outlook: Effect.Effect<Outlook>
}

/** The id is inserted as digits: converted to a JavaScript number, a long one would name another message. */
const bodyFrom = (from: Option.Option<MessageId>): string =>
  Option.match(from, { onNone: () => "{}", onSome: (id) => `{"messageIdFrom":${id}}` })

const post = (access: MarketAccess, path: string, query: Readonly<Record<string, string>>, body: string) =>
  HttpClientRequest.post(`${access.baseUrl}${path}`).pipe(
    HttpClientRequest.setUrlParams(query),
    HttpClientRequest.bodyText(body, "application/json")
  )

/** An error names at most this many malformed entries; more add nothing. */
const reportedMistakes = 3

/** Appended to a stream of pages: fails with the mistakes found in them, after they have all been emitted. */
const failureAtEnd = (operation: Operation, mistakes: () => ReadonlyArray<string>) =>
  Stream.suspend(() => {
    const all = mistakes()
    const shown = [...all.slice(0, reportedMistakes), ...(all.length > reportedMistakes ? ["…"] : [])]
    return all.length === 0 ? Stream.empty : Stream.fail(new MalformedAnswer({ operation, issue: shown.join("; ") }))
  })

const withToken = (token: Option.Option<string>) => (Option.isSome(token) ? { pageToken: token.value } : {})

/** For methods called at most a few times a run, whose limits need no accounting. */
const unmetered = () => Effect.void

/** The read-only part of the Market API that concerns chats: nothing here sends or changes anything. */
export class MarketClient extends Effect.Service<MarketClient>()("chatlint/MarketClient", {
  effect: Effect.gen(function* () {
    const http = HttpClient.withTracerPropagation(yield* HttpClient.HttpClient, false)

    /** The scopes of the key, as the cabinet names them. The method accepts only API keys, 100 requests an hour. */
    const keyScopes = (access: MarketAccess): Effect.Effect<ReadonlyArray<string>, MarketError> =>
      askMarket(
        http,
        access,
        {
          operation: "getAuthTokenInfo",
          businessId: null,
          chatId: null,
          request: post(access, "/v2/auth/token", {}, "{}"),
          read: readKeyScopes
        },
        unmetered
      )

    /**
     * Distinguishes a key that lacks a scope for chats from a key of another cabinet. The scopes are requested only
     * after a refusal, so that a scan without faults requests nothing but lists and histories.
     */
    const explain =
      (access: MarketAccess) =>
      (refusal: Forbidden): Effect.Effect<never, MarketError> =>
        access.credentials.kind === "api-key" && /scope/i.test(refusal.detail)
          ? keyScopes(access).pipe(
              Effect.mapError(() => refusal),
              Effect.flatMap((scopes) =>
                Effect.fail(
                  scopes.some((scope) => readingScopes.includes(scope)) ? refusal : new ScopeMissing({ scopes })
                )
              )
            )
          : Effect.fail(refusal)

    /** The ids of the businesses that the credentials can access, each once, and how many shops belong to none. */
    const businesses = (access: MarketAccess): Stream.Stream<ReachedBusinesses, MarketError> => {
      const pageAt = (token: Option.Option<string>): Question<Page<BusinessId>> => ({
        operation: "getCampaigns",
        businessId: null,
        chatId: null,
        request: HttpClientRequest.get(`${access.baseUrl}/v2/campaigns`).pipe(
          HttpClientRequest.setUrlParams({ limit: String(campaignsLimit), ...withToken(token) })
        ),
        read: readCampaigns
      })
      return paginate<BusinessId, Page<BusinessId>>({
        operation: "getCampaigns",
        keyOf: (id) => id,
        maximumPages: maximumListPages,
        fetch: (token) => retryByTable(askMarket(http, access, pageAt(token), unmetered), Effect.void)
      }).pipe(Stream.map(({ fresh, page }) => ({ ids: fresh, shopsWithout: page.unreadable })))
    }

    /**
     * Opens one business for reading.
     *
     * @param concurrency the maximum number of parallel requests; the marketplace allows 4 per cabinet, shared with
     *   the seller's other programs.
     */
    const open = (access: MarketAccess, businessId: BusinessId, concurrency: number) =>
      Effect.gen(function* () {
        const parallelRequests = yield* Effect.makeSemaphore(concurrency)
        const budgetOf = (operation: keyof typeof documentedLimits) =>
          makeRequestBudget({
            businessId,
            operation,
            documentedLimit: access.baseUrl === marketBaseUrl ? Option.some(documentedLimits[operation]) : Option.none()
          })
        const budgets = { list: yield* budgetOf("getChats"), history: yield* budgetOf("getChatHistory") }
        const counts = { list: 0, history: 0, retries: 0 }
        const countRetry = Effect.sync(() => {
          counts.retries += 1
        })

        const ask = <A>(kind: "list" | "history", question: Question<A>): Effect.Effect<A, MarketError> => {
          const once = budgets[kind].spend((learn) =>
            Effect.suspend(() => {
              counts[kind] += 1
              return askMarket(http, access, question, learn)
            })
          )
          return Effect.catchTag(
            retryByTable(parallelRequests.withPermits(1)(once), countRetry),
            "Forbidden",
            explain(access)
          )
        }

        const path = `/v2/businesses/${businessId}/chats`

        const listPage = (token: Option.Option<string>) =>
          ask("list", {
            operation: "getChats",
            businessId,
            chatId: null,
            request: post(access, path, { limit: String(listLimit), ...withToken(token) }, "{}"),
            read: readChats
          })

        const listOnce = paginate<Chat, Page<Chat>>({
          operation: "getChats",
          keyOf: (chat) => chat.id,
          maximumPages: maximumListPages,
          fetch: listPage
        })

        // A repeated chat shows that the list changed during paging. The same change may have moved another chat to a
        // page already read, so the list is read a second time.
        const chats = Stream.suspend(() => {
          let hasMoved = false
          let unreadable = 0
          const malformed: Array<string> = []
          const first = Stream.map(listOnce, ({ fresh, page }) => {
            hasMoved = hasMoved || fresh.length < page.items.length
            unreadable += page.unreadable
            malformed.push(...page.malformed)
            return fresh
          })
          const again = Stream.suspend(() => (hasMoved ? Stream.map(listOnce, ({ fresh }) => fresh) : Stream.empty))
          // A null entry stands for a chat that cannot be scanned, so it must fail the listing.
          const failure = failureAtEnd("getChats", () => [
            ...(unreadable === 0 ? [] : [`result.chats: ${unreadable} × null`]),
            ...malformed
          ])
          return first.pipe(Stream.concat(again), Stream.concat(failure))
        })

        const messagesOf = (chatId: ChatId, from: Option.Option<MessageId>) =>
          paginate<Message, HistoryPage>({
            operation: "getChatHistory",
            keyOf: (message) => message.id,
            maximumPages: maximumHistoryPages,
            fetch: (token) =>
              ask("history", {
                operation: "getChatHistory",
                businessId,
                chatId,
                request: post(
                  access,
                  `${path}/history`,
                  { chatId, limit: String(historyLimit), ...withToken(token) },
                  bodyFrom(from)
                ),
                read: readHistory
              })
          })

        const history = (chatId: ChatId, from: Option.Option<MessageId>) =>
          Stream.suspend(() => {
            const malformed: Array<string> = []
            return messagesOf(chatId, from).pipe(
              Stream.map(({ fresh, page }): HistoryPiece => {
                malformed.push(...page.malformed)
                return { messages: fresh, unreadable: page.unreadable, context: page.context }
              }),
              Stream.concat(failureAtEnd("getChatHistory", () => malformed))
            )
          })

        const opened: BusinessChats = {
          chats,
          history,
          probe: Effect.asVoid(listPage(Option.none())),
          requests: Effect.sync(() => ({ ...counts })),
          outlook: budgets.history.outlook
        }
        return opened
      })

    return { businesses, keyScopes, open }
  })
}) {}
