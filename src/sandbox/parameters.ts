import { Either, Option } from "effect"
import { parse, parseNumberAndBigInt } from "lossless-json"
import { type Answer, refusal } from "./Answer.ts"
import { decodePageToken, type PagePlace } from "./pageToken.ts"

const largestInt64 = 2n ** 63n - 1n

/** Parses a positive int64 from a path or a query. */
export const readId = (name: string, text: string | null): Either.Either<bigint, Answer> => {
  if (text === null || text === "")
    return Either.left(refusal(400, `Required request parameter '${name}' is not present`))
  if (!/^-?\d{1,19}$/.test(text) || BigInt(text) > largestInt64)
    return Either.left(refusal(400, `Type mismatch: ${text}`))
  const id = BigInt(text)
  return id >= 1n
    ? Either.right(id)
    : Either.left(refusal(400, `${name} must be greater than or equal to 1 (rejected value: ${text})`))
}

/** Parses the page size. The chat methods refuse a value that is too large instead of reducing it. */
export const readLimit = (query: URLSearchParams, usual: number, largest: number): Either.Either<number, Answer> => {
  const text = query.get("limit")
  if (text === null) return Either.right(usual)
  if (!/^-?\d{1,9}$/.test(text)) return Either.left(refusal(400, `Type mismatch: ${text}`))
  const limit = Number(text)
  if (limit > largest)
    return Either.left(
      refusal(400, `Parameter limit must be less than or equal to ${largest} (rejected value: ${limit})`)
    )
  return limit >= 1
    ? Either.right(limit)
    : Either.left(refusal(400, `Parameter limit must be greater than or equal to 1 (rejected value: ${limit})`))
}

/** Parses the page token; both spellings of the parameter are accepted (x-aliases in the specification). */
export const readPlace = (query: URLSearchParams, question: string): Either.Either<PagePlace | undefined, Answer> => {
  const token = query.get("pageToken") ?? query.get("page_token")
  if (token === null) return Either.right(undefined)
  return Option.match(decodePageToken(question, token), {
    onNone: () => Either.left(refusal(400, "Bad page token")),
    onSome: Either.right
  })
}

/** The fields of a JSON object, in which all integers are bigints. */
export type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Parses the required body, which must be an object. `null` counts as a missing body, as it does for Spring. */
export const readFields = (contentType: string | undefined, body: string): Either.Either<Fields, Answer> => {
  if (body === "") return Either.left(refusal(400, "Required request body is missing"))
  if (!/^application\/json\b/i.test(contentType ?? ""))
    return Either.left(refusal(415, `Unknown content-type: ${contentType ?? ""}`))
  return Either.try({
    try: () => parse(body, undefined, parseNumberAndBigInt),
    catch: (cause) => refusal(400, `JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
  }).pipe(
    Either.flatMap((value) => {
      if (value === null) return Either.left(refusal(400, "Required request body is missing"))
      return isFields(value) ? Either.right(value) : Either.left(refusal(400, "Illegal input at ''"))
    })
  )
}
