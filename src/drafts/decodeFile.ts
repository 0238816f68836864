import { isUtf8 } from "node:buffer"
import { Either } from "effect"
import { DraftError } from "./DraftError.ts"
import { type Encoding, SourceFile } from "./SourceFile.ts"

/** How much of a file is examined to detect its encoding, in bytes. */
const sample = 64 * 1024

/**
 * Decodes a file in UTF-8, UTF-16 or Windows-1251. The encoding is detected by the byte order mark or else by the
 * bytes: UTF-16 by Latin and Cyrillic letters, Windows-1251 by Cyrillic ones. Other bytes are refused with their
 * position.
 *
 * @param path as displayed.
 */
export const decodeFile = (path: string, bytes: Uint8Array): Either.Either<SourceFile, DraftError> => {
  const [encoding, mark] = encodingOf(bytes)
  const body = mark === 0 ? bytes : bytes.subarray(mark)
  switch (encoding) {
    case "utf-8":
      return isUtf8(body)
        ? Either.right(new SourceFile(path, bufferOf(body).toString("utf8"), encoding, mark))
        : Either.left(damaged(path, body, mark))
    case "utf-16le":
    case "utf-16be": {
      if (body.length % 2 === 1) {
        return Either.left(DraftError.at(path, { line: 1, column: 1, byte: bytes.length - 1 }, "cutUtf16"))
      }
      // Lone surrogates are kept; a strict decoder would replace them.
      const text = encoding === "utf-16le" ? bufferOf(body) : Buffer.from(body).swap16()
      return Either.right(new SourceFile(path, text.toString("utf16le"), encoding, mark))
    }
    case "windows-1251":
      return Either.right(new SourceFile(path, new TextDecoder("windows-1251").decode(body), encoding, mark))
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The encoding, and the length of its byte order mark in bytes. */
const encodingOf = (bytes: Uint8Array): readonly [Encoding, number] => {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return ["utf-8", 3]
  // UTF-32 has the same mark followed by two zeros. It is not supported, and is refused as invalid UTF-8.
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return ["utf-8", 0]
  if (first === 0xff && second === 0xfe) return ["utf-16le", 2]
  if (first === 0xfe && second === 0xff) return ["utf-16be", 2]
  const wide = wideEncodingOf(bytes)
  if (wide !== undefined) return [wide, 0]
  return [!isUtf8(bytes) && isCyrillicText(bytes) ? "windows-1251" : "utf-8", 0]
}

/**
 * Detects UTF-16 without a mark: most high bytes are those of ASCII and Cyrillic letters (U+00xx, U+04xx). In UTF-8 no
 * text has such bytes at every other position.
 */
const wideEncodingOf = (bytes: Uint8Array): Encoding | undefined => {
  const pairs = Math.floor(Math.min(bytes.length, sample) / 2)
  const start = bytes.subarray(0, pairs * 2)
  // A quick check, since hardly any other file contains these bytes.
  if (pairs < 2 || !(start.includes(0) || start.includes(0x04))) return undefined
  let little = 0
  let big = 0
  for (let pair = 0; pair < pairs; pair++) {
    const even = start[pair * 2]
    const odd = start[pair * 2 + 1]
    if (odd === 0 || odd === 0x04) little += 1
    if (even === 0 || even === 0x04) big += 1
  }
  const most = Math.max(little, big)
  if (most < pairs * 0.7 || Math.min(little, big) > pairs * 0.3) return undefined
  return little > big ? "utf-16le" : "utf-16be"
}

/**
 * Whether bytes that are not UTF-8 are Cyrillic text in Windows-1251: at least three quarters of the non-ASCII bytes
 * are letters there (0xC0 to 0xFF, 0xA8 and 0xB8). In damaged UTF-8 only every other one is.
 */
const isCyrillicText = (bytes: Uint8Array): boolean => {
  let high = 0
  let letters = 0
  let capitals = 0
  let frequent = 0
  let frequentInKoi8 = 0
  /** The number of consecutive Cyrillic letters in UTF-8 up to here. */
  let utf8 = 0
  let previous = 0
  for (const byte of bytes.length > sample ? bytes.subarray(0, sample) : bytes) {
    if (byte === 0) return false
    const isSecond = (previous === 0xd0 || previous === 0xd1) && byte >= 0x80 && byte < 0xc0
    utf8 = isSecond ? utf8 + 1 : byte === 0xd0 || byte === 0xd1 ? utf8 : 0
    if (utf8 >= lettersOfUtf8) return false
    previous = byte
    if (byte < 0x80) continue
    high += 1
    if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) letters += 1
    if (byte >= 0xc0 && byte < 0xe0) {
      capitals += 1
      if (frequentLetters.has(byte)) frequent += 1
      if (frequentInKoi8Letters.has(byte)) frequentInKoi8 += 1
    }
  }
  // Small letters of KOI8-R are capitals in Windows-1251, so a text in capitals is checked for KOI8-R.
  const isKoi8 = capitals > letters * 0.7 && frequentInKoi8 > frequent * 1.2
  return letters >= high * 0.75 && !isKoi8
}

/** So many consecutive UTF-8 letters do not occur in Windows-1251, where each is "Р" or "С" followed by a symbol. */
const lettersOfUtf8 = 4

/** О, Е, А, И, Н and Т, half of the letters in Russian text: capitals in Windows-1251, and small in KOI8-R. */
const frequentLetters: ReadonlySet<number> = new Set([0xce, 0xc5, 0xc0, 0xc8, 0xcd, 0xd2])
const frequentInKoi8Letters: ReadonlySet<number> = new Set([0xcf, 0xc5, 0xc1, 0xc9, 0xce, 0xd4])

/** The error for bytes that are not UTF-8, at the first invalid one. */
const damaged = (path: string, body: Uint8Array, mark: number): DraftError => {
  let sound = 0
  let broken = body.length
  // A binary search for the longest valid prefix. A prefix that ends within a character is shortened to whole ones.
  while (sound < broken) {
    const middle = (sound + broken + 1) >> 1
    if (isUtf8(body.subarray(0, wholeCharacters(body, middle)))) sound = middle
    else broken = middle - 1
  }
  const byte = wholeCharacters(body, sound)
  const before = bufferOf(body.subarray(0, byte)).toString("utf8")
  const { line, column } = new SourceFile(path, before, "utf-8", 0).positionAt(before.length)
  return DraftError.at(path, { line, column, byte: mark + byte }, "notUtf8")
}

/** The greatest length up to `length` that splits no UTF-8 character. */
const wholeCharacters = (body: Uint8Array, length: number): number => {
  if (length === body.length) return length
  let end = length
  while (end > 0 && length - end < 3 && ((body[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return end
}
