import { ideographBit, kindAt, letterBit, widthAt } from "../text/characterKinds.ts"
import { type FoldedText, originalRange, type TextRange } from "../text/FoldedText.ts"
import { ideographSign, isDog, type SignRole, signRoleOf, spokenTop } from "./spelledSigns.ts"

import { isTrustedTop } from "./topLevels.ts"

/** A piece of a text as addresses are made of: a label of letters and digits, a blank, a sign. Offsets into the folded text. */
export interface AddressToken extends TextRange {
  readonly kind: "label" | "blank" | "sign"
  readonly value: string
  /** What a word or an ideograph spells, or a dog's picture. */
  readonly role: SignRole | undefined
}

/** "shop-точка-ру" and "shop_dot_ru": spelled signs tied on with hyphens. */
const tiedSign = /[-_](точка|тчк|дот|dot|собака|собачка|at|слэш|слеш|slash)[-_]/

/** Cuts a folded text into the pieces of addresses, in one pass. */
export const tokensOfAddresses = (folded: FoldedText): ReadonlyArray<AddressToken> =>
  addressTokens(folded.text).map((token) => (isCircledAt(folded, token) ? { ...token, role: "at" } : token))

/** Ⓐ, ⓐ and 🅐 */
const circledAt = new Set([0x24b6, 0x24d0, 0x1f150])

/** Whether a circled "a" stands alone: it looks like an @. */
const isCircledAt = (folded: FoldedText, { value, start, end }: AddressToken): boolean =>
  value === "a" && circledAt.has(folded.original.codePointAt(originalRange(folded, { start, end }).start) ?? 0)

/** Cuts a stretch of a folded text into the pieces of addresses, in one pass. */
export const addressTokens = (text: string): ReadonlyArray<AddressToken> => {
  const tokens: Array<AddressToken> = []
  let position = 0
  while (position < text.length) {
    const start = position
    const unit = text.charCodeAt(position)
    const kind = kindAt(text, position)
    if (kind & letterBit || unit === 0x5f) {
      position = endOfLabel(text, position)
      pushLabel(tokens, text.slice(start, position), start)
    } else if (isBlank(unit)) {
      while (position < text.length && isBlank(text.charCodeAt(position))) position += 1
      tokens.push({ kind: "blank", value: text.slice(start, position), role: undefined, start, end: position })
    } else if (kind & ideographBit) {
      const sign = ideographSign(text, position)
      position += sign?.length ?? widthAt(text, position)
      tokens.push({ kind: "sign", value: text.slice(start, position), role: sign?.role, start, end: position })
    } else {
      position += widthAt(text, position)
      const value = text.slice(start, position)
      tokens.push({ kind: "sign", value, role: isDog(value) ? "at" : undefined, start, end: position })
    }
  }
  return withSpacedTops(
    tokens.map((token, index) => (isPartOfHost(tokens, index) ? { ...token, role: undefined } : token))
  )
}

/** "c o m", "р у": a top level's letters. */
const mostTopLetters = 6

/** Makes one label of single letters after a sign that are a top level together: "mebel-dub точка r u". */
const withSpacedTops = (tokens: ReadonlyArray<AddressToken>): ReadonlyArray<AddressToken> => {
  const joined: Array<AddressToken> = []
  let index = 0
  while (index < tokens.length) {
    const token = tokens[index]
    if (token === undefined) break
    const top = isSingleLetter(token) ? spacedTopAt(tokens, index) : undefined
    if (top === undefined) {
      joined.push(token)
      index += 1
    } else {
      joined.push(top.token)
      index = top.next
    }
  }
  return joined
}

const isSingleLetter = (token: AddressToken | undefined): boolean =>
  token?.kind === "label" && token.end - token.start === 1

const spacedTopAt = (
  tokens: ReadonlyArray<AddressToken>,
  first: number
): { readonly token: AddressToken; readonly next: number } | undefined => {
  const before = tokens[first - 1]?.kind === "blank" ? tokens[first - 2] : tokens[first - 1]
  if (before?.role !== "dot" && !(before?.value === "." && tokens[first - 3]?.kind === "blank")) return undefined
  let value = ""
  let last = first
  for (let index = first; isSingleLetter(tokens[index]) && value.length < mostTopLetters; index += 2) {
    value += tokens[index]?.value ?? ""
    last = index
    if (tokens[index + 1]?.value !== " ") break
  }
  const opening = tokens[first]
  const closing = tokens[last]
  if (opening === undefined || closing === undefined || value.length < 2) return undefined
  if (!isTrustedTop(value) && spokenTop(value) === undefined) return undefined
  return { token: { ...opening, value, end: closing.end }, next: last + 1 }
}

/** "at.ru", "точка.рф": a word right before a dot and a name is a name itself. */
const isPartOfHost = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => {
  const next = tokens[index + 2]
  return (
    tokens[index]?.kind === "label" &&
    tokens[index]?.role !== undefined &&
    tokens[index + 1]?.value === "." &&
    next?.kind === "label" &&
    next.role === undefined
  )
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d

const endOfLabel = (text: string, from: number): number => {
  let position = from
  while (position < text.length) {
    const unit = text.charCodeAt(position)
    if (unit === 0x5f || kindAt(text, position) & letterBit) position += widthAt(text, position)
    else if (isHyphen(unit)) {
      // Hyphens belong to a label when it goes on after them.
      let after = position
      while (isHyphen(text.charCodeAt(after))) after += 1
      if (after >= text.length || !(kindAt(text, after) & letterBit)) break
      position = after
    } else break
  }
  return position
}

/** - and the hyphens U+2010 and U+2011. */
const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011

const pushLabel = (tokens: Array<AddressToken>, value: string, start: number): void => {
  const tied = tiedSign.exec(value)
  if (tied === null || tied.index === 0) {
    tokens.push({ kind: "label", value, role: signRoleOf(value), start, end: start + value.length })
    return
  }
  const sign = start + tied.index
  const rest = sign + tied[0].length
  const word = tied[1] ?? ""
  tokens.push({ kind: "label", value: value.slice(0, tied.index), role: undefined, start, end: sign })
  tokens.push({ kind: "label", value: word, role: signRoleOf(word), start: sign, end: rest })
  pushLabel(tokens, value.slice(rest - start), rest)
}
