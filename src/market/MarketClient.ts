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

/** The documented sizes of a page; a larger limit is refused with 400. */
const listLimit = 20
const historyLimit = 100
const campaignsLimit = 100

/** The documented requests an hour, for the marketplace itself should its answers ever come without their limits. */
const documentedLimits = { getChats: 5_000, getChatHistory: 10_000 } as const

/** 200,000 chats; 200,000 messages in one chat. More is not a shop but a server that has lost its way. */
const maximumListPages = 10_000
const maximumHistoryPages = 2_000

/** Any one of these lets a key read chats. */
const readingScopes = ["communication", "all-methods", "all-methods:read-only"]

/** Some messages of a chat, in whatever order the marketplace has, and what the chat is about. */
export interface HistoryPiece {
  readonly messages: ReadonlyArray<Message>
  /** How many entries beside them hold no message. */
  readonly unreadable: number
  readonly context: ChatContext
}

/** Some of the businesses that a key reaches. */
export interface ReachedBusinesses {
  readonly ids: ReadonlyArray<BusinessId>
  /** How many shops among them name no business, so that their chats cannot be asked for. */
  readonly shopsWithout: number
}

/** The chats of one business. */
export interface BusinessChats {
  /** The list of chats, page by page; a chat may come twice when the list moves meanwhile. */
  readonly chats: Stream.Stream<ReadonlyArray<Chat>, MarketError>
  /**
   * A chat's messages, page by page, each once. Entries that cannot be read hide no others: they fail the stream at its end.
   *
   * @param from ask only for this message and later ones. Whether the marketplace counts the message itself is not
   *   documented, so it may come or not.
   */
  readonly history: (chatId: ChatId, from: Option.Option<MessageId>) => Stream.Stream<HistoryPiece, MarketError>
  /** Whether the marketplace answers at all: asks for the first page of the list, and repeats that as ever. */
  readonly probe: Effect.Effect<void, MarketError>
  /** How many requests went out until now. */
  readonly requests: Effect.Effect<Requests>
  /** What is left of the hour for histories, the scarcest requests. */
  readonly outlook: Effect.Effect<Outlook>
}

/** The ids are written as they came: through a JavaScript number a long one would ask for another message. */
const bodyFrom = (from: Option.Option<MessageId>): string =>
  Option.match(from, { onNone: () => "{}", onSome: (id) => `{"messageIdFrom":${id}}` })

const post = (access: MarketAccess, path: string, query: Readonly<Record<string, string>>, body: string) =>
  HttpClientRequest.post(`${access.baseUrl}${path}`).pipe(
    HttpClientRequest.setUrlParams(query),
    HttpClientRequest.bodyText(body, "application/json")
  )

/** So many mistakes are told by their places; more say nothing new. */
const mistakesTold = 3

/** Fails with what was wrong in the pages before, if anything was; they have been handed on by then. */
const toldAtTheEnd = (operation: Operation, mistakes: () => ReadonlyArray<string>) =>
  Stream.suspend(() => {
    const all = mistakes()
    const told = [...all.slice(0, mistakesTold), ...(all.length > mistakesTold ? ["…"] : [])]
    return all.length === 0 ? Stream.empty : Stream.fail(new MalformedAnswer({ operation, issue: told.join("; ") }))
  })

const withToken = (token: Option.Option<string>) => (Option.isSome(token) ? { pageToken: token.value } : {})

/** These methods are asked a few times a run at most, so their own limits are not counted. */
const unmetered = () => Effect.void

/** The Market API as far as reading chats goes: nothing here can send or change anything. */
export class MarketClient extends Effect.Service<MarketClient>()("chatlint/MarketClient", {
  effect: Effect.gen(function* () {
    const http = HttpClient.withTracerPropagation(yield* HttpClient.HttpClient, false)

    /** The scopes of the key, in the words of the cabinet. The method takes Api-Keys only, 100 times an hour. */
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
     * Tells a key without the right to chats from a key of another cabinet. Asked only after a refusal, so that a
     * scan without faults makes no request besides lists and histories.
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

    /** The ids of the businesses that the key or the user can reach, each once, and how many shops belong to none. */
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
     * @param concurrency at most so many requests at once; the marketplace allows 4 a cabinet, and the seller's other
     *   programs share them.
     */
    const open = (access: MarketAccess, businessId: BusinessId, concurrency: number) =>
      Effect.gen(function* () {
        const atOnce = yield* Effect.makeSemaphore(concurrency)
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
          return Effect.catchTag(retryByTable(atOnce.withPermits(1)(once), countRetry), "Forbidden", explain(access))
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

        // A chat that comes twice shows that the list moved while it was paged, and what moves one chat to another
        // page can move a second one past our eyes: then the list is read once more.
        const chats = Stream.suspend(() => {
          let hasMoved = false
          let unreadable = 0
          const misformed: Array<string> = []
          const first = Stream.map(listOnce, ({ fresh, page }) => {
            hasMoved = hasMoved || fresh.length < page.items.length
            unreadable += page.unreadable
            misformed.push(...page.misformed)
            return fresh
          })
          const again = Stream.suspend(() => (hasMoved ? Stream.map(listOnce, ({ fresh }) => fresh) : Stream.empty))
          // An entry that names no chat stands for one that nobody will read.
          const told = toldAtTheEnd("getChats", () => [
            ...(unreadable === 0 ? [] : [`result.chats: ${unreadable} × null`]),
            ...misformed
          ])
          return first.pipe(Stream.concat(again), Stream.concat(told))
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
            const misformed: Array<string> = []
            return messagesOf(chatId, from).pipe(
              Stream.map(({ fresh, page }): HistoryPiece => {
                misformed.push(...page.misformed)
                return { messages: fresh, unreadable: page.unreadable, context: page.context }
              }),
              Stream.concat(toldAtTheEnd("getChatHistory", () => misformed))
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
