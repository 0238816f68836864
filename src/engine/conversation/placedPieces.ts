import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { CompiledPieceCues, PiecePlace } from "../rule/RuleSet.ts"
import type { BuyerWords } from "./BuyerWords.ts"
import { lastQuestion, type ShopMessage } from "./ShopMessage.ts"

/** A longer message of the buyer is about more than the missing piece. In words. */
const longestQuestion = 6

/**
 * The position of a piece in its number, as stated by its message or the buyer's question: "последние 4471",
 * "а начало?".
 */
export const placeOfPiece = (
  { placedBy }: CompiledPieceCues,
  message: ShopMessage,
  buyer: BuyerWords
): PiecePlace | undefined => {
  const stated = placeIn(placedBy, message.judgement.phrases.text)
  const question = lastQuestion(message)
  if (stated !== undefined || question === undefined) return stated
  const asked = buyer.read(question)
  return asked.tokens.length > longestQuestion ? undefined : placeIn(placedBy, asked)
}

/** The first position mentioned in a text. */
const placeIn = (
  { first, before, middle, last }: CompiledPieceCues["placedBy"],
  text: ClassifiedTokens
): PiecePlace | undefined => {
  let place: PiecePlace | undefined
  let earliest = Number.POSITIVE_INFINITY
  const places = [
    ["first", first],
    ["before", before],
    ["middle", middle],
    ["last", last]
  ] as const
  for (const [name, phrases] of places) {
    const start = phrases.match(text)[0]?.first ?? Number.POSITIVE_INFINITY
    if (start < earliest) [place, earliest] = [name, start]
  }
  return place
}

/** Sorts pieces into the order for dialling: each at its stated position, or else after the previous one. */
export const inStatedOrder = <Piece>(
  pieces: ReadonlyArray<Piece>,
  placeOf: (piece: Piece) => PiecePlace | undefined
): ReadonlyArray<Piece> => {
  const placed: Array<Piece> = []
  let latest = -1
  let hasFirst = false
  let hasLast = false
  for (const piece of pieces) {
    const place = placeOf(piece)
    const end = hasLast ? placed.length - 1 : placed.length
    let at = Math.min(latest + 1, end)
    if (place === "first") at = 0
    if (place === "before") at = Math.max(latest, 0)
    if (place === "middle") at = hasFirst ? 1 : end
    if (place === "last") at = placed.length
    hasFirst ||= place === "first"
    hasLast ||= place === "last"
    placed.splice(at, 0, piece)
    latest = at
  }
  return placed
}
