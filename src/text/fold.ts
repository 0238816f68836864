import { commonUnits } from "./characterKinds.ts"
import { characterReference } from "./characterReference.ts"
import { decimalValue } from "./decimalValue.ts"
import type { FoldedText } from "./FoldedText.ts"
import { styledForm } from "./styledForms.ts"

/** What nobody sees: format characters and whatever a renderer leaves out by default (Unicode Default_Ignorable). */
const invisible = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u

/** What is drawn over or around the character before it; with it go variation selectors and the keycap's frame. */
const combining = /^\p{M}$/u

/** A variation selector or a frame that only styles the character before it, as in the keycap "8️⃣". */
const styling = /^[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u20DD-\u20E4]$/u

/** A mark that is left when composing is done is drawn over a letter of these scripts for show: "т̶е̶л". */
const unmarkedBase = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]\p{Mn}+$/u

/**
 * Composing looks at no more marks in a row than this (the Stream-Safe Text Format of UAX 15 allows 30): ordering
 * thousands of marks on one letter would take the square of their number.
 */
const maximumMarks = 30

/** BRAILLE PATTERN BLANK: a blank that Unicode counts among the symbols. */
const brailleBlank = 0x2800

/** HANGUL FILLERs have no ink but are letters; they and the braille blank are written to part letters unseen. */
const isUnseen = (codePoint: number, character: string): boolean =>
  codePoint === brailleBlank || invisible.test(character) || styling.test(character)

/** FRACTION SLASH, DIVISION SLASH, BIG SOLIDUS and the box's diagonal look like a slash. */
const slashes = new Set([0x2044, 0x2215, 0x29f8, 0x2571])

/**
 * Whether each UTF-16 unit folds to itself or to its small letter alone, whatever stands before it; worked out page by page (256
 * units) when a page is first met. A unit that a mark follows is no longer alone; the marks are of the other kind.
 */
const settledPages: Array<Uint8Array | undefined> = new Array(256)

const settledPage = (page: number): Uint8Array =>
  (settledPages[page] ??= Uint8Array.from({ length: 256 }, (_, low) => (isSettled(page * 256 + low) ? 1 : 0)))

const isSettled = (unit: number): boolean => {
  // "&" may begin a character reference; the case of "Σ" depends on its neighbours; a surrogate is half a character.
  if (unit === 0x26 || unit === 0x3a3 || (unit >= 0xd800 && unit <= 0xdfff)) return false
  const character = String.fromCharCode(unit)
  if (isUnseen(unit, character) || combining.test(character) || styledForm(unit) !== undefined) return false
  if (slashes.has(unit)) return false
  // "№" has a compatibility form ("No") that would glue to its number; it is kept as it is.
  if (unit === 0x2116) return true
  return (
    decimalValue(unit) === undefined &&
    character.normalize("NFKC") === character &&
    character.toLowerCase().length === 1
  )
}

const settledCommon = Uint8Array.from({ length: commonUnits }, (_, unit) => (isSettled(unit) ? 1 : 0))

/** Whether a UTF-16 unit folds to itself or to its small letter alone. A text of such units only is folded by lower-casing it. */
export const isSettledUnit = (unit: number): boolean =>
  unit < commonUnits ? settledCommon[unit] === 1 : isSettledRare(unit)

/** Pictures of the supplementary planes fold to themselves; flags (regional indicators) lie before them. */
export const isPictureCodePoint = (codePoint: number): boolean => codePoint >= 0x1f300 && codePoint <= 0x1faff

/**
 * Makes a text comparable in one pass: compatibility forms (NFKC), lower case, digits of any script as ASCII digits, styled letters
 * as plain ones, HTML character references as what they stand for, invisible characters and decorating marks dropped. Every unit
 * of the result knows the original characters that it came from.
 */
export const fold = (original: string): FoldedText => {
  const first = settledUpTo(original, 0)
  return first === original.length ? { original, text: original.toLowerCase() } : foldFrom(original, first)
}

const isSettledRare = (unit: number): boolean => (settledPages[unit >> 8] ?? settledPage(unit >> 8))[unit & 0xff] === 1

/** The first offset from `from` on where a unit stands that needs a closer look. */
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

/** `first` is the first unit that is not settled. */
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
    // A mark takes the character before it along, unless that is folded already.
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

/** Where the character begins that the mark at `position` is drawn on. */
const beforeMark = (text: string, position: number): number => {
  if (position === 0) return 0
  const low = text.charCodeAt(position - 1)
  const high = position > 1 ? text.charCodeAt(position - 2) : 0
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? position - 2 : position - 1
}

/** The end of the character at `start` with the marks that follow it; those before `position` are known to be of it. */
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

/** What single characters fold to, as far as texts have needed it; others' texts must not fill the memory. */
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

/** "⒇" and "㎯" fold to four units, a letter with its marks to few more. In UTF-16 units. */
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
  // A whole phrase in one character ("ﷺ") tells nothing of a contact; it stays one character.
  const composed = (compatible.length > longestForm ? shown.normalize("NFC") : compatible).toLowerCase()
  return unmarkedBase.test(composed) ? composed.charAt(0) : composed
}
