import { digitBit, kindOf, latinBit, letterBit } from "../text/characterKinds.ts"
import { bracketedRoleOf, isPostOffice, isThickDot, signRoleOf, spokenTop } from "./spelledSigns.ts"
import { isDotlessTop, isSureTop, isTop } from "./topLevels.ts"

/** Whether a word at `position` is one of an address that is spelled: "www", "точка", "собака". */
export const isAddressWord = (text: string, position: number): boolean => {
  const word = labelFrom(text, position)
  const hyphen = word.indexOf("-")
  const first = hyphen < 0 ? word : word.slice(0, hyphen)
  const role = signRoleOf(first)
  // "at" and "эт" are words of many kinds.
  if (role === "at" && first.length === 2) return isPostOffice(labelFrom(text, position + 3))
  if (role === "at") return isTopWithinWords(text, position + first.length)
  return first === "www" || first === "ввв" || role === "dot"
}

/** Whether a word in small letters may be one of an address that is spelled, whatever stands around it. */
export const mayBeAddressWord = (word: string): boolean =>
  word === "www" || word === "ввв" || signRoleOf(word) !== undefined

/** Whether a top level stands at `position` after one blank, as in "dns-shop ru". */
export const isDotlessTopAt = (text: string, position: number): boolean => {
  if (text.charCodeAt(position - 1) !== 0x20) return false
  let end = position + 2
  while (end < position + 4 && kindOf(text.charCodeAt(end)) & letterBit) end += 1
  return end < position + 4 && isDotlessTop(text.slice(position, end).toLowerCase())
}

/** So many words may stand between a spoken @ and the top level: "собака мейл точка ру". */
const wordsToTop = 6

/** Whether a top level stands among the next words: nobody talks of a dog so. */
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

/** 点, and 艾 of 艾特. */
export const isAddressIdeograph = (unit: number): boolean => unit === 0x70b9 || unit === 0x827e

/** No blank, quote or dash of prose: « », and those from U+2010 to U+2026. */
export const isPicture = (unit: number): boolean =>
  unit !== 0xa0 && unit !== 0xab && unit !== 0xbb && (unit < 0x2010 || unit > 0x2026 || unit === 0x2022)

/** Whether the sign at `position` may be one of an address: an @, a scheme's slashes, a dot or what is written for one before a top level. */
export const tellsAddress = (text: string, position: number, unit: number): boolean => {
  switch (unit) {
    case 0x40: // @
      return true
    case 0x2e: // .
    case 0x3002: {
      const following = text.charCodeAt(position + 1)
      const next = kindOf(following)
      if (next & digitBit) return mayBeIpAddress(text, position) || isTopAfter(text, position + 1)
      if (next & letterBit) return isTopAfter(text, position + 1)
      if (following === 0x2e) return text.charCodeAt(position - 1) !== 0x2e && isTopAfterDots(text, position + 2)
      if (!isBlank(following)) return false
      // "s h o p . r u" and "t . me"; "shop. ru"
      return isBlank(text.charCodeAt(position - 1))
        ? mayBeTopAfter(text, afterBlanks(text, position + 1))
        : isSureTopAfter(text, afterBlanks(text, position + 1))
    }
    case 0x2f: // /
      return text.charCodeAt(position + 1) === 0x2f
    case 0x2c: // ,
      return isSureTopAfter(text, position + 1)
    case 0x28: // (
    case 0x5b: // [
    case 0x7b: // {
    case 0x3c: // <
      return mayBeBracketedSign(text, position)
    default:
      return isDotLike(text, position, position + 1)
  }
}

const mostDots = 4

const isTopAfterDots = (text: string, from: number): boolean => {
  let position = from
  while (position - from < mostDots && text.charCodeAt(position) === 0x2e) position += 1
  return (kindOf(text.charCodeAt(position)) & letterBit) !== 0 && isTopAfter(text, position)
}

const mayBeIpAddress = (text: string, position: number): boolean =>
  (kindOf(text.charCodeAt(position - 1)) & digitBit) !== 0 &&
  /^\d{1,3}\.\d{1,3}\.\d{1,3}/.test(text.slice(position + 1, position + 12))

/** The longest top level, in punycode, has some twenty letters. */
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
  return isTop(label) || spokenTop(label) !== undefined
}

/** A top level, or the first letter of one whose letters are set apart. */
const mayBeTopAfter = (text: string, from: number): boolean =>
  labelFrom(text, from).length === 1 || isTopAfter(text, from)

/** A comma or a blank is taken for a part of a dot before these only: "maslovoz,ru", "shop. ru", but not "хорошо,но", "the end. It is". */
const isSureTopAfter = (text: string, from: number): boolean => {
  const first = text.charCodeAt(from)
  // All of them begin with a Latin letter but рф.
  if ((kindOf(first) & latinBit) === 0 && first !== 0x440 && first !== 0x420) return false
  const label = labelFrom(text, from)
  return isSureTop(label) || label === "net" || label === "me" || label === "ру"
}

const bracketedOpenings = "@.。/-_aаэесгdnтзk点艾小at["

/** "(at)", "[.]", "(собака)"; the words in other brackets are longer or begin otherwise. */
const mayBeBracketedSign = (text: string, position: number): boolean => {
  const start = text.charCodeAt(position + 1) === 0x20 ? position + 2 : position + 1
  if (!bracketedOpenings.includes(text.charAt(start).toLowerCase())) return false
  const closes = text.slice(start, start + 16).search(/[)\]}>]/)
  return (
    closes > 0 &&
    bracketedRoleOf(
      text
        .slice(start, start + closes)
        .trim()
        .toLowerCase()
    ) !== undefined
  )
}

/** Whether a picture may stand for a dot: letters or digits stand right before it, and a top level right after: "shop🔴ru". */
export const isDotLike = (text: string, start: number, end: number): boolean => {
  if (!isThickDot(text.slice(start, end))) {
    return (kindOf(text.charCodeAt(start - 1)) & letterBit) !== 0 && isTopAfter(text, end)
  }
  let before = start - 1
  while (start - before <= mostBlanks && isBlank(text.charCodeAt(before))) before -= 1
  return (kindOf(text.charCodeAt(before)) & letterBit) !== 0 && isTopAfter(text, afterBlanks(text, end))
}

/** More blanks part two words, whatever sign stands among them. */
const mostBlanks = 4

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d

/** The first place behind the blanks at `position`, but for those that are too many. */
const afterBlanks = (text: string, position: number): number => {
  let end = position
  while (end - position < mostBlanks && isBlank(text.charCodeAt(end))) end += 1
  return end
}
