import { Effect } from "effect"
import { isSafeNumber, parse } from "lossless-json"
import type { Sandbox } from "../../src/sandbox/Sandbox.ts"

/** An answer as received. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** The default key of the tests. */
export const apiKey = "ACMA:sandbox:00000000"

/** Sends one request; fails if the connection fails. */
export const ask = (sandbox: Sandbox, path: string, init: RequestInit = {}): Effect.Effect<Reply, Error> =>
  Effect.tryPromise({
    try: async (signal) => {
      const response = await fetch(`${sandbox.baseUrl}${path}`, { signal, headers: { "Api-Key": apiKey }, ...init })
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
    catch: (cause) => (cause instanceof Error ? cause : new Error(String(cause)))
  })

/** Sends one POST with a JSON body. */
export const post = (
  sandbox: Sandbox,
  path: string,
  body: string | undefined = "{}",
  headers: Record<string, string> = {}
) =>
  ask(sandbox, path, {
    method: "POST",
    headers: { "Api-Key": apiKey, "Content-Type": "application/json", ...headers },
    body
  })

const history = "/v2/businesses/1001/chats/history"

/** The path of a history's page. */
export const historyPath = (chatId: bigint, query: Readonly<Record<string, string>> = {}): string =>
  `${history}?${new URLSearchParams({ chatId: String(chatId), ...query })}`

/** The path of a page of the list. */
export const listPath = (query: Readonly<Record<string, string>> = {}): string =>
  `/v2/businesses/1001/chats?${new URLSearchParams(query)}`

/** The JSON of an answer; integers that a number cannot represent are bigints. */
export const jsonOf = ({ text }: Pick<Reply, "text">): unknown =>
  parse(text, undefined, (digits) => (isSafeNumber(digits) ? Number(digits) : BigInt(digits)))

/** The ids under one key in an answer's text, in order. */
export const idsIn = ({ text }: Pick<Reply, "text">, field: "messageId" | "chatId"): ReadonlyArray<string> =>
  [...text.matchAll(new RegExp(`"${field}":(\\d+)`, "g"))].map(([, id]) => id ?? "")

/** The token of the next page, if the answer has one. */
export const tokenIn = ({ text }: Pick<Reply, "text">): string | undefined =>
  /"nextPageToken":"([^"]*)"/.exec(text)?.[1]

/** The error message of an answer. */
export const errorIn = ({ text }: Pick<Reply, "text">): string | undefined => /"message":"([^"]*)"/.exec(text)?.[1]

/** All pages of a paged answer, or the first `atMost`. */
export const pages = (
  sandbox: Sandbox,
  pathOf: (query: Record<string, string>) => string,
  limit: number,
  { body = "{}", atMost = 50 } = {}
): Effect.Effect<ReadonlyArray<Reply>, Error> =>
  Effect.gen(function* () {
    const replies: Array<Reply> = []
    let token: string | undefined
    do {
      const query: Record<string, string> = { limit: String(limit) }
      if (token !== undefined) query.pageToken = token
      const reply = yield* post(sandbox, pathOf(query), body)
      replies.push(reply)
      token = tokenIn(reply)
    } while (token !== undefined && replies.length < atMost)
    return replies
  })
