import type { SourcePosition } from "../domain/Draft.ts"

/** The encoding of a file. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1251"

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** The distance between two offsets whose byte position is stored, in UTF-16 units. */
const checkpointDistance = 1024

/** The text of a file, with the byte position of each of its characters. */
export class SourceFile {
  /** As displayed, with "/" between folders. */
  readonly path: string
  /** Without the byte order mark. */
  readonly text: string
  readonly encoding: Encoding
  /** The length of the byte order mark, in bytes. */
  readonly #mark: number
  /** The offset of each line in the text; computed when first needed. */
  #lineStarts: Uint32Array | undefined
  /** The number of UTF-8 bytes before each multiple of `checkpointDistance`; computed when first needed. */
  #checkpoints: Uint32Array | undefined

  constructor(path: string, text: string, encoding: Encoding, mark: number) {
    this.path = path
    this.text = text
    this.encoding = encoding
    this.#mark = mark
  }

  /** The position of a UTF-16 offset in the text. Lines end at LF, CR LF and CR, as in editors and code hosts. */
  positionAt(offset: number): SourcePosition {
    this.#lineStarts ??= lineStartsOf(this.text)
    const line = lastAtMost(this.#lineStarts, offset)
    return { line: line + 1, column: offset - (this.#lineStarts[line] ?? 0) + 1, byte: this.#byteAt(offset) }
  }

  /** The text of a line, counted from 1, without its end. */
  lineText(line: number): string {
    this.#lineStarts ??= lineStartsOf(this.text)
    const start = this.#lineStarts[line - 1]
    if (start === undefined) return ""
    let end = this.#lineStarts[line] ?? this.text.length
    while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) end -= 1
    return this.text.slice(start, end)
  }

  #byteAt(offset: number): number {
    switch (this.encoding) {
      case "windows-1251":
        return offset
      case "utf-16le":
      case "utf-16be":
        return this.#mark + offset * 2
      case "utf-8": {
        this.#checkpoints ??= checkpointsOf(this.text)
        const checkpoint = Math.floor(offset / checkpointDistance)
        const before = this.#checkpoints[checkpoint] ?? 0
        return this.#mark + before + bytesBetween(this.text, checkpoint * checkpointDistance, offset)
      }
    }
  }
}

const isLineEnd = (unit: number): boolean => unit === lineFeed || unit === carriageReturn

const lineStartsOf = (text: string): Uint32Array => {
  const starts = [0]
  for (let position = 0; position < text.length; position++) {
    const unit = text.charCodeAt(position)
    if (!isLineEnd(unit)) continue
    if (unit === carriageReturn && text.charCodeAt(position + 1) === lineFeed) position += 1
    starts.push(position + 1)
  }
  return new Uint32Array(starts)
}

/** The index of the last number that is at most `value`; the numbers are sorted and begin with 0. */
const lastAtMost = (sorted: Uint32Array, value: number): number => {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}

const checkpointsOf = (text: string): Uint32Array => {
  const checkpoints = new Uint32Array(Math.floor(text.length / checkpointDistance) + 1)
  for (let index = 1; index < checkpoints.length; index++) {
    const start = (index - 1) * checkpointDistance
    checkpoints[index] = (checkpoints[index - 1] ?? 0) + bytesBetween(text, start, start + checkpointDistance)
  }
  return checkpoints
}

/** The number of UTF-8 bytes in a range. A surrogate pair has four bytes, which are counted at its first half. */
const bytesBetween = (text: string, start: number, end: number): number => {
  let bytes = 0
  for (let position = start; position < end; position++) {
    const unit = text.charCodeAt(position)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (unit < 0xd800 || unit > 0xdfff) bytes += 3
    else if (unit < 0xdc00) bytes += 4
  }
  return bytes
}
