/** A line of a byte stream. */
export interface Line {
  /** Counts from 1. */
  readonly number: number
  /** Without the line feed; "too long" if it exceeded the limit, in which case its bytes are discarded. */
  readonly bytes: Uint8Array | "too long"
}

const lineFeed = 0x0a

/**
 * Splits a byte stream into lines. Holds at most one unfinished line, and none of the bytes of a line beyond the limit,
 * which is reported as soon as it exceeds it.
 */
export class LineSplitter {
  readonly #limit: number
  #pieces: Array<Uint8Array> = []
  #held = 0
  #skipping = false
  #number = 1

  /** @param limit the maximum length of a line, in bytes. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** Takes bytes and returns the lines that they complete. */
  add(chunk: Uint8Array): ReadonlyArray<Line> {
    const lines: Array<Line> = []
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      this.#hold(chunk.subarray(start, end), lines)
      this.#finish(lines)
      start = end + 1
    }
    this.#hold(chunk.subarray(start), lines)
    return lines
  }

  /** Returns the last line if it has no line feed. */
  end(): ReadonlyArray<Line> {
    const lines: Array<Line> = []
    this.#finish(lines)
    return lines
  }

  #hold(piece: Uint8Array, lines: Array<Line>): void {
    if (this.#skipping || piece.length === 0) return
    this.#held += piece.length
    if (this.#held > this.#limit) {
      this.#pieces = []
      this.#skipping = true
      lines.push({ number: this.#number, bytes: "too long" })
    } else this.#pieces.push(piece)
  }

  #finish(lines: Array<Line>): void {
    const [only] = this.#pieces
    if (!this.#skipping && only !== undefined) {
      lines.push({ number: this.#number, bytes: this.#pieces.length === 1 ? only : Buffer.concat(this.#pieces) })
    }
    this.#pieces = []
    this.#held = 0
    this.#skipping = false
    this.#number += 1
  }
}
