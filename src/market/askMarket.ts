import type { HttpClient, HttpClientRequest, HttpClientResponse } from "@effect/platform"
import { Clock, Duration, Effect, Either, Option, Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { ChatId } from "../domain/Chat.ts"
import { isErrorAnswer, readErrorMessage } from "./answers.ts"
import { errorOfStatus, isParallelLimit } from "./errorOfStatus.ts"
import { authorize, type MarketAccess, withoutSecrets } from "./MarketAccess.ts"
import { Disconnected, MalformedAnswer, type MarketError, type Operation, ServerFault } from "./MarketError.ts"
import { parseJson } from "./parseJson.ts"
import type { RateLimit } from "./RequestBudget.ts"
import { rateLimitOf } from "./rateLimitOf.ts"

/** What is asked, of which business and chat, and how its answer is read. */
export interface Question<A> {
  readonly operation: Operation
  readonly businessId: BusinessId | null
  readonly chatId: ChatId | null
  readonly request: HttpClientRequest.HttpClientRequest
  /** The answer's meaning, or what is wrong with it. */
  readonly read: (json: unknown) => Either.Either<A, string>
}

/** An answer of 100 messages at their longest, in escapes, is about 3 MB. */
const maximumBody = 32 * 1024 * 1024

/** The marketplace itself gives up on slow requests with 499, so longer is of no use. */
const patience = Duration.seconds(30)

/** The body as text, up to a size that no honest answer has. */
const readBody = (response: HttpClientResponse.HttpClientResponse, operation: Operation) =>
  response.stream.pipe(
    Stream.runFoldEffect({ size: 0, parts: [] as Uint8Array[] }, (body, part) => {
      body.parts.push(part)
      const size = body.size + part.length
      return size > maximumBody
        ? Effect.fail(new MalformedAnswer({ operation, issue: "larger than 32 MB" }))
        : Effect.succeed({ size, parts: body.parts })
    }),
    Effect.map(({ parts }) => Buffer.concat(parts).toString("utf8"))
  )

/** Why a connection failed, as the system names it (ECONNREFUSED, UND_ERR_SOCKET); never an address or a body. */
const reasonOf = (cause: unknown): string => {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, "code") : undefined
  return typeof code === "string" && code !== "" ? code : "connection lost"
}

/**
 * Asks the marketplace once and waits for the whole answer.
 *
 * @param learn is told of the limits that the answer names, and of their absence, before the answer is judged.
 */
export const askMarket = <A>(
  http: HttpClient.HttpClient,
  access: MarketAccess,
  question: Question<A>,
  learn: (limit: Option.Option<RateLimit>) => Effect.Effect<void>
): Effect.Effect<A, MarketError> => {
  const { operation, businessId, chatId, request, read } = question
  const disconnected = (error: { readonly cause?: unknown }) =>
    Effect.zipRight(learn(Option.none()), new Disconnected({ operation, detail: reasonOf(error.cause) }))
  return Effect.gen(function* () {
    const response = yield* http.execute(authorize(access, businessId)(request))
    const { status, headers } = response
    const json = parseJson(yield* readBody(response, operation))
    const detail = withoutSecrets(Either.match(json, { onLeft: () => "", onRight: readErrorMessage }), access)
    const isSpent = (status === 420 || status === 429) && !isParallelLimit(detail)
    const limit = rateLimitOf(headers, yield* Clock.currentTimeMillis, isSpent)
    yield* learn(limit)
    if (status < 200 || status > 299) {
      const hourlyLimitUntil = Option.map(limit, ({ until }) => until)
      return yield* Effect.fail(errorOfStatus({ operation, businessId, chatId, status, detail, hourlyLimitUntil }))
    }
    if (Either.isRight(json) && isErrorAnswer(json.right)) return yield* new ServerFault({ operation, status, detail })
    return yield* Either.mapLeft(Either.flatMap(json, read), (issue) => new MalformedAnswer({ operation, issue }))
  }).pipe(
    Effect.catchTags({ RequestError: disconnected, ResponseError: disconnected }),
    Effect.timeoutFail({
      duration: patience,
      onTimeout: () => new Disconnected({ operation, detail: `no answer within ${Duration.format(patience)}` })
    })
  )
}
