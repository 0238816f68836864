import { commonUnits } from "./characterKinds.ts"
import { characterReference } from "./characterReference.ts"
import { decimalValue } from "./decimalValue.ts"
import type { FoldedText } from "./FoldedText.ts"
import { styledForm } from "./styledForms.ts"

/** Invisible characters: format characters and everything that renderers ignore by default (Default_Ignorable). */
const invisible = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u

/** Combining marks, including variation selectors and the enclosing keycap. */
const combining = /^\p{M}$/u

/** A variation selector or an enclosing mark that only styles the character before it, as in the keycap "8️⃣". */
const styling = /^[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u20DD-\u20E4]$/u

/** A mark that composition leaves on a letter of these scripts is decoration: "т̶е̶л". */
const unmarkedBase = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]\p{Mn}+$/u

/**
 * The maximum number of consecutive marks that are composed (the Stream-Safe Text Format of UAX 15 allows 30): ordering
 * thousands of marks on one letter would take quadratic time.
 */
const maximumMarks = 30

/** BRAILLE PATTERN BLANK looks like a blank but is classified as a symbol. */
const brailleBlank = 0x2800

/**
 * Whether a character is drawn as nothing. HANGUL FILLERs (letters by category) and the braille blank are used to
 * separate letters invisibly.
 */
const isUnseen = (codePoint: number, character: string): boolean =>
  codePoint === brailleBlank || invisible.test(character) || styling.test(character)

/** FRACTION SLASH, DIVISION SLASH, BIG SOLIDUS and BOX DRAWINGS LIGHT DIAGONAL look like a slash. */
const slashes = new Set([0x2044, 0x2215, 0x29f8, 0x2571])

/**
 * Per UTF-16 unit, whether it folds to itself or to its lower-case letter in any context, computed by page (256 units)
 * on first use. A unit followed by a mark does not fold alone, but the mark itself is never settled.
 */
const settledPages: Array<Uint8Array | undefined> = new Array(256)

const settledPage = (page: number): Uint8Array =>
  (settledPages[page] ??= Uint8Array.from({ length: 256 }, (_, low) => (isSettled(page * 256 + low) ? 1 : 0)))

const isSettled = (unit: number): boolean => {
  // "&" may start a character reference; the lower case of "Σ" depends on its neighbours; a surrogate is half a
  // character.
  if (unit === 0x26 || unit === 0x3a3 || (unit >= 0xd800 && unit <= 0xdfff)) return false
  const character = String.fromCharCode(unit)
  if (isUnseen(unit, character) || combining.test(character) || styledForm(unit) !== undefined) return false
  if (slashes.has(unit)) return false
  // NFKC would turn "№" into "No", which would merge with the number after it, so it is kept.
  if (unit === 0x2116) return true
  return (
    decimalValue(unit) === undefined &&
    character.normalize("NFKC") === character &&
    character.toLowerCase().length === 1
  )
}

const settledCommon = Uint8Array.from({ length: commonUnits }, (_, unit) => (isSettled(unit) ? 1 : 0))

/**
 * Whether a UTF-16 unit folds to itself or to its lower-case letter. A text of such units only is folded by
 * lower-casing.
 */
export const isSettledUnit = (unit: number): boolean =>
  unit < commonUnits ? settledCommon[unit] === 1 : isSettledRare(unit)

/**
 * Pictographs outside the Basic Multilingual Plane fold to themselves. Flags (regional indicators) come before this
 * range.
 */
export const isPictureCodePoint = (codePoint: number): boolean => codePoint >= 0x1f300 && codePoint <= 0x1faff

/**
 * Makes a text comparable in one pass: applies NFKC and lower case, turns digits of any script into ASCII digits,
 * styled letters into plain ones and HTML character references into their characters, and drops invisible characters
 * and decorative marks. Each unit of the result maps back to the original characters.
 */
export const fold = (original: string): FoldedText => {
  const first = settledUpTo(original, 0)
  return first === original.length ? { original, text: original.toLowerCase() } : foldFrom(original, first)
}

const isSettledRare = (unit: number): boolean => (settledPages[unit >> 8] ?? settledPage(unit >> 8))[unit & 0xff] === 1

/** The first offset at or after `from` of a unit that is not settled. */
const settledUpTo = (text: string, from: number): number => {
  const { length } = text
  let position = from
  while (position < length) {
    const unit = text.charCodeAt(position)
    if (unit < commonUnits ? settledCommon[unit] === 0 : !isSettledRare(unit)) break
    position += 1
  }
  return position
}

/** @param first the offset of the first unit that is not settled. */
const foldFrom = (original: string, first: number): FoldedText => {
  let text = ""
  const starts: Array<number> = []
  const ends: Array<number> = []
  let moved = false
  const keep = (from: number, to: number): void => {
    text += original.slice(from, to).toLowerCase()
    for (let position = from; position < to; position++) {
      starts.push(position)
      ends.push(position + 1)
    }
  }
  let position = first
  let kept = 0
  while (position < original.length) {
    const codePoint = original.codePointAt(position) ?? 0
    if (codePoint === 0x26) {
      const reference = characterReference(original, position)
      if (reference === undefined) {
        position = settledUpTo(original, position + 1)
        continue
      }
      keep(kept, position)
      const folded = foldReference(reference.codePoint)
      text += folded
      for (let unit = 0; unit < folded.length; unit++) {
        starts.push(position)
        ends.push(reference.end)
      }
      moved = true
      kept = reference.end
      position = settledUpTo(original, kept)
      continue
    }
    const isMark = combining.test(String.fromCodePoint(codePoint))
    // A mark folds together with the character before it, unless that one is already folded.
    const start = isMark ? Math.max(kept, beforeMark(original, position)) : position
    const end = clusterEnd(original, start, position)
    if (!isMark && isPictureCodePoint(codePoint) && end - start === 2) {
      position = settledUpTo(original, end)
      continue
    }
    keep(kept, start)
    const folded = foldCluster(original.slice(start, end))
    text += folded
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(start)
      ends.push(end)
    }
    if (end - start !== 1 || folded.length !== 1) moved = true
    kept = end
    position = settledUpTo(original, end)
  }
  keep(kept, original.length)
  return moved
    ? { original, text, map: { starts: new Uint32Array(starts), ends: new Uint32Array(ends) } }
    : { original, text }
}

/** The start of the character that the mark at `position` modifies. */
const beforeMark = (text: string, position: number): number => {
  if (position === 0) return 0
  const low = text.charCodeAt(position - 1)
  const high = position > 1 ? text.charCodeAt(position - 2) : 0
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? position - 2 : position - 1
}

/** The end of the character at `start` including its marks; the units before `position` are known to belong to it. */
const clusterEnd = (text: string, start: number, position: number): number => {
  const first = text.codePointAt(start) ?? 0
  let end = start + (first > 0xffff ? 2 : 1)
  if (start === position && isUnseen(first, String.fromCodePoint(first))) return end
  for (let marks = 0; marks < maximumMarks && end < text.length; marks++) {
    const unit = text.charCodeAt(end)
    if (unit < 0x300) break
    const next = text.codePointAt(end) ?? 0
    const mark = String.fromCodePoint(next)
    if (!combining.test(mark)) break
    end += mark.length
  }
  return end
}

const foldReference = (codePoint: number): string => foldCluster(String.fromCodePoint(codePoint))

/** Cached results for short clusters. The size is limited because the texts are untrusted. */
const remembered = new Map<string, string>()
const mostRemembered = 4096

const foldCluster = (cluster: string): string => {
  if (cluster.length > 3) return foldAnew(cluster)
  const known = remembered.get(cluster)
  if (known !== undefined) return known
  const folded = foldAnew(cluster)
  if (remembered.size < mostRemembered) remembered.set(cluster, folded)
  return folded
}

/** In UTF-16 units. "⒇" and "㎯" fold to four, a letter with its marks to a few more. */
const longestForm = 8

const foldAnew = (cluster: string): string => {
  let shown = ""
  for (const character of cluster) {
    if (!isUnseen(character.codePointAt(0) ?? 0, character)) shown += character
  }
  if (shown === "") return ""
  const codePoint = shown.codePointAt(0) ?? 0
  if (codePoint === 0x2116) return shown
  if (slashes.has(codePoint)) return "/"
  const digit = decimalValue(codePoint)
  if (digit !== undefined) return String(digit)
  const styled = styledForm(codePoint)
  if (styled !== undefined) return styled
  const compatible = shown.normalize("NFKC")
  // A whole phrase in one character ("ﷺ") is irrelevant to contacts; it stays one character.
  const composed = (compatible.length > longestForm ? shown.normalize("NFC") : compatible).toLowerCase()
  return unmarkedBase.test(composed) ? composed.charAt(0) : composed
}
