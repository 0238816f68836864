import { isApostrophe } from "../number/numberSigns.ts"
import type { AddressToken } from "./AddressToken.ts"
import { isPostOffice, officeOfPieces } from "./postOffices.ts"
import { topOfPieces } from "./spokenTops.ts"

/** The maximum number of pieces of a top-level domain or mail provider: "c o m", "эм эй ай эл". */
const mostPieces = 6

/**
 * Joins the pieces after a sign that form a top-level domain or mail provider into one label: "mebel-dub точка r u",
 * "точка эр у", "собака джи мейл".
 */
export const withSpelledLabels = (tokens: ReadonlyArray<AddressToken>): ReadonlyArray<AddressToken> => {
  let joined: Array<AddressToken> | undefined
  let index = 0
  while (index < tokens.length) {
    const token = tokens[index]
    if (token === undefined) break
    const label =
      token.kind === "label" && token.role === undefined
        ? (webName(tokens, index) ?? labelOfPieces(tokens, index) ?? declinedOffice(tokens, index))
        : undefined
    if (label === undefined) {
      joined?.push(token)
      index += 1
    } else {
      // Almost always nothing is joined, so nothing is copied.
      joined ??= tokens.slice(0, index)
      joined.push(label.token)
      index = label.next
    }
  }
  return joined ?? tokens
}

interface JoinedLabel {
  readonly token: AddressToken
  readonly next: number
}

const labelOfPieces = (tokens: ReadonlyArray<AddressToken>, first: number): JoinedLabel | undefined => {
  const blank = tokens[first - 1]?.kind === "blank"
  const before = tokens[blank ? first - 2 : first - 1]
  if (before?.role === "at" || before?.value === "@") return longestOf(tokens, first, officeOfPieces)
  const isAfterDot = before?.role === "dot" || (before?.value === "." && tokens[first - 3]?.kind === "blank")
  return isAfterDot ? longestOf(tokens, first, topOfPieces) : undefined
}

/** "www" as written, and the words of which at least one occurs whenever it is spoken. */
export const webWords: ReadonlyArray<string> = ["www", "ввв", "дабл", "даблю", "вэ"]

const webOpenings = new Set(["три", "3", "тройное", "тройная", "дабл", "даблю", "дабл-ю", "вэ", "дубль", "дубль-вэ"])

/** Spoken forms of www: "три дабл ю", "дабл ю дабл ю дабл ю". */
const webName = (tokens: ReadonlyArray<AddressToken>, index: number): JoinedLabel | undefined => {
  const token = tokens[index]
  if (token === undefined || !webOpenings.has(token.value)) return undefined
  let spoken = ""
  for (let last = index; last <= index + 10; last += 2) {
    const piece = tokens[last]
    if (piece?.kind !== "label") return undefined
    spoken += piece.value.replace("-", "")
    if (/^(?:(?:три|3|тройн(?:ое|ая))(?:даблю|вэ|дубльвэ|w)|(?:даблю|вэ|дубльвэ){3})$/.test(spoken)) {
      return { token: { ...token, value: "www", end: piece.end }, next: last + 1 }
    }
    if (tokens[last + 1]?.value !== " ") return undefined
  }
  return undefined
}

/** Joins a mail provider and its case ending after an apostrophe: "на gmail'е". */
const declinedOffice = (tokens: ReadonlyArray<AddressToken>, index: number): JoinedLabel | undefined => {
  const token = tokens[index]
  const ending = tokens[index + 2]
  if (token === undefined || ending === undefined || !isApostrophe((tokens[index + 1]?.value ?? " ").charCodeAt(0)))
    return undefined
  if (!/^(?:е|у|а|ом)$/.test(ending.value) || !isPostOffice(token.value)) return undefined
  return { token: { ...token, end: ending.end }, next: index + 3 }
}

/**
 * Joins the most pieces, separated by single blanks, that `read` recognizes together; a single piece only if `read`
 * changes it.
 */
const longestOf = (
  tokens: ReadonlyArray<AddressToken>,
  first: number,
  read: (pieces: ReadonlyArray<string>) => string | undefined
): JoinedLabel | undefined => {
  const opening = tokens[first]
  if (opening === undefined) return undefined
  let found: JoinedLabel | undefined
  const pieces: Array<string> = []
  for (let index = first; pieces.length < mostPieces; index += 2) {
    const piece = tokens[index]
    if (piece?.kind !== "label" || piece.role !== undefined) break
    pieces.push(...piece.value.split("-"))
    const value = read(pieces)
    if (value !== undefined && (pieces.length > 1 || value !== piece.value)) {
      found = { token: { ...opening, value, end: piece.end }, next: index + 1 }
    }
    if (tokens[index + 1]?.value !== " ") break
  }
  return found
}
