/**
 * Remembers the ids that were seen lately, in bounded memory: at least the last `size` ids, at most twice as many.
 * Pages repeat what stood near their borders, so the last thousands are enough, and a chat may be as long as it likes.
 */
export class RecentIds {
  readonly #size: number
  #young = new Set<string>()
  #old = new Set<string>()

  constructor(size: number) {
    this.#size = size
  }

  /** Adds an id. Returns whether it is new. */
  add(id: string): boolean {
    if (this.#young.has(id) || this.#old.has(id)) return false
    this.#young.add(id)
    if (this.#young.size >= this.#size) {
      this.#old = this.#young
      this.#young = new Set()
    }
    return true
  }
}
