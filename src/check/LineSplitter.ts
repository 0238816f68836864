/** A line of a stream of bytes. */
export interface Line {
  /** Counts from 1. */
  readonly number: number
  /** Without its line feed; "too long" when it was longer than the limit, and not held for that reason. */
  readonly bytes: Uint8Array | "too long"
}

const lineFeed = 0x0a

/**
 * Cuts bytes into lines as they come. Holds at most one unfinished line, and of a line beyond the limit nothing: it is
 * told as soon as it is known to be too long.
 */
export class LineSplitter {
  readonly #limit: number
  #pieces: Array<Uint8Array> = []
  #held = 0
  #skipping = false
  #number = 1

  /** @param limit the longest line, in bytes. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** Takes more bytes and gives the lines that they end. */
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

  /** The last line, where no line feed ended it. */
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
