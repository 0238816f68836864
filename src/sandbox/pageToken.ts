import { Option } from "effect"

/** A place in a paged answer. `turn` distinguishes the tokens of cyclic paging. */
export interface PagePlace {
  readonly offset: number
  readonly turn: number
}

/**
 * Encodes a token that is valid only for one question. It ends with `==` like the only documented token
 * (eyBuZXh0SWQ6IDIzNDIgfQ==), so that a client has to encode it in the query.
 */
export const encodePageToken = (question: string, place: PagePlace): string => {
  const text = `${place.offset} ${place.turn} ${question}`
  // Base64 adds two padding characters when the length is 1 modulo 3.
  const padding = " ".repeat((3 + 1 - (Buffer.byteLength(text) % 3)) % 3)
  return Buffer.from(text + padding).toString("base64")
}

/** Decodes a token; none if it is invalid or belongs to another question. */
export const decodePageToken = (question: string, token: string): Option.Option<PagePlace> => {
  const match = /^(\d{1,9}) (\d{1,9}) (.*?) *$/.exec(Buffer.from(token, "base64").toString())
  const place = { offset: Number(match?.[1]), turn: Number(match?.[2]) }
  return match?.[3] === question && encodePageToken(question, place) === token ? Option.some(place) : Option.none()
}
