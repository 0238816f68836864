import { withRoom } from "../withRoom.ts"

/** A set of numbers as a map from the index of a 32-bit word to its bits. */
const wordsOf = (numbers: ReadonlyArray<number>): ReadonlyMap<number, number> => {
  const words = new Map<number, number>()
  for (const number of numbers) words.set(number >>> 5, (words.get(number >>> 5) ?? 0) | (1 << (number & 31)))
  return words
}

const unknown = 0

/**
 * Bit sets by symbol, computed on first use and stored in one array: everyday texts need thousands, and with one object
 * per set, most of the time would go to cache misses.
 */
export class BitTable {
  private readonly numbersOf: (symbol: number) => ReadonlyArray<number>
  /** By symbol, where its set starts in `words`: the number of pairs, followed by the pairs of index and bits. */
  private beginnings = new Int32Array(1024)
  private words = new Int32Array(4096)
  private used = unknown + 1

  constructor(numbersOf: (symbol: number) => ReadonlyArray<number>) {
    this.numbersOf = numbersOf
  }

  isEmpty(symbol: number): boolean {
    // Computing the set may replace `this.words`, so it comes first.
    const beginning = this.beginningOf(symbol)
    return this.words[beginning] === 0
  }

  /** Sets the bits of a symbol's set. */
  setIn(bits: Int32Array, symbol: number): void {
    const beginning = this.beginningOf(symbol)
    const { words } = this
    const end = beginning + 1 + 2 * (words[beginning] ?? 0)
    for (let at = beginning + 1; at < end; at += 2) {
      const place = words[at] ?? 0
      bits[place] = (bits[place] ?? 0) | (words[at + 1] ?? 0)
    }
  }

  /** Sets the bits of a symbol's set, and appends to `places` the indices of words that had no bits before. */
  setAndNote(bits: Int32Array, symbol: number, places: Array<number>): void {
    const beginning = this.beginningOf(symbol)
    const { words } = this
    const end = beginning + 1 + 2 * (words[beginning] ?? 0)
    for (let at = beginning + 1; at < end; at += 2) {
      const place = words[at] ?? 0
      if (bits[place] === 0) places.push(place)
      bits[place] = (bits[place] ?? 0) | (words[at + 1] ?? 0)
    }
  }

  private beginningOf(symbol: number): number {
    const known = symbol < this.beginnings.length ? (this.beginnings[symbol] ?? unknown) : unknown
    return known === unknown ? this.learn(symbol) : known
  }

  private learn(symbol: number): number {
    const set = wordsOf(this.numbersOf(symbol))
    const beginning = this.used
    this.beginnings = withRoom(this.beginnings, symbol + 1, Int32Array)
    this.words = withRoom(this.words, beginning + 1 + 2 * set.size, Int32Array)
    this.beginnings[symbol] = beginning
    this.words[beginning] = set.size
    let at = beginning + 1
    for (const [place, bits] of set) {
      this.words[at] = place
      this.words[at + 1] = bits
      at += 2
    }
    this.used = at
    return beginning
  }
}
