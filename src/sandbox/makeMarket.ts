import type { IncomingMessage, ServerResponse } from "node:http"
import { type Clock, Effect, Either } from "effect"
import { type Answer, htmlAnswer, refusal } from "./Answer.ts"
import type { ApiMethod } from "./ApiMethod.ts"
import { answerQuestion } from "./answerQuestion.ts"
import { authorize, identify } from "./authorize.ts"
import { deliver, deliverFault } from "./deliver.ts"
import { makeFaultPlan } from "./FaultPlan.ts"
import { faultAnswers, isConnectionFault } from "./faultAnswers.ts"
import { makeOpenRequests } from "./OpenRequests.ts"
import { makeQuota } from "./Quota.ts"
import { dateHeader, type Headers, rateHeaders, reportsSpent } from "./rateHeaders.ts"
import { readBody } from "./readBody.ts"
import { type Route, route } from "./route.ts"
import type { SandboxLogWriter } from "./SandboxLog.ts"
import type { FaultKind, SandboxOptions } from "./SandboxOptions.ts"
import type { Shop } from "./Shop.ts"

/** Handles one request, including its faults. */
export type Market = (request: IncomingMessage, response: ServerResponse) => Effect.Effect<void>

/** The decision about a request before its body is read: admitted for a shop, perhaps with a fault, or refused. */
type Admission = Either.Either<{ readonly shop: Shop; readonly fault: FaultKind | undefined }, Answer>

/** The fault caused by the habit of the requested chat. */
const habitFault = (
  place: Route | undefined,
  query: URLSearchParams,
  options: SandboxOptions
): FaultKind | undefined => {
  const habit = place?.method === "history" ? options.chats?.[query.get("chatId") ?? ""] : undefined
  return habit === "always-500" ? "500" : habit === "always-reset" ? "reset" : undefined
}

const origin = "http://sandbox.invalid"

const urlOf = (target: string): URL => new URL(URL.canParse(target, origin) ? target : "/", origin)

const delayOf = ({ latency }: SandboxOptions, request: number) =>
  typeof latency === "function" ? latency(request) : latency

/** Makes the marketplace that the options describe, with its access checks, limits and faults. */
export const makeMarket = (options: SandboxOptions, clock: Clock.Clock, writer: SandboxLogWriter): Market => {
  const quota = makeQuota(options.limits)
  const plan = makeFaultPlan(options.faults, options.script)
  const open = makeOpenRequests()
  const counts: Record<ApiMethod, number> = { campaigns: 0, list: 0, history: 0, token: 0, unknown: 0 }
  let requests = 0

  const now = (): number => clock.unsafeCurrentTimeMillis() + (options.clockSkewMilliseconds ?? 0)

  const headersOf = (entity: string, method: ApiMethod): Headers => {
    const instant = now()
    return options.rateLimitHeaders === false
      ? dateHeader(instant)
      : rateHeaders(instant, quota.state(entity, method, instant))
  }

  const hourlyLimit = (entity: string, method: ApiMethod): Answer => {
    const { limit } = quota.state(entity, method, now())
    return refusal(
      420,
      `Hit rate limit of ${limit} requests per 1 hour for resource ${method} for businessId ${entity}`
    )
  }

  return (request, response) => {
    requests += 1
    const number = requests
    const target = request.url ?? "/"
    const { pathname, searchParams: query } = urlOf(target)
    const place = route(pathname)
    const method = place?.method ?? "unknown"
    counts[method] += 1
    const numberOfMethod = counts[method]
    const planned = plan({ number, method, numberOfMethod, target }) ?? habitFault(place, query, options)
    const known = identify(request.headers, options.shops)
    // Limits count by the business in the path, or by the key's cabinet if the path names none.
    const entity =
      place?.businessId ??
      Either.getOrElse(
        Either.map(known, (shop) => String(shop.businessId)),
        () => "none"
      )
    const { socket } = request
    const at = clock.unsafeCurrentTimeMillis()
    const whileSpent = quota.isNotified(entity, method, socket, now())
    const leave = open.enter(entity)
    writer.concurrency(open.all())
    let refusedBy: "parallel" | "hour" | undefined

    const admission: Admission = Either.gen(function* () {
      if (options.answersHtml === true) return yield* Either.left(htmlAnswer(200, "Маркет"))
      if (place === undefined) return yield* Either.left(refusal(404, "Resource not found"))
      if (request.method !== place.verb)
        return yield* Either.left(refusal(405, `Request method ${request.method} not supported`))
      const shop = yield* known
      yield* authorize(place, request.headers, shop)
      if (planned === "420-parallel" || open.of(entity) > quota.parallel) {
        refusedBy = "parallel"
        return yield* Either.left(
          refusal(420, `Hit rate limit of ${quota.parallel} parallel requests for businessId ${entity}`)
        )
      }
      if (planned === "420-hour") quota.spend(entity, method, now())
      if (planned === "420-hour" || !quota.charge(entity, method, now())) {
        refusedBy = "hour"
        return yield* Either.left(hourlyLimit(entity, method))
      }
      if (planned !== undefined && !quota.chargeFaults) quota.giveBack(entity, method, now())
      return { shop, fault: planned }
    })

    const record = (outcome: string, body: string): void => {
      const chatId = method === "history" ? (query.get("chatId") ?? undefined) : undefined
      const entry = { number, method, numberOfMethod, target, body, chatId, at, outcome, whileSpent }
      writer.answered(entry)
      options.onAnswer?.(entry)
    }

    const finish = (answer: Answer, body: string, headers: Headers): void => {
      record(String(answer.status), body)
      leave()
      const reportsLimit = reportsSpent(headers) || refusedBy === "hour"
      if (reportsLimit && quota.state(entity, method, now()).remaining === 0)
        quota.notify(entity, method, socket, now())
      deliver(response, answer, headers)
    }

    const answerWith = (body: string): Effect.Effect<void> => {
      if (Either.isLeft(admission)) return Effect.sync(() => finish(admission.left, body, headersOf(entity, method)))
      const { shop, fault } = admission.right
      if (fault !== undefined && !isConnectionFault(fault)) {
        // A proxy's page has no limit headers.
        const headers = fault === "503-html" ? dateHeader(now()) : headersOf(entity, method)
        return Effect.sync(() => finish(faultAnswers[fault], body, headers))
      }
      const question = { shop, method, query, contentType: request.headers["content-type"], body }
      const answer = answerQuestion(question, options)
      if (fault === undefined) return Effect.sync(() => finish(answer, body, headersOf(entity, method)))
      record(fault, body)
      return deliverFault(response, answer, headersOf(entity, method), fault)
    }

    const delay = refusedBy !== undefined ? undefined : delayOf(options, number)
    const body = delay === undefined ? readBody(request) : Effect.tap(readBody(request), Effect.sleep(delay))
    return body.pipe(
      Effect.matchEffect({
        onSuccess: answerWith,
        onFailure: (reason) =>
          Effect.sync(() =>
            reason === "gone"
              ? record("gone", "")
              : finish(refusal(400, "The request is too big"), "", headersOf(entity, method))
          )
      }),
      Effect.ensuring(Effect.sync(leave))
    )
  }
}
