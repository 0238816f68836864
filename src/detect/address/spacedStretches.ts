import { kindOf, letterBit } from "../../text/characterKinds.ts"
import { type FoldedText, originalRange, type TextRange } from "../../text/FoldedText.ts"
import { bracketedRoleOf } from "./spelledSigns.ts"

/** A sequence of characters that were separated by blanks, joined. */
export interface SpacedStretch {
  /** The characters without the blanks, mapped to the original text. */
  readonly compact: FoldedText
  /** Maps a range of the compact text to the folded text. */
  readonly rangeOf: (range: TextRange) => TextRange
}

/** Fewer separated characters are one-letter words and signs. */
const fewest = 5

/**
 * Finds addresses written with a blank or another sign between all characters: "s h o p . r u" and
 * "i n f o (at) s h o p . r u". There must be a dot or @ among them.
 */
export const spacedStretches = (folded: FoldedText): ReadonlyArray<SpacedStretch> => {
  const { text } = folded
  const found: Array<SpacedStretch> = []
  /** The positions of the relevant characters. */
  let places: Array<number> = []
  let position = 0
  const close = () => {
    if (places.length >= fewest) {
      const stretch = stretchOf(folded, places)
      if (stretch !== undefined) found.push(stretch)
    }
    places = []
  }
  while (position < text.length) {
    if (isBlank(text.charCodeAt(position))) {
      position += 1
      // Several blanks or a line break separate two words.
      if (isBlank(text.charCodeAt(position)) || text.charCodeAt(position - 1) !== 0x20) close()
      continue
    }
    let end = position
    while (end < text.length && !isBlank(text.charCodeAt(end))) end += 1
    // "k o v k a . r u,": punctuation after the last character ends the address.
    const isLast = end - position === 2 && isClosing(text.charCodeAt(end - 1)) && isLetter(text.charCodeAt(position))
    if (isLast) places.push(position)
    const step = stepWithin(text, position, end)
    if (step === 0) {
      // "w a . m e / 79160001122", "k o v k a @ mail.ru": everything after the last sign belongs to it.
      if (places.length >= fewest && "/@".includes(text.charAt(places.at(-1) ?? 0)))
        for (let place = position; place < end; place++) places.push(place)
      close()
    } else for (let place = position; place < end; place += step) places.push(place)
    position = end
  }
  close()
  return found
}

const isBlank = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)

const isLetter = (unit: number): boolean => (kindOf(unit) & letterBit) !== 0

/** . , ; ! ? ) » " … */
const isClosing = (unit: number): boolean => '.,;!?)»"…'.includes(String.fromCharCode(unit))

/** The distance between the relevant characters of a chunk; 0 if it does not belong to an address. */
const stepWithin = (text: string, start: number, end: number): 0 | 1 | 2 => {
  if (end - start === 1 || isBracketedSign(text, start, end)) return 1
  return interleaved(text, start, end) ? 2 : 0
}

const isBracketedSign = (text: string, start: number, end: number): boolean => {
  if (end - start > 12 || end - start < 3 || !"([{<".includes(text.charAt(start))) return false
  return bracketedRoleOf(text.slice(start + 1, end - 1)) !== undefined
}

/** The maximum length of letters with a sign between all of them. */
const longestInterleaved = 128

const interleavingSigns = "-_*.~·•/|+=,:"

/** Whether the same sign separates all characters of a chunk: "k-o-v-k-a-@-m-a-i-l-.-r-u". */
const interleaved = (text: string, start: number, end: number): boolean => {
  const size = end - start
  if (size < 3 || size > longestInterleaved || size % 2 === 0) return false
  const sign = text.charAt(start + 1)
  if (!interleavingSigns.includes(sign)) return false
  for (let position = start + 1; position < end; position += 2) if (text.charAt(position) !== sign) return false
  return isLetter(text.charCodeAt(start)) && isLetter(text.charCodeAt(end - 1))
}

const stretchOf = (folded: FoldedText, places: ReadonlyArray<number>): SpacedStretch | undefined => {
  const compact = places.map((place) => folded.text.charAt(place)).join("")
  if (!/[.。@([{<]/.test(compact)) return undefined
  const ranges = places.map((place) => originalRange(folded, { start: place, end: place + 1 }))
  return {
    compact: {
      original: folded.original,
      text: compact,
      map: {
        starts: new Uint32Array(ranges.map(({ start }) => start)),
        ends: new Uint32Array(ranges.map(({ end }) => end))
      }
    },
    rangeOf: ({ start, end }) => ({ start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 })
  }
}
