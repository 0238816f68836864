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

/** What is asked, of which business and chat, and how its answer is read. */
export interface Question<A> {
  readonly operation: Operation
  readonly businessId: BusinessId | null
  readonly chatId: ChatId | null
  readonly request: HttpClientRequest.HttpClientRequest
  /** The answer's meaning, or what is wrong with it. */
  readonly read: (json: unknown) => Either.Either<A, string>
}

/** The marketplace itself gives up on slow requests with 499, so longer is of no use. */
const patience = Duration.seconds(30)

/**
 * A refusal is known by its status, so its words are waited for, but not for long: to ask again because they broke off
 * would be charged once more.
 */
const patienceForWords = Duration.seconds(5)

/** Why a connection failed, as the system names it (ECONNREFUSED, UND_ERR_SOCKET); never an address or a body. */
const reasonOf = (cause: unknown): string => {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, "code") : undefined
  return typeof code === "string" && code !== "" ? code : "connection lost"
}

/** The marketplace's own words on a refusal; empty where there are none, as in a page of HTML. */
const detailOf = (text: string): string =>
  Either.match(parseJson(text), { onLeft: () => "", onRight: readErrorMessage })

/** The client's word for an answer that it gave up because of its size (see layerHttp). */
const tooLarge = "UND_ERR_RES_EXCEEDED_MAX_SIZE"

/**
 * Asks the marketplace once and waits for the whole answer.
 *
 * @param learn is told of the limits that the answer names, and of their absence, as soon as its headers are there: also
 *   when its body then breaks off. A request without an answer counts as one without limits.
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
      const words = yield* Effect.option(Effect.timeout(readBody(response), patienceForWords))
      const detail = withoutSecrets(detailOf(Option.getOrElse(words, () => "")), access)
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
      // An answer without a length that is cut on its way arrives as a whole one, and only its text tells.
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
      duration: patience,
      onTimeout: () => new Disconnected({ operation, detail: `no answer within ${Duration.format(patience)}` })
    }),
    Effect.tapError(() => (isLearned ? Effect.void : learn(Option.none())))
  )
}
