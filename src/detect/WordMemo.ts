/** The maximum length of a cached word, in UTF-16 units. */
export const longestMemoWord = 24

const slots = 1 << 15
const mostWords = slots / 2
const mostUnits = mostWords * 12

/**
 * The fields of an entry are adjacent to save cache misses: the hash, the position and length of the word's units, the
 * value.
 */
const fields = 3
const lengthBits = 5

/**
 * Caches a number per word without allocating strings: a word is looked up by the hash of its units and compared with
 * the stored units. When full, the cache is cleared.
 */
export class WordMemo {
  private readonly entries = new Int32Array(slots * fields)
  private readonly units = new Uint16Array(mostUnits)
  private words = 0
  private used = 0

  /**
   * The value of the word `text[start, end)`, which is at most `longestMemoWord` long.
   *
   * @param hash a hash of the word's units.
   * @returns -1 if the word is not cached.
   */
  get(text: string, start: number, end: number, hash: number): number {
    const { entries, units } = this
    const length = end - start
    for (let at = placeOf(hash); ; at = next(at)) {
      const written = entries[at + 1] ?? 0
      if (written === 0) return -1
      if (entries[at] !== hash || (written & ((1 << lengthBits) - 1)) !== length) continue
      const first = written >>> lengthBits
      let index = 0
      while (index < length && units[first + index] === text.charCodeAt(start + index)) index += 1
      if (index === length) return entries[at + 2] ?? -1
    }
  }

  /** Stores the value of a word that is not cached yet. */
  set(text: string, start: number, end: number, hash: number, value: number): void {
    const length = end - start
    if (this.words >= mostWords || this.used + length > mostUnits) this.forget()
    let at = placeOf(hash)
    while (this.entries[at + 1] !== 0) at = next(at)
    this.entries[at] = hash
    this.entries[at + 1] = (this.used << lengthBits) | length
    this.entries[at + 2] = value
    for (let index = 0; index < length; index++) this.units[this.used + index] = text.charCodeAt(start + index)
    this.used += length
    this.words += 1
  }

  private forget(): void {
    this.entries.fill(0)
    this.words = 0
    this.used = 0
  }
}

const placeOf = (hash: number): number => ((hash ^ (hash >>> 15)) & (slots - 1)) * fields

const next = (at: number): number => (at + fields === slots * fields ? 0 : at + fields)
