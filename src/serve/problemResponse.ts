import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import type { Locale } from "../locale/Locale.ts"
import { visibleJson } from "../text/visibleText.ts"
import { describeExpectation, describeRequestProblem, problemStatus, type RequestProblem } from "./RequestProblem.ts"

/** The response body for a problem, without the row's id. */
export const problemBody = (problem: RequestProblem, locale: Locale) => ({
  error: describeRequestProblem(problem, locale),
  code: problem.code,
  ...(problem.path === undefined ? {} : { path: problem.path }),
  ...(problem.expectation === undefined
    ? {}
    : { expected: describeExpectation(problem.expectation, problem.meant, locale) })
})

const headersOf = ({ code, retryAfter, allow }: RequestProblem) => ({
  ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
  ...(allow === undefined ? {} : { allow }),
  ...(code === "Unauthorized" ? { "www-authenticate": "Bearer" } : {}),
  // The rest of a body that is sent too slowly is not awaited.
  ...(code === "RequestTooSlow" ? { connection: "close" } : {})
})

/** The response for a problem. */
export const problemResponse = (problem: RequestProblem, locale: Locale): HttpServerResponse.HttpServerResponse => {
  const body = JSON.stringify(problemBody(problem, locale))
  const json = problem.id === undefined ? body : `{"id":${problem.id},${body.slice(1)}`
  return HttpServerResponse.text(visibleJson(json), {
    status: problemStatus[problem.code],
    contentType: "application/json",
    headers: headersOf(problem)
  })
}
