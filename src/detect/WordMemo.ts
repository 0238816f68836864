/** The longest word that is remembered, in UTF-16 units. */
export const longestMemoWord = 24

const slots = 1 << 15
const mostWords = slots / 2
const mostUnits = mostWords * 12

/**
 * Remembers a number for each of the words that texts hold again and again, without making a string of any: a word is looked up by the
 * hash of its units and held against what was written when it was learnt. When it is full, all is forgotten and learnt again.
 */
export class WordMemo {
  private readonly hashes = new Int32Array(slots)
  private readonly starts = new Int32Array(slots)
  private readonly lengths = new Uint8Array(slots)
  private readonly values = new Int32Array(slots)
  private readonly units = new Uint16Array(mostUnits)
  private words = 0
  private used = 0

  /**
   * The number of the word `text[start, end)`, at most `longestMemoWord` long.
   *
   * @param hash the same for the same units.
   * @returns -1 when it is not known.
   */
  get(text: string, start: number, end: number, hash: number): number {
    const length = end - start
    for (let slot = slotOf(hash); this.lengths[slot] !== 0; slot = (slot + 1) & (slots - 1)) {
      if (this.hashes[slot] !== hash || this.lengths[slot] !== length) continue
      const first = this.starts[slot] ?? 0
      let index = 0
      while (index < length && this.units[first + index] === text.charCodeAt(start + index)) index += 1
      if (index === length) return this.values[slot] ?? -1
    }
    return -1
  }

  /** Learns the number of a word, which must not be known yet. */
  set(text: string, start: number, end: number, hash: number, value: number): void {
    const length = end - start
    if (this.words >= mostWords || this.used + length > mostUnits) this.forget()
    let slot = slotOf(hash)
    while (this.lengths[slot] !== 0) slot = (slot + 1) & (slots - 1)
    this.hashes[slot] = hash
    this.lengths[slot] = length
    this.starts[slot] = this.used
    this.values[slot] = value
    for (let index = 0; index < length; index++) this.units[this.used + index] = text.charCodeAt(start + index)
    this.used += length
    this.words += 1
  }

  private forget(): void {
    this.lengths.fill(0)
    this.words = 0
    this.used = 0
  }
}

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (slots - 1)
