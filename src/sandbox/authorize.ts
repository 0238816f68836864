import type { IncomingHttpHeaders } from "node:http"
import { Either } from "effect"
import { type Answer, refusal } from "./Answer.ts"
import { readId } from "./parameters.ts"
import type { Route } from "./route.ts"
import type { Scope, Shop } from "./Shop.ts"

const readingChats: ReadonlyArray<Scope> = ["COMMUNICATION", "ALL_METHODS", "ALL_METHODS_READ_ONLY"]

const single = (value: string | ReadonlyArray<string> | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0]

/** Finds the cabinet by the request's key, given as an Api-Key or an OAuth token. */
export const identify = (headers: IncomingHttpHeaders, shops: ReadonlyArray<Shop>): Either.Either<Shop, Answer> => {
  const apiKey = single(headers["api-key"])
  if (apiKey !== undefined) {
    if (apiKey === "") return Either.left(refusal(401, "Api-Key token is not specified"))
    return Either.fromNullable(
      shops.find((shop) => shop.apiKey === apiKey),
      () => refusal(401, "Api-Key token is invalid")
    )
  }
  const { authorization } = headers
  if (authorization === undefined) return Either.left(refusal(401, "Credentials are not specified"))
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (token === undefined) return Either.left(refusal(401, "Authorization header has invalid syntax"))
  return Either.fromNullable(
    shops.find((shop) => shop.apiKey === token),
    () => refusal(403, "OAuth token is invalid")
  )
}

/** Checks whether the cabinet's key allows a request; the error is the refusal. */
export const authorize = (
  { method, businessId }: Route,
  headers: IncomingHttpHeaders,
  shop: Shop
): Either.Either<void, Answer> =>
  Either.gen(function* () {
    if (method === "token" && headers["api-key"] === undefined)
      return yield* Either.left(refusal(401, "Api-Key token is not specified"))
    if (businessId === undefined) return
    const id = yield* readId("businessId", businessId)
    if (id !== shop.businessId) return yield* Either.left(refusal(403, "Access denied"))
    const named = single(headers["x-business-id"])
    if (named !== undefined && named !== businessId)
      return yield* Either.left(
        refusal(400, `URL businessId (${businessId}) does not match businessId in X-Business-Id header (${named})`)
      )
    if (!shop.scopes.some((scope) => readingChats.includes(scope)))
      return yield* Either.left(refusal(403, "Token does not have any of the scopes to access the API method"))
  })
