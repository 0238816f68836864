import { decimalValue } from "./decimalValue.ts"
import type { FoldedText } from "./FoldedText.ts"

/** ASCII, Latin-1 without its compatibility forms and soft hyphen, Cyrillic and common punctuation: lower-casing keeps every offset. */
const unmoved = /^[\t\n\r -~¡-§©«®°±»Ѐ-ӿ‐–—‘’“”„•₽№]*$/

/** What nobody sees: format characters and whatever a renderer leaves out by default (Unicode Default_Ignorable). */
const invisible = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u

/** What is drawn over or around the character before it; with it go variation selectors and the keycap's frame. */
const combining = /^\p{M}$/u

/** A variation selector or a frame that only styles the character before it, as in the keycap "8️⃣". */
const styling = /^[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u20DD-\u20E4]$/u

/**
 * Composing looks at no more marks in a row than this (the Stream-Safe Text Format of UAX 15 allows 30): ordering
 * thousands of marks on one letter would take the square of their number.
 */
const maximumMarks = 30

/**
 * Makes a text comparable in one pass: compatibility forms (NFKC), lower case, digits of any script as ASCII digits,
 * invisible characters dropped. Every unit of the result knows the original character that it came from.
 */
export const fold = (original: string): FoldedText => {
  // "№" has a compatibility form ("No") that would glue to its number; it is kept as it is, here and below.
  if (unmoved.test(original)) return { original, text: original.toLowerCase() }
  const pieces: Array<string> = []
  const starts: Array<number> = []
  const ends: Array<number> = []
  let position = 0
  while (position < original.length) {
    const start = position
    const codePoint = original.codePointAt(position) ?? 0
    const first = String.fromCodePoint(codePoint)
    position += first.length
    if (!isPlain(codePoint) && (invisible.test(first) || styling.test(first))) continue
    let cluster = first
    let marks = 0
    while (position < original.length && marks < maximumMarks) {
      const next = original.codePointAt(position) ?? 0
      if (isPlain(next)) break
      const mark = String.fromCodePoint(next)
      if (!combining.test(mark)) break
      position += mark.length
      marks += 1
      if (!styling.test(mark) && !invisible.test(mark)) cluster += mark
    }
    const folded = foldCluster(cluster, codePoint)
    pieces.push(folded)
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(start)
      ends.push(position)
    }
  }
  return { original, text: pieces.join(""), map: { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) } }
}

/** ASCII and the Cyrillic letters: neither invisible nor a mark; asked first, because nearly all that is written is of them. */
const isPlain = (codePoint: number): boolean => codePoint < 0x80 || (codePoint >= 0x400 && codePoint < 0x483)

const foldCluster = (cluster: string, codePoint: number): string => {
  if (codePoint < 0x80 && cluster.length === 1) return cluster.toLowerCase()
  if (codePoint === 0x2116) return cluster
  const digit = decimalValue(codePoint)
  return digit === undefined ? cluster.normalize("NFKC").toLowerCase() : String(digit)
}
