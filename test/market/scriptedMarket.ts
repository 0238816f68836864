import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { Clock, Effect, Layer, Option, Redacted } from "effect"
import type { MarketAccess } from "../../src/market/MarketAccess.ts"
import { MarketClient } from "../../src/market/MarketClient.ts"
import type { RateLimit } from "../../src/market/RateLimit.ts"
import { BudgetLedger } from "../../src/market/RequestBudget.ts"

/** One request as the marketplace saw it. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds of the test's clock. */
  readonly at: number
}

/** What the marketplace answers, or how the connection fails. */
export interface ScriptedAnswer {
  readonly status?: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly disconnects?: boolean
  /** Whether the connection breaks in the middle of the body. */
  readonly breaksOff?: boolean
  /** How long the answer takes. */
  readonly milliseconds?: number
}

export const secret = "ACMA:I4c4CxCSYaI41RSC2uYWP2qj3Rhhm4knMiBEga5K:151c0664"

export const access: MarketAccess = {
  baseUrl: "http://market.invalid",
  credentials: { kind: "api-key", key: Redacted.make(secret) }
}

export const oauth: MarketAccess = {
  baseUrl: "http://market.invalid",
  credentials: { kind: "oauth", token: Redacted.make("y0_AgAAAAAexample") }
}

/** A successful answer of the API with this result. */
export const ok = (result: unknown, headers: Readonly<Record<string, string>> = {}): ScriptedAnswer => ({
  body: JSON.stringify({ status: "OK", result }),
  headers
})

/** A refusal in the API's form. */
export const refusal = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {}
): ScriptedAnswer => ({
  status,
  body: JSON.stringify({ status: "ERROR", errors: [{ code: "ERROR", message }] }),
  headers
})

/** A page of a history with messages of these ids. */
export const historyPage = (ids: ReadonlyArray<number | string>, nextPageToken?: string): ScriptedAnswer => ({
  body: `{"status":"OK","result":{"context":{"type":"DIRECT"},"messages":[${ids
    .map((id) => `{"messageId":${id},"createdAt":"2026-10-01T09:00:00Z","sender":"CUSTOMER","message":"m"}`)
    .join(",")}],"paging":${JSON.stringify(nextPageToken === undefined ? {} : { nextPageToken })}}}`
})

/** A page of the list with chats of these ids. */
export const listPage = (ids: ReadonlyArray<number>, nextPageToken?: string): ScriptedAnswer =>
  ok({
    chats: ids.map((chatId) => ({ chatId, context: { type: "DIRECT" }, updatedAt: "2026-10-01T09:00:00Z" })),
    paging: nextPageToken === undefined ? {} : { nextPageToken }
  })

/** The limit headers of an answer from a marketplace whose clock is `skew` milliseconds ahead. */
export const limitHeaders = (
  now: number,
  { remaining, until, skew = 0, limit = 10 }: { remaining: number; until: number; skew?: number; limit?: number }
): Readonly<Record<string, string>> => ({
  Date: new Date(now + skew).toUTCString(),
  "X-RateLimit-Resource-Limit": String(limit),
  "X-RateLimit-Resource-Remaining": String(remaining),
  "X-RateLimit-Resource-Until": new Date(until + skew).toUTCString()
})

/** A body that breaks off. */
const brokenBody = (): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"status":"OK","result":'))
      controller.error(new Error("terminated"))
    }
  })

/** A ledger that saves nothing. */
export const forgetful = Layer.succeed(BudgetLedger, {
  load: () => Effect.succeed(Option.none<RateLimit>()),
  save: () => Effect.void
})

/**
 * A market client whose marketplace is a function of the request and its number, counted from 1, and the list of the
 * requests it received.
 */
export const scriptedMarket = (answer: (asked: Asked, number: number) => ScriptedAnswer) =>
  Effect.gen(function* () {
    const asked: Array<Asked> = []
    let atOnce = 0
    let mostAtOnce = 0
    const http = HttpClient.make((request, url) =>
      Effect.gen(function* () {
        const body = request.body._tag === "Uint8Array" ? new TextDecoder().decode(request.body.body) : ""
        const question: Asked = {
          method: request.method,
          path: url.pathname,
          query: url.searchParams,
          body,
          headers: { ...request.headers },
          at: yield* Clock.currentTimeMillis
        }
        asked.push(question)
        if (asked.length > 1000) return yield* Effect.dieMessage("The marketplace gets requests without end")
        atOnce += 1
        mostAtOnce = Math.max(mostAtOnce, atOnce)
        const reply = answer(question, asked.length)
        if (reply.milliseconds !== undefined) yield* Effect.sleep(reply.milliseconds)
        if (reply.disconnects) {
          return yield* new HttpClientError.RequestError({
            request,
            reason: "Transport",
            cause: Object.assign(new Error(`read ECONNRESET with ${secret}`), { code: "ECONNRESET" })
          })
        }
        return HttpClientResponse.fromWeb(
          request,
          new Response(reply.breaksOff ? brokenBody() : (reply.body ?? ""), {
            status: reply.status ?? 200,
            headers: { ...reply.headers }
          })
        )
      }).pipe(
        Effect.ensuring(
          Effect.sync(() => {
            atOnce -= 1
          })
        )
      )
    )
    const client = yield* MarketClient.pipe(
      Effect.provide(Layer.provide(MarketClient.Default, Layer.succeed(HttpClient.HttpClient, http)))
    )
    return { client, asked, mostAtOnce: () => mostAtOnce }
  })
