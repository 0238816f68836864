import type { FoldedText, TextRange } from "../text/FoldedText.ts"
import type { AddressToken } from "./address/AddressToken.ts"
import { jointAt } from "./address/addressJoint.ts"
import { addressTokens } from "./address/addressTokens.ts"
import type { SignRole } from "./address/spelledSigns.ts"
import { spokenTop } from "./address/spokenTops.ts"
import { isTop } from "./address/topLevels.ts"
import type { NumberRun } from "./number/NumberRun.ts"
import { digitCount } from "./number/numberPieces.ts"
import { spokenDigits } from "./number/spokenDigits.ts"

/** A part of a number that may go on in another message. Offsets into the folded text. */
export interface NumberPieceOfContact extends TextRange {
  readonly kind: "number"
  /** The likeliest digits. */
  readonly digits: string
  readonly plus: boolean
  /** Whether a number word is among them. */
  readonly spoken: boolean
}

/** A part of a host or a mailbox that may go on in another message. Offsets into the folded text. */
export interface AddressPieceOfContact extends TextRange {
  readonly kind: "address"
  /** Labels and signs as they are typed: "точка ру" is ".ru", "собака" is "@". */
  readonly typed: string
}

export type ContactPiece = NumberPieceOfContact | AddressPieceOfContact

/** A run of more digits is no part of a contact. */
const mostDigits = 19

/**
 * The pieces of contacts that a message holds, also those that are too short to be a contact by themselves ("8 926", "точка ру",
 * "mir-gitar"), in the order of the text. A Latin word is a piece of an address only when it makes up the whole message or a sign of an
 * address touches it.
 */
export const contactPieces = (folded: FoldedText, runs: ReadonlyArray<NumberRun>): ReadonlyArray<ContactPiece> => {
  const numbers = runs.flatMap((run): ReadonlyArray<ContactPiece> => {
    if (run.parts.length > mostDigits || digitCount(run, 0, run.parts.length) > mostDigits * 2) return []
    const [digits = ""] = spokenDigits(run, 0, run.parts.length)
    if (digits === "" || digits.length > mostDigits) return []
    const spoken = run.parts.some(({ numeral }) => numeral !== undefined)
    return [{ kind: "number", digits, plus: run.plus, spoken, start: run.start, end: run.end }]
  })
  const pieces = [...numbers, ...addressPieces(folded.text)]
  return pieces.sort((one, other) => one.start - other.start)
}

/** More labels in a row are prose. */
const mostLabels = 8

const addressPieces = (text: string): ReadonlyArray<AddressPieceOfContact> => {
  const tokens = addressTokens(text).filter(
    ({ kind }, index, all) => kind !== "blank" || (index > 0 && index < all.length - 1)
  )
  const found: Array<AddressPieceOfContact> = []
  let index = 0
  while (index < tokens.length) {
    const piece = pieceFrom(tokens, index, tokens.length)
    if (piece !== undefined) found.push(piece.piece)
    index = piece?.next ?? index + 1
  }
  return found
}

const typedSigns: Record<SignRole, string> = { dot: ".", at: "@", slash: "/", dash: "-", underscore: "_" }

/** The sign that a token is or spells. */
const signAt = (token: AddressToken | undefined): string | undefined => {
  if (token === undefined || token.kind === "blank") return undefined
  if (token.role !== undefined) return typedSigns[token.role]
  return token.kind === "sign" && (token.value === "." || token.value === "@" || token.value === "/")
    ? token.value
    : undefined
}

/** A stretch of labels with signs between them, with a sign before the first or after the last, or a word that is all there is. */
const pieceFrom = (
  tokens: ReadonlyArray<AddressToken>,
  first: number,
  end: number
): { readonly piece: AddressPieceOfContact; readonly next: number } | undefined => {
  const opening = tokens[first]
  if (opening === undefined || opening.kind === "blank") return undefined
  const leading = signAt(opening)
  let index = first
  let typed = ""
  if (leading !== undefined) {
    typed = leading
    index += 1
    if (tokens[index]?.kind === "blank") index += 1
  }
  let last = opening
  let labels = 0
  let top = false
  for (let label = tokens[index]; label !== undefined && label.kind === "label" && label.role === undefined; ) {
    const isLast = label
    typed += spokenTop(label.value) ?? label.value
    labels += 1
    top = isTop(label.value) || spokenTop(label.value) !== undefined
    last = isLast
    const joint = labels < mostLabels ? jointAt(tokens, index + 1) : undefined
    if (joint === undefined || joint.form === "beforeBlank" || joint.form === "comma") {
      index += 1
      break
    }
    typed += typedSigns[joint.role]
    index = joint.next
    label = tokens[index]
  }
  const trailing = labels > 0 && index < end && index + 1 >= end ? signAt(tokens[index]) : undefined
  if (trailing !== undefined) {
    typed += trailing
    last = tokens[index] ?? last
    index += 1
  }
  const whole = first === 0 && index >= end
  const signs = leading !== undefined || trailing !== undefined || labels > 1
  if (labels === 0 && !(whole && leading !== undefined)) return undefined
  if (labels > 0 && !whole && !(leading === "." && top) && leading !== "@" && labels < 2) return undefined
  if (!signs && !/[a-z]/.test(opening.value)) return undefined
  return { piece: { kind: "address", typed, start: opening.start, end: last.end }, next: Math.max(index, first + 1) }
}
