import { digitBit, kindOf, latinBit, letterBit } from "../../text/characterKinds.ts"
import { isBlank } from "../address/isBlank.ts"
import { isEscapedAt } from "../address/isEscapedAt.ts"
import { gluedEnd } from "../address/labelTokens.ts"
import { isPostOffice, nickOfOffice } from "../address/postOffices.ts"
import { reversedTops } from "../address/reversedStretches.ts"
import { webWords } from "../address/spelledLabels.ts"
import {
  bracketedRoleOf,
  isDomainAdjective,
  isDotNoun,
  isThickDot,
  nameEnd,
  type SignRole,
  signRoleOf
} from "../address/spelledSigns.ts"
import { spokenTop } from "../address/spokenTops.ts"
import { isDotlessTop, isSureTop, isTop, isTopBeforePage, typedTop } from "../address/topLevels.ts"

/** Whether the word at `position` belongs to a spelled address: "www", "точка", "собака". */
export const isAddressWord = (text: string, position: number): boolean => {
  const word = labelFrom(text, position)
  const hyphen = word.indexOf("-")
  const first = hyphen < 0 || signRoleOf(word) !== undefined ? word : word.slice(0, hyphen)
  const role = signRoleOf(first)
  // "at" and "эт" have many other uses.
  if (role === "at" && first.length === 2) return isPostOffice(labelFrom(text, position + 3))
  if (role === "at") return isTopWithinWords(text, position + first.length)
  if (first === fullStop && text.startsWith(" stop", position + first.length))
    return isTopRightAfter(text, position + 9)
  if (isDomainAdjective(first)) return isTopWithinWords(text, position + first.length)
  if (isDotNoun(first) || first === nameEnd) return isTopRightAfter(text, position + first.length)
  if (webWords.includes(first) || role === "dot" || role === "slash") return true
  return (role === "underscore" || isDistinctOffice(word)) && isLatinNear(text, position, position + word.length)
}

/** The first word of "full stop". */
export const fullStop = "full"

/** A dash is no evidence, because a host has a dot as well; nor is an underscore, which may belong to an account. */
export const isAddressRole = (role: SignRole | undefined): boolean => role !== undefined && role !== "dash"

/** Shorter names of mail providers have other meanings too. */
export const shortestOffice = 4

/** Whether a word names a mail provider and is hardly used otherwise. */
const isDistinctOffice = (word: string): boolean =>
  word.length >= shortestOffice && (isPostOffice(word) || nickOfOffice(word) !== undefined)

/** The maximum distance between a mailbox's name and its provider, in UTF-16 units. */
const farthestName = 96

/** Whether there is a Latin letter near a word, outside it. */
const isLatinNear = (text: string, start: number, end: number): boolean => {
  const before = Math.max(0, start - farthestName)
  for (let position = start - 1; position >= before; position--) {
    if (kindOf(text.charCodeAt(position)) & latinBit) return true
  }
  const after = Math.min(text.length, end + farthestName)
  for (let position = end; position < after; position++) {
    if (kindOf(text.charCodeAt(position)) & latinBit) return true
  }
  return false
}

/** Whether a top-level domain follows after blanks. */
const isTopRightAfter = (text: string, end: number): boolean =>
  isBlank(text.charCodeAt(end)) && isTopAfter(text, afterBlanks(text, end))

/** The length of the longest match of `gluedEnd`: "точкаком". */
const longestGluedEnd = 8

/** Whether a word ends with a spelled dot and top-level domain, as in "теплицаточкару". */
export const isGluedAddress = (text: string, start: number, end: number): boolean => {
  if (end - start < longestGluedEnd) return false
  // у ф м г u m t g in either case: the last letters of these top-level domains.
  const last = text.charAt(end - 1).toLowerCase()
  return "уфмгumtg".includes(last) && gluedEnd.test(text.slice(end - longestGluedEnd, end))
}

/** Whether a lower-case word may belong to a spelled address in some context. */
export const mayBeAddressWord = (word: string): boolean =>
  webWords.includes(word) ||
  word === fullStop ||
  isDotNoun(word) ||
  isDomainAdjective(word) ||
  word === nameEnd ||
  isDistinctOffice(word) ||
  isAddressRole(signRoleOf(word))

/** Whether a top-level domain stands at `position` after one blank, as in "dns-shop ru". */
export const isDotlessTopAt = (text: string, position: number): boolean => {
  if (text.charCodeAt(position - 1) !== 0x20) return false
  let end = position + 2
  while (end < position + 4 && kindOf(text.charCodeAt(end)) & letterBit) end += 1
  const label = text.slice(position, end).toLowerCase()
  return end < position + 4 && (isDotlessTop(label) || (isTopBeforePage(label) && text.charAt(end) === "/"))
}

/** The maximum number of words between a spelled @ and the top-level domain: "собака мейл точка ру". */
const wordsToTop = 6

/**
 * Whether a top-level domain or a mail provider is among the next words, which shows that "собака" means @ and not a
 * dog.
 */
const isTopWithinWords = (text: string, from: number): boolean => {
  let position = from
  for (let word = 0; word < wordsToTop; word++) {
    while (position < text.length && (kindOf(text.charCodeAt(position)) & letterBit) === 0) position += 1
    const label = labelFrom(text, position)
    if (label === "") return false
    if (isTop(label) || spokenTop(label) !== undefined || isPostOffice(label)) return true
    position += label.length
  }
  return false
}

/** 点 (dot), and 艾 of 艾特 (at). */
export const isAddressIdeograph = (unit: number): boolean => unit === 0x70b9 || unit === 0x827e

/** Whether a sign beyond ASCII is not a blank, quotation mark or dash: « », and those from U+2010 to U+2026. */
export const isPicture = (unit: number): boolean =>
  unit !== 0xa0 && unit !== 0xab && unit !== 0xbb && (unit < 0x2010 || unit > 0x2026 || unit === 0x2022)

/**
 * Whether the sign at `position` may belong to an address: an @, the slashes of a scheme, or a dot or its substitute
 * before a top-level domain.
 */
export const isAddressSign = (text: string, position: number, unit: number): boolean => {
  switch (unit) {
    case 0x40: // @
      return true
    case 0x2e: // .
    case 0x3002: {
      const following = text.charCodeAt(position + 1)
      const next = kindOf(following)
      if (next & digitBit) return mayBeIpAddress(text, position) || isTopAfter(text, position + 1)
      if (next & letterBit) return isTopAfter(text, position + 1) || isReversedTopBefore(text, position)
      // "k-o-v-k-a-.-r-u", "2-.-r-u"
      if (
        following === text.charCodeAt(position - 1) &&
        !isBlank(following) &&
        (following === text.charCodeAt(position - 3) || following === text.charCodeAt(position + 3))
      )
        return true
      if (wraps.includes(text.charAt(position + 1))) return isTopAfter(text, position + 2)
      if (following === 0x5f) return true
      if (following === 0x2e || following === 0x3002)
        return !isDot(text.charCodeAt(position - 1)) && isTopAfterDots(text, position + 2)
      if (!isBlank(following)) return false
      // "s h o p . r u" and "t . me"; "shop. ru"
      return isBlank(text.charCodeAt(position - 1))
        ? mayBeTopAfter(text, afterBlanks(text, position + 1))
        : isSureTopAfter(text, afterBlanks(text, position + 1))
    }
    case 0x2f: // /
      return text.charCodeAt(position + 1) === 0x2f
    case 0x2c: // ,
      return isSureTopAfter(text, position + 1) || isPathAfterTop(text, position + 1)
    case 0x25: // %
      return isEscapedAt(text, position)
    case 0x7c: // |
    case 0x3a: // :
    case 0x3d: // =
    case 0x7e: // ~
    case 0x27: // '
    case 0x5e: // ^
    case 0x3b: // ;
    case 0x3e: // >
    case 0x2b: // +
    case 0x5c: // \
      return (kindOf(text.charCodeAt(position + 1)) & letterBit) !== 0 && isDotlessTop(labelFrom(text, position + 1))
    case 0x28: // (
    case 0x5b: // [
    case 0x7b: // {
    case 0x3c: // <
    case 0x300c: // 「
    case 0x3010: // 【
    case 0x300e: // 『
    case 0x300a: // 《
    case 0x3008: // 〈
    case 0x3014: // 〔
      return mayBeBracketedSign(text, position)
    default:
      return isDotLike(text, position, position + 1)
  }
}

/** Brackets and quotation marks that may enclose the top-level domain after a dot. */
const wraps = "([{<\"'«“„‘"

const mostDots = 4

/** . and 。 */
const isDot = (unit: number): boolean => unit === 0x2e || unit === 0x3002

const isTopAfterDots = (text: string, from: number): boolean => {
  let position = from
  while (position - from < mostDots && isDot(text.charCodeAt(position))) position += 1
  return (kindOf(text.charCodeAt(position)) & letterBit) !== 0 && isTopAfter(text, position)
}

/** Whether a reversed top-level domain precedes the dot at `position`: "ur.akvok". */
const isReversedTopBefore = (text: string, position: number): boolean => {
  let start = position
  while (position - start < 4 && start > 0 && (kindOf(text.charCodeAt(start - 1)) & letterBit) !== 0) start -= 1
  return reversedTops.includes(text.slice(start, position).toLowerCase())
}

const mayBeIpAddress = (text: string, position: number): boolean =>
  (kindOf(text.charCodeAt(position - 1)) & digitBit) !== 0 &&
  /^\d{1,3}\.\d{1,3}\.\d{1,3}/.test(text.slice(position + 1, position + 12))

/** The longest top-level domains, in punycode, have about twenty letters. */
const longestTop = 24

const labelFrom = (text: string, from: number): string => {
  let end = from
  while (end < text.length && end - from < longestTop) {
    const unit = text.charCodeAt(end)
    if ((kindOf(unit) & letterBit) === 0 && unit !== 0x2d) break
    end += 1
  }
  while (end > from && text.charCodeAt(end - 1) === 0x2d) end -= 1
  return text.slice(from, end).toLowerCase()
}

const isTopAfter = (text: string, from: number): boolean => {
  const label = labelFrom(text, from)
  return isTop(typedTop(label)) || spokenTop(label) !== undefined
}

/** Whether a top-level domain follows, or the first letter of one written with gaps. */
const mayBeTopAfter = (text: string, from: number): boolean =>
  labelFrom(text, from).length === 1 || isTopAfter(text, from)

/**
 * Whether a top-level domain follows for which a comma or blank may replace or follow the dot: "maslovoz,ru",
 * "shop. ru", but not "хорошо,но", "the end. It is".
 */
const isSureTopAfter = (text: string, from: number): boolean => {
  const first = text.charCodeAt(from)
  // All of them except рф begin with a Latin letter.
  if ((kindOf(first) & latinBit) === 0 && first !== 0x440 && first !== 0x420) return false
  const label = labelFrom(text, from)
  return isSureTop(label) || label === "net" || label === "me" || label === "ру"
}

/** "bit,ly/kovka" */
const isPathAfterTop = (text: string, from: number): boolean => {
  const label = labelFrom(text, from)
  return label.length > 1 && text.charCodeAt(from + label.length) === 0x2f && isTop(label)
}

/** The maximum length of a sign in brackets, in UTF-16 units. */
const longestBracketed = 20

/** "(at)", "[.]", "(собака)" */
const mayBeBracketedSign = (text: string, position: number): boolean => {
  const inner = text.slice(position + 1, position + 1 + longestBracketed)
  const closes = inner.search(/[)\]}>」】』》〉〕]/)
  return closes > 0 && bracketedRoleOf(inner.slice(0, closes).trim().toLowerCase()) !== undefined
}

/**
 * Whether a picture or symbol may stand for a dot: a letter or digit precedes it and a top-level domain follows, as in
 * "shop🔴ru".
 */
export const isDotLike = (text: string, start: number, end: number): boolean => {
  if (!isThickDot(text.slice(start, end))) {
    return (kindOf(text.charCodeAt(start - 1)) & letterBit) !== 0 && isTopAfter(text, end)
  }
  let before = start - 1
  while (start - before <= mostBlanks && isBlank(text.charCodeAt(before))) before -= 1
  return (kindOf(text.charCodeAt(before)) & letterBit) !== 0 && isTopAfter(text, afterBlanks(text, end))
}

/** More blanks than this separate two words, regardless of the sign among them. */
const mostBlanks = 4

/** The first position after the blanks at `position`, skipping a limited number of them. */
const afterBlanks = (text: string, position: number): number => {
  let end = position
  while (end - position < mostBlanks && isBlank(text.charCodeAt(end))) end += 1
  return end
}
