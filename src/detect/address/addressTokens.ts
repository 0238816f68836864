import { ideographBit, kindAt, letterBit, widthAt } from "../../text/characterKinds.ts"
import { type FoldedText, originalRange } from "../../text/FoldedText.ts"
import type { AddressToken } from "./AddressToken.ts"
import { isBlank } from "./isBlank.ts"
import { escapedAtLength, isEscapedAt } from "./isEscapedAt.ts"
import { pushLabel } from "./labelTokens.ts"
import { withSpelledLabels } from "./spelledLabels.ts"
import { ideographSign, isDog } from "./spelledSigns.ts"
import { mayHoldWraps, withoutWraps } from "./wrappedLabels.ts"

/** Splits a folded text into address tokens, in one pass. */
export const tokensOfAddresses = (folded: FoldedText): ReadonlyArray<AddressToken> => {
  const tokens = addressTokens(folded.text)
  return tokens.some((token) => isCircledAt(folded, token))
    ? tokens.map((token) => (isCircledAt(folded, token) ? { ...token, role: "at" } : token))
    : tokens
}

/** Ⓐ, ⓐ, 🅐 and 🅰. */
const circledAt = new Set([0x24b6, 0x24d0, 0x1f150, 0x1f170])

/** Whether a single circled "a", which resembles an @, stands alone. */
const isCircledAt = (folded: FoldedText, { value, start, end }: AddressToken): boolean =>
  value === "a" && circledAt.has(folded.original.codePointAt(originalRange(folded, { start, end }).start) ?? 0)

/** Splits part of a folded text into address tokens, in one pass. */
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
      const value = position === start + 1 && unit === 0x20 ? " " : text.slice(start, position)
      tokens.push({ kind: "blank", value, role: undefined, start, end: position })
    } else if (kind & ideographBit) {
      const sign = ideographSign(text, position)
      position += sign?.length ?? widthAt(text, position)
      tokens.push({ kind: "sign", value: text.slice(start, position), role: sign?.role, start, end: position })
    } else if (isEscapedAt(text, position)) {
      position += escapedAtLength
      tokens.push({ kind: "sign", value: "@", role: undefined, start, end: position })
    } else {
      position += widthAt(text, position)
      const value = text.slice(start, position)
      tokens.push({ kind: "sign", value, role: isDog(value) ? "at" : undefined, start, end: position })
    }
  }
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token !== undefined && isPartOfHost(tokens, index)) tokens[index] = { ...token, role: undefined }
  }
  return withSpelledLabels(mayHoldWraps(text) ? withoutWraps(tokens) : tokens)
}

/** "at.ru", "точка.рф": a word right before a dot and a name is itself a name. */
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

const endOfLabel = (text: string, from: number): number => {
  let position = from
  while (position < text.length) {
    const unit = text.charCodeAt(position)
    if (unit === 0x5f || kindAt(text, position) & letterBit) position += widthAt(text, position)
    else if (isHyphen(unit)) {
      // Hyphens belong to a label if it continues after them.
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
