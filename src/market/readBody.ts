import { promisify } from "node:util"
import { brotliDecompress, gunzip, inflate } from "node:zlib"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { Effect, Option } from "effect"
import { maximumAnswer } from "./layerHttp.ts"

/** Sent as Accept-Encoding: without that header a server may use any coding (RFC 9110, 12.5.3). */
export const acceptedCodings = "gzip, deflate, br"

const decoders = new Map([
  ["gzip", promisify(gunzip)],
  ["x-gzip", promisify(gunzip)],
  ["deflate", promisify(inflate)],
  ["br", promisify(brotliDecompress)]
])

/** Why a body could not be decoded. */
export type BodyProblem = "cut" | "larger than 32 MB" | "of an unknown coding"

const problemOf = (error: unknown): BodyProblem => {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined
  if (code === "ERR_BUFFER_TOO_LARGE") return "larger than 32 MB"
  return code === "Z_BUF_ERROR" ? "cut" : "of an unknown coding"
}

const decodeOne = (body: Uint8Array, coding: string): Effect.Effect<Uint8Array, BodyProblem> =>
  Option.match(Option.fromNullable(decoders.get(coding)), {
    onNone: () => Effect.fail("of an unknown coding"),
    onSome: (decode) =>
      Effect.tryPromise({ try: () => decode(body, { maxOutputLength: maximumAnswer }), catch: problemOf })
  })

/**
 * An answer's body as text, decoded according to its Content-Encoding in reverse order of application. Decoding stops
 * with an error when the body exceeds the maximum size.
 */
export const readBody = (
  response: HttpClientResponse.HttpClientResponse
): Effect.Effect<string, HttpClientError.ResponseError | BodyProblem> => {
  const codings = (response.headers["content-encoding"] ?? "")
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity")
  if (codings.length === 0) return response.text
  return Effect.flatMap(response.arrayBuffer, (body) =>
    Effect.map(Effect.reduce(codings.reverse(), new Uint8Array(body), decodeOne), (decoded) =>
      new TextDecoder().decode(decoded)
    )
  )
}
