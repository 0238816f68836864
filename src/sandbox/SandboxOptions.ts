import type { Duration } from "effect"
import type { ApiMethod } from "./ApiMethod.ts"
import type { LimitOptions } from "./Quota.ts"
import type { RequestRecord } from "./SandboxLog.ts"
import type { Shop } from "./Shop.ts"

/** Ways in which an answer can go wrong. A stalled one never comes; a cut one ends in the middle of its body. */
export const faultKinds = ["500", "503-html", "499", "reset", "cut-body", "cut-body-chunked", "stall"] as const
export type FaultKind = (typeof faultKinds)[number]

/** Faults strewn over the answers, the same for the same seed and the same order of requests. */
export interface FaultOptions {
  readonly seed: number
  /** The share of requests that meet a fault, from 0 to 1. */
  readonly rate: number
  readonly kinds: ReadonlyArray<FaultKind>
  /** How often in a row the same request may fail before it is answered. */
  readonly maximumInARow?: number
}

/**
 * Something that befalls one request, counted from 1 for each method. `420-parallel`: the cabinet's other programs
 * take all the room at this instant. `420-hour`: they have spent the rest of the window.
 */
export interface ScriptedFault {
  readonly method: ApiMethod
  readonly request: number
  readonly fault: FaultKind | "420-parallel" | "420-hour"
}

/** Endless ways of paging. Cycling: two tokens that lead to each other. Endless: empty pages with new tokens. */
export type TokenHabit = "repeating" | "cycling" | "endless"

/**
 * How one chat's history answers. The first line never answers with messages; the second is a 200 that no reader can
 * trust; the third is odd, yet all of it can be read.
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
  /** From which end the pages come; newest first unless told. */
  readonly order?: "newest-first" | "oldest-first"
  /** The order within a page; that of the pages unless told. */
  readonly orderWithinPage?: "newest-first" | "oldest-first"
  /** Whether the message of `messageIdFrom` itself is in the answer; it is unless told. */
  readonly messageIdFrom?: "inclusive" | "exclusive"
  /** How many messages at the end of a page stand at the beginning of the next one again. */
  readonly repeatedAtBorders?: number
  /** Whether the last page with messages still has a token, which leads to an empty page. */
  readonly emptyLastPage?: boolean
}

/** What the documentation leaves open about getChats. */
export interface ListHabits {
  readonly repeatedAtBorders?: number
  readonly emptyLastPage?: boolean
  readonly token?: TokenHabit
}

/** What kind of marketplace to play. Without options it keeps to the documented limits and never fails. */
export interface SandboxOptions {
  readonly shops: ReadonlyArray<Shop>
  /** A free one unless told. */
  readonly port?: number
  readonly history?: HistoryHabits
  readonly list?: ListHabits
  /** Chats, named by their decimal ids, whose history answers in a way of its own. */
  readonly chats?: Readonly<Record<string, ChatHabit>>
  /** The documented ones unless told. */
  readonly limits?: LimitOptions | "off"
  /** Whether answers carry the X-RateLimit-Resource headers; they do unless told. */
  readonly rateLimitHeaders?: boolean
  readonly faults?: FaultOptions
  readonly script?: ReadonlyArray<ScriptedFault>
  /** How long each answer takes, or a function of the request's number. */
  readonly latency?: Duration.DurationInput | ((request: number) => Duration.DurationInput)
  /** How far the server's clock, which Date, Until and the windows follow, is ahead of ours. May be negative. */
  readonly clockSkewMilliseconds?: number
  /** Answers every request with a page of HTML, as a wrong base URL does. */
  readonly answersHtml?: boolean
  /**
   * What to remember besides counters, which need no memory: the chats whose history was asked for, or each request.
   */
  readonly remember?: "counters" | "chats" | "requests"
  /**
   * Called as each answer is about to leave. A test lets life go on with it: to put a chat at the front of the list while it is
   * paged, call `shop.addChat` of a mutable shop when `method` is "list" and `numberOfMethod` is 1.
   */
  readonly onAnswer?: (request: RequestRecord) => void
}
