import { Option } from "effect"

/** A place in a paged answer. `turn` tells apart the tokens of a paging that goes in circles. */
export interface PagePlace {
  readonly offset: number
  readonly turn: number
}

/**
 * Writes a token that is good only for the question it was given for. It ends with `==`, as the one token that the
 * documentation once showed did (eyBuZXh0SWQ6IDIzNDIgfQ==), so that a client must encode it for the query.
 */
export const encodePageToken = (question: string, place: PagePlace): string => {
  const text = `${place.offset} ${place.turn} ${question}`
  // Base64 pads with two signs when one byte is left over after the groups of three.
  const padding = " ".repeat((3 + 1 - (Buffer.byteLength(text) % 3)) % 3)
  return Buffer.from(text + padding).toString("base64")
}

/** Reads a token; none when it is not one of ours, or was given for another question. */
export const decodePageToken = (question: string, token: string): Option.Option<PagePlace> => {
  const match = /^(\d{1,9}) (\d{1,9}) (.*?) *$/.exec(Buffer.from(token, "base64").toString())
  const place = { offset: Number(match?.[1]), turn: Number(match?.[2]) }
  return match?.[3] === question && encodePageToken(question, place) === token ? Option.some(place) : Option.none()
}
