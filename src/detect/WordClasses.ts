/** A set of classes of words, as the vocabulary numbers them. Adding and asking take the same time for any number of classes. */
export class WordClasses {
  private bits = new Uint32Array(128)
  private readonly members: Array<number> = []

  /** Adds the classes. */
  add(classes: ReadonlyArray<number>): void {
    for (const wordClass of classes) {
      if (this.has(wordClass)) continue
      const index = wordClass >>> 5
      if (index >= this.bits.length) this.grow(index)
      this.bits[index] = (this.bits[index] ?? 0) | (1 << (wordClass & 31))
      this.members.push(wordClass)
    }
  }

  has(wordClass: number): boolean {
    return (((this.bits[wordClass >>> 5] ?? 0) >>> (wordClass & 31)) & 1) === 1
  }

  /** Each class once. */
  get all(): ReadonlyArray<number> {
    return this.members
  }

  clear(): void {
    for (const wordClass of this.members) this.bits[wordClass >>> 5] = 0
    this.members.length = 0
  }

  private grow(index: number): void {
    const larger = new Uint32Array(index * 2)
    larger.set(this.bits)
    this.bits = larger
  }
}
