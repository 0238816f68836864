import { withRoom } from "../withRoom.ts"

/** The numbers as bits: pairs of the place of a word of 32 bits, and those of its bits that are set. */
const wordsOf = (numbers: ReadonlyArray<number>): ReadonlyMap<number, number> => {
  const words = new Map<number, number>()
  for (const number of numbers) words.set(number >>> 5, (words.get(number >>> 5) ?? 0) | (1 << (number & 31)))
  return words
}

const unknown = 0

/**
 * Sets of numbers as bits, by symbol, each worked out when it is first asked for. All lie side by side in one array: everyday texts ask for
 * thousands, and where each is an object of its own, fetching them from memory takes most of the time.
 */
export class BitTable {
  private readonly numbersOf: (symbol: number) => ReadonlyArray<number>
  /** Of each symbol, where its set begins: how many pairs of place and bits it has, and these. */
  private beginnings = new Int32Array(1024)
  private words = new Int32Array(4096)
  private used = unknown + 1

  constructor(numbersOf: (symbol: number) => ReadonlyArray<number>) {
    this.numbersOf = numbersOf
  }

  isEmpty(symbol: number): boolean {
    // First the set is worked out, which may put a larger array in the place of this one.
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

  /** The same, and notes the places where no bit was set before. */
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
