import { Duration, Effect, Option, Redacted, type Scope } from "effect"
import type { ListenError } from "../../src/serve/ListenError.ts"
import type { LogFields } from "../../src/serve/RequestLog.ts"
import { type ServeOptions, serve } from "../../src/serve/serve.ts"
import { shippedRules } from "../engine/shippedRules.ts"

/** A running server. */
export interface Serving {
  readonly url: string
  readonly port: number
  /** The lines of its log. */
  readonly log: ReadonlyArray<LogFields>
}

export const tokensOf = (...tokens: ReadonlyArray<string>) => tokens.map((token) => Redacted.make(token))

/** Starts a server on a free port until the scope closes, with defaults for all other options. */
export const serving = (more: Partial<ServeOptions> = {}): Effect.Effect<Serving, ListenError, Scope.Scope> =>
  Effect.gen(function* () {
    const log: Array<LogFields> = []
    const url = yield* serve({
      host: "127.0.0.1",
      port: 0,
      locale: "en",
      tokens: [],
      bodyLimit: 1024 * 1024,
      bodyPatience: Duration.seconds(10),
      ratePerMinute: Option.none(),
      grace: Duration.seconds(5),
      log: { line: (fields) => void log.push(fields), flush: Effect.void },
      checking: { ruleSet: shippedRules, region: "RU", minConfidence: 0, allowLists: [], reveal: false },
      notifications: { take: () => Effect.succeed(true), secrets: [], queued: Option.none() },
      onStop: () => undefined,
      ...more
    })
    return { url, port: Number(new URL(url).port), log }
  })

/** An answer of the server. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Sends a request to the server. */
export const ask = (url: string, init: RequestInit = {}): Effect.Effect<Answer> =>
  Effect.promise(async () => {
    const response = await fetch(url, init)
    return { status: response.status, headers: response.headers, text: await response.text() }
  })

/** Requests a check of a body. */
export const check = (
  { url }: Serving,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {}
): Effect.Effect<Answer> =>
  ask(`${url}/v1/check`, {
    method: "POST",
    body: typeof body === "string" ? body : new Uint8Array(body),
    headers: { "content-type": "application/json", ...headers }
  })

/** The parsed body of an answer. */
export const json = ({ text }: Answer): unknown => JSON.parse(text)

export const row = (text: string, id: string | number = "a1"): string => JSON.stringify({ id, text })

export const phone = "Номер мастера +7 926 123-45-67"
