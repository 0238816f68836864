import type { Duration } from "effect"
import type { ApiMethod } from "./ApiMethod.ts"
import type { LimitOptions } from "./Quota.ts"
import type { RequestRecord } from "./SandboxLog.ts"
import type { Shop } from "./Shop.ts"

/** Kinds of faulty answers. A stalled answer never arrives; a cut one ends in the middle of its body. */
export const faultKinds = ["500", "503-html", "499", "reset", "cut-body", "cut-body-chunked", "stall"] as const
export type FaultKind = (typeof faultKinds)[number]

/** Pseudo-random faults, which depend only on the seed and the order of requests. */
export interface FaultOptions {
  readonly seed: number
  /** The share of requests that meet a fault, from 0 to 1. */
  readonly rate: number
  readonly kinds: ReadonlyArray<FaultKind>
  /** How often in a row the same request may fail. */
  readonly maximumInARow?: number
}

/**
 * A fault for one request, numbered from 1 for each method. `420-parallel`: the cabinet's other programs use all
 * parallel requests. `420-hour`: they have used up the window.
 */
export interface ScriptedFault {
  readonly method: ApiMethod
  readonly request: number
  readonly fault: FaultKind | "420-parallel" | "420-hour"
}

/** Kinds of endless paging. Cycling: two tokens that lead to each other. Endless: empty pages with new tokens. */
export type TokenHabit = "repeating" | "cycling" | "endless"

/**
 * How a chat's history answers. The first line fails; the second returns 200 without a usable body; the next three
 * return unusual messages or page tokens; the last one never stops paging.
 */
export const chatHabits = [
  ...(["not-found", "always-500", "always-reset"] as const),
  ...(["not-json", "empty-body", "status-error", "no-result", "no-messages", "messages-object"] as const),
  ...(["null-message", "no-message-id", "no-sender", "text-number", "next-page-token-number"] as const),
  ...(["null-payload", "null-payload-item", "unknown-sender", "text-id", "bad-date", "extra-fields"] as const),
  ...(["null-text", "empty-page-token", "null-page-token", "old-order-id"] as const),
  ...(["repeating-token", "cycling-token", "endless-token"] as const)
] as const
export type ChatHabit = (typeof chatHabits)[number]

/** What the documentation leaves open about getChatHistory. */
export interface HistoryHabits {
  /** The direction of paging; newest first by default. */
  readonly order?: "newest-first" | "oldest-first"
  /** The order within a page; by default that of the pages. */
  readonly orderWithinPage?: "newest-first" | "oldest-first"
  /** Whether the answer includes the message of `messageIdFrom` itself; inclusive by default. */
  readonly messageIdFrom?: "inclusive" | "exclusive"
  /** How many messages at the end of a page are repeated at the start of the next one. */
  readonly repeatedAtBorders?: number
  /** Whether the last page with messages has a token, which leads to an empty page. */
  readonly emptyLastPage?: boolean
}

/** What the documentation leaves open about getChats. */
export interface ListHabits {
  readonly repeatedAtBorders?: number
  readonly emptyLastPage?: boolean
  readonly token?: TokenHabit
}

/** Options of the marketplace. By default it has the documented limits and no faults. */
export interface SandboxOptions {
  readonly shops: ReadonlyArray<Shop>
  /** A free one by default. */
  readonly port?: number
  readonly history?: HistoryHabits
  readonly list?: ListHabits
  /** Special answers for the histories of chats, by decimal chat id. */
  readonly chats?: Readonly<Record<string, ChatHabit>>
  /** The documented ones by default. */
  readonly limits?: LimitOptions | "off"
  /** Whether answers have the X-RateLimit-Resource headers; true by default. */
  readonly rateLimitHeaders?: boolean
  readonly faults?: FaultOptions
  readonly script?: ReadonlyArray<ScriptedFault>
  /** The delay of each answer, or a function of the request's number. */
  readonly latency?: Duration.DurationInput | ((request: number) => Duration.DurationInput)
  /** How far the server's clock (for Date, Until and the windows) is ahead of the local one; may be negative. */
  readonly clockSkewMilliseconds?: number
  /** Whether every request is answered with an HTML page, as at a wrong base URL. */
  readonly answersHtml?: boolean
  /**
   * What to store in addition to counters: the chats whose history was requested, or every request.
   */
  readonly remember?: "counters" | "chats" | "requests"
  /**
   * Called just before each answer is sent, so that a test can change the shop. For example, to insert a chat at the
   * front of the list during paging, call `addChat` of a mutable shop when `method` is "list" and `numberOfMethod` is
   * 1.
   */
  readonly onAnswer?: (request: RequestRecord) => void
}
