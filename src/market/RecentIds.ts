/**
 * The most recently seen ids, in bounded memory: at least the last `size` of them, at most twice as many. Pages repeat
 * only items near their boundaries, so a few thousand ids suffice however long a chat is.
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
