import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as NodeHttpServerRequest from "@effect/platform-node/NodeHttpServerRequest"
import { Cause, Effect } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { localeOfRequest } from "./localeOfRequest.ts"
import { problemResponse } from "./problemResponse.ts"
import type { RequestLog } from "./RequestLog.ts"
import { RequestProblem } from "./RequestProblem.ts"
import type { RequestRate } from "./RequestRate.ts"
import { RequestTally } from "./RequestTally.ts"
import { type Route, routeOf } from "./routes.ts"
import { documentPaths } from "./ServeApi.ts"

/** The dependencies of the pipeline. */
export interface PipelineOptions {
  readonly rate: RequestRate
  readonly log: RequestLog
  readonly locale: Locale
  /** Whether the server is stopping, so that connections are not kept alive. */
  readonly isStopping: () => boolean
}

/** The documentation page contains its scripts and styles, and loads nothing from other origins. */
const documentsPolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"

const headersFor = (route: Route | undefined, status: number, isStopping: boolean) => ({
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  ...(route?.name === documentPaths.page ? { "content-security-policy": documentsPolicy } : {}),
  ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
  ...(isStopping ? { connection: "close" } : {})
})

/** The status in the log for a client that disconnected before it was answered, as in nginx. */
const clientGone = 499

/** The kind of an unexpected error, without its message, which may quote a text. */
const kindOf = (cause: Cause.Cause<unknown>): string => {
  const fault = Cause.squash(cause)
  return fault instanceof Error ? fault.name : typeof fault
}

const isNoRoute = (cause: Cause.Cause<unknown>): boolean => {
  const failure = Cause.squash(cause)
  return typeof failure === "object" && failure !== null && Reflect.get(failure, "_tag") === "RouteNotFound"
}

/**
 * Wraps the application with what every request needs: the limit of its client, an answer to any error, headers, and a
 * line in the log.
 */
export const makePipeline =
  ({ rate, log, locale: serverLocale, isStopping }: PipelineOptions) =>
  <E, R>(app: HttpApp.Default<E, R>): HttpApp.Default<never, R> =>
    Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
      const began = performance.now()
      const incoming = NodeHttpServerRequest.toIncomingMessage(request)
      const route = routeOf(request.url)
      const tally = { rows: 0, findings: 0 }

      const refuse = (problem: RequestProblem) =>
        problemResponse(problem, localeOfRequest(incoming.headers, serverLocale))

      const answerTo = (cause: Cause.Cause<E | RequestProblem>) => {
        if (Cause.isInterruptedOnly(cause)) return Effect.interrupt
        const failure = Cause.squash(cause)
        if (failure instanceof RequestProblem) return Effect.succeed(refuse(failure))
        if (isNoRoute(cause)) {
          return Effect.succeed(
            refuse(
              route === undefined || route.method === request.method
                ? new RequestProblem({ code: "NotFound" })
                : new RequestProblem({ code: "MethodNotAllowed", allow: route.method })
            )
          )
        }
        log.line({ event: "fault", kind: kindOf(cause) })
        return Effect.succeed(refuse(new RequestProblem({ code: "Internal" })))
      }

      const logAnswer = (status: number) =>
        log.line({
          method: request.method,
          path: route?.name ?? "unknown",
          status,
          ms: Math.round((performance.now() - began) * 100) / 100,
          ...(tally.rows > 0 ? { rows: tally.rows, findings: tally.findings } : {})
        })

      const admitted = route?.isCounted === false ? Effect.void : rate.admit(incoming)
      // The router would also accept "/Docs", "//docs" and "/docs/", without the limit and the headers of the route.
      const answered: HttpApp.Default<E | RequestProblem, R> =
        route === undefined ? Effect.fail(new RequestProblem({ code: "NotFound" })) : app
      return Effect.zipRight(admitted, answered).pipe(
        Effect.provideService(RequestTally, tally),
        Effect.catchAllCause(answerTo),
        Effect.map((response) => {
          logAnswer(response.status)
          return HttpServerResponse.setHeaders(response, headersFor(route, response.status, isStopping()))
        }),
        Effect.onInterrupt(() => Effect.sync(() => logAnswer(clientGone)))
      )
    })
