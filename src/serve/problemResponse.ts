import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import type { Locale } from "../locale/Locale.ts"
import { visibleJson } from "../text/visibleText.ts"
import { describeExpectation, describeRequestProblem, problemStatus, type RequestProblem } from "./RequestProblem.ts"

/** A problem as it is told, without its id. */
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
  // A client that sends too slowly is not waited for any longer.
  ...(code === "RequestTooSlow" ? { connection: "close" } : {})
})

/** The answer to a request that cannot be answered otherwise. */
export const problemResponse = (problem: RequestProblem, locale: Locale): HttpServerResponse.HttpServerResponse => {
  const told = JSON.stringify(problemBody(problem, locale))
  const json = problem.id === undefined ? told : `{"id":${problem.id},${told.slice(1)}`
  return HttpServerResponse.text(visibleJson(json), {
    status: problemStatus[problem.code],
    contentType: "application/json",
    headers: headersOf(problem)
  })
}
