import { MappedText, MappedTextBuilder } from "../MappedText.ts"
import type { Quoting } from "../ReadText.ts"

/**
 * Maps the characters of a YAML scalar to their places. If decoding the source here does not yield the parser's
 * `value`, as in a file with errors, each character is mapped to the whole scalar.
 *
 * @param start the offset of the scalar: of its quote, or of the | or > of a block.
 * @param end the offset after its last character.
 */
export const mapYamlScalar = (
  source: string,
  start: number,
  end: number,
  quoting: Quoting,
  value: string
): MappedText => {
  // Nearly all scalars are verbatim.
  const mark = quoting === "yamlSingle" || quoting === "yamlDouble" ? 1 : 0
  if (quoting !== "yamlBlock" && end - start === value.length + 2 * mark && source.startsWith(value, start + mark)) {
    return MappedText.verbatim(value, start + mark)
  }
  const mapped = quoting === "yamlBlock" ? mapBlock(source, start, end, value) : mapFlow(source, start, end, quoting)
  return mapped?.text === value ? mapped : MappedText.coarse(value, start, end)
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09
const isLineEnd = (unit: number): boolean => unit === 0x0a || unit === 0x0d
const isWhite = (unit: number): boolean => isBlank(unit) || isLineEnd(unit)

/** The offset after the line end at `offset`, which may have two characters. */
const afterLineEnd = (source: string, offset: number): number =>
  source.charCodeAt(offset) === 0x0d && source.charCodeAt(offset + 1) === 0x0a ? offset + 2 : offset + 1

/** Escapes of one letter (YAML 1.2, section 5.7). */
const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\u0007",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\u001b",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029"
}

/** The number of hexadecimal digits that follow. */
const codeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** What is not verbatim in each style: line ends and escapes. */
const specials: Readonly<Record<"plain" | "single" | "double", () => RegExp>> = {
  plain: () => /[\r\n]/g,
  single: () => /['\r\n]/g,
  double: () => /[\\\r\n]/g
}

/** Plain and quoted scalars (YAML 1.2, section 7.3): one line end is folded to a space, several to one fewer. */
const mapFlow = (source: string, start: number, end: number, quoting: Quoting): MappedText => {
  const isQuoted = quoting !== "yamlPlain"
  const special = specials[quoting === "yamlSingle" ? "single" : isQuoted ? "double" : "plain"]()
  const builder = new MappedTextBuilder(start)
  const last = isQuoted && end - start > 1 ? end - 1 : end
  // Cut off, because the search would otherwise continue to the end of the file for each scalar.
  const scalar = source.slice(0, last)
  let position = isQuoted ? start + 1 : start
  while (position < last) {
    special.lastIndex = position
    const found = special.exec(scalar)?.index ?? last
    const unit = found < last ? source.charCodeAt(found) : 0
    let inkEnd = found
    if (isLineEnd(unit)) while (inkEnd > position && isBlank(source.charCodeAt(inkEnd - 1))) inkEnd -= 1
    builder.put(source.slice(position, inkEnd), position, inkEnd)
    if (found === last) break
    if (unit === 0x27) {
      builder.put("'", found, found + 2)
      position = found + 2
    } else position = unit === 0x5c ? putEscape(builder, source, found, last) : putFold(builder, source, inkEnd, last)
  }
  return builder.build()
}

/** Folds line ends, and drops the blanks around them. */
const putFold = (builder: MappedTextBuilder, source: string, start: number, last: number): number => {
  const lineEnds: Array<readonly [number, number]> = []
  let position = start
  while (position < last && isWhite(source.charCodeAt(position))) {
    const next = isLineEnd(source.charCodeAt(position)) ? afterLineEnd(source, position) : position + 1
    if (isLineEnd(source.charCodeAt(position))) lineEnds.push([position, next])
    position = next
  }
  const [first, ...rest] = lineEnds
  if (first !== undefined && rest.length === 0) builder.put(" ", ...first)
  else for (const lineEnd of rest) builder.put("\n", ...lineEnd)
  return position
}

const putEscape = (builder: MappedTextBuilder, source: string, start: number, last: number): number => {
  const letter = source.charAt(start + 1)
  const length = codeLengths[letter]
  if (length !== undefined) {
    const end = start + 2 + length
    const code = Number.parseInt(source.slice(start + 2, end), 16)
    builder.put(code <= 0x10ffff ? String.fromCodePoint(code) : "", start, end)
    return end
  }
  if (!isLineEnd(source.charCodeAt(start + 1))) {
    builder.put(escapes[letter] ?? "", start, start + 2)
    return start + 2
  }
  // An escaped line end and the indentation of the next line are dropped; empty lines after it are line ends.
  let position = afterLineEnd(source, start + 1)
  while (position < last && isWhite(source.charCodeAt(position))) {
    const next = isLineEnd(source.charCodeAt(position)) ? afterLineEnd(source, position) : position + 1
    if (isLineEnd(source.charCodeAt(position))) builder.put("\n", position, next)
    position = next
  }
  return position
}

/**
 * Block scalars (YAML 1.2, section 8.1) have no escapes, so the value has the words of the source, in order. Between
 * two words both have only white space, in which line ends of the value correspond to those of the source, a space to a
 * folded line end, and remaining indentation to the end of the indentation in the source.
 */
const mapBlock = (source: string, start: number, end: number, value: string): MappedText | undefined => {
  let position = start
  while (position < end && !isLineEnd(source.charCodeAt(position))) position += 1
  position = afterLineEnd(source, position)
  const builder = new MappedTextBuilder(start)
  let at = 0
  while (at < value.length) {
    let whiteEnd = at
    while (whiteEnd < value.length && isWhite(value.charCodeAt(whiteEnd))) whiteEnd += 1
    let sourceEnd = position
    while (sourceEnd < end && isWhite(source.charCodeAt(sourceEnd))) sourceEnd += 1
    putBetween(builder, source, position, sourceEnd, value.slice(at, whiteEnd))
    let inkEnd = whiteEnd
    while (inkEnd < value.length && !isWhite(value.charCodeAt(inkEnd))) inkEnd += 1
    const ink = value.slice(whiteEnd, inkEnd)
    if (!source.startsWith(ink, sourceEnd)) return undefined
    builder.put(ink, sourceEnd, sourceEnd + ink.length)
    position = sourceEnd + ink.length
    at = inkEnd
  }
  return builder.build()
}

const putBetween = (builder: MappedTextBuilder, source: string, start: number, end: number, white: string): void => {
  const tail = white.length - white.lastIndexOf("\n") - 1
  let position = start
  for (let at = 0; at < white.length; at++) {
    const character = white.charAt(at)
    if (character === "\n") {
      const lineEnd = nextLineEnd(source, position, end)
      position = lineEnd < end ? afterLineEnd(source, lineEnd) : end
      builder.put("\n", lineEnd, position)
    } else if (isLineEnd(source.charCodeAt(position)) && position < end) {
      const next = afterLineEnd(source, position)
      builder.put(character, position, next)
      position = next
    } else {
      const isTail = at >= white.length - tail && white.includes("\n")
      if (isTail) position = Math.max(position, end - (white.length - at))
      const next = Math.min(position + 1, end)
      builder.put(character, position, next)
      position = next
    }
  }
}

const nextLineEnd = (source: string, start: number, end: number): number => {
  let position = start
  while (position < end && !isLineEnd(source.charCodeAt(position))) position += 1
  return position
}
