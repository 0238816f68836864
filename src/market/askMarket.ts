import type * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { Clock, Duration, Effect, Either, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { ChatId } from "../domain/Chat.ts"
import { isErrorAnswer, readErrorMessage } from "./answers.ts"
import { errorOfStatus, isParallelLimit } from "./errorOfStatus.ts"
import { authorize, type MarketAccess, marketBaseUrl, withoutSecrets } from "./MarketAccess.ts"
import { Disconnected, MalformedAnswer, type MarketError, type Operation, ServerFault } from "./MarketError.ts"
import { parseJson } from "./parseJson.ts"
import type { Learn } from "./RequestBudget.ts"
import { rateLimitOf } from "./rateLimitOf.ts"
import { acceptedCodings, type BodyProblem, readBody } from "./readBody.ts"

/** A request, the business and chat that it concerns, and the decoder of its answer. */
export interface Question<A> {
  readonly operation: Operation
  readonly businessId: BusinessId | null
  readonly chatId: ChatId | null
  readonly request: HttpClientRequest.HttpClientRequest
  /** Returns the decoded answer, or what is wrong with it. */
  readonly read: (json: unknown) => Either.Either<A, string>
}

/** The marketplace itself aborts slow requests with 499, so a longer timeout is pointless. */
const requestTimeout = Duration.seconds(30)

/**
 * The status alone identifies a refusal, so a body that does not arrive in this time is ignored: a retry to get its
 * message would count against the limit.
 */
const refusalBodyTimeout = Duration.seconds(5)

/** The system's code for a failed connection (ECONNREFUSED, UND_ERR_SOCKET); never an address or a body. */
const reasonOf = (cause: unknown): string => {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, "code") : undefined
  return typeof code === "string" && code !== "" ? code : "connection lost"
}

/** The marketplace's message about a refusal; empty if there is none, as on an HTML page. */
const detailOf = (text: string): string =>
  Either.match(parseJson(text), { onLeft: () => "", onRight: readErrorMessage })

/** Undici's code for an answer that exceeds the maximum size (see layerHttp). */
const tooLarge = "UND_ERR_RES_EXCEEDED_MAX_SIZE"

/**
 * Sends one request and waits for the whole answer.
 *
 * @param learn is called with the limit that the answer names, or none, as soon as the headers arrive, even if the body
 *   breaks off afterwards. A request without an answer counts as one without a limit.
 */
export const askMarket = <A>(
  http: HttpClient.HttpClient,
  access: MarketAccess,
  question: Question<A>,
  learn: Learn
): Effect.Effect<A, MarketError> => {
  const { operation, businessId, chatId, request, read } = question
  let isLearned = false
  const learnFrom: Learn = (limit, isRefused) => {
    isLearned = true
    return learn(limit, isRefused)
  }
  const broken = (error: { readonly cause?: unknown }) => {
    const reason = reasonOf(error.cause)
    return Effect.fail(
      reason === tooLarge
        ? new MalformedAnswer({ operation, issue: "larger than 32 MB" })
        : new Disconnected({ operation, detail: reason })
    )
  }
  const undecodable = (problem: BodyProblem) =>
    problem === "cut"
      ? new Disconnected({ operation, detail: "a body that breaks off" })
      : new MalformedAnswer({ operation, issue: problem })
  return Effect.gen(function* () {
    const prepared = HttpClientRequest.setHeader(request, "Accept-Encoding", acceptedCodings)
    const response = yield* http.execute(authorize(access, businessId)(prepared))
    const { status, headers } = response
    const arrivedAt = yield* Clock.currentTimeMillis
    const counted = rateLimitOf(headers, arrivedAt, false)
    yield* learnFrom(counted)
    if (status < 200 || status > 299) {
      const body = yield* Effect.option(Effect.timeout(readBody(response), refusalBodyTimeout))
      const detail = withoutSecrets(detailOf(Option.getOrElse(body, () => "")), access)
      const isHourLeft = Option.exists(counted, ({ remaining }) => remaining > 0)
      const isSpent = (status === 420 || status === 429) && !isParallelLimit(detail, isHourLeft)
      const limit = isSpent ? rateLimitOf(headers, arrivedAt, true) : counted
      if (isSpent) yield* learnFrom(limit, true)
      const hourlyLimitUntil = Option.map(limit, ({ until }) => until)
      return yield* Effect.fail(
        errorOfStatus({ operation, businessId, chatId, status, detail, isHourLeft, hourlyLimitUntil })
      )
    }
    const text = yield* Effect.mapError(readBody(response), (error) =>
      typeof error === "string" ? undecodable(error) : error
    )
    const json = parseJson(text)
    if (Either.isLeft(json)) {
      // A truncated answer without Content-Length looks complete to HTTP; only its text shows that it was cut.
      const isCut = json.left === "an empty body" || json.left === "JSON that breaks off"
      return yield* isCut
        ? new Disconnected({ operation, detail: json.left })
        : new MalformedAnswer({
            operation,
            issue: json.left,
            isAddressDoubtful: access.baseUrl !== marketBaseUrl
          })
    }
    if (isErrorAnswer(json.right)) {
      return yield* new ServerFault({
        operation,
        status,
        detail: withoutSecrets(readErrorMessage(json.right), access)
      })
    }
    return yield* Either.mapLeft(read(json.right), (issue) => new MalformedAnswer({ operation, issue }))
  }).pipe(
    Effect.catchTags({ RequestError: broken, ResponseError: broken }),
    Effect.timeoutFail({
      duration: requestTimeout,
      onTimeout: () => new Disconnected({ operation, detail: `no answer within ${Duration.format(requestTimeout)}` })
    }),
    Effect.tapError(() => (isLearned ? Effect.void : learn(Option.none())))
  )
}
