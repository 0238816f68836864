import { withRoom } from "../withRoom.ts"

/** A set of word classes, as bits numbered like the classes of the vocabulary. */
export class ClassBits {
  /** 32 classes each. */
  words: Int32Array

  /** @param count the number of classes to allocate space for. */
  constructor(count = 4096) {
    this.words = new Int32Array((count + 31) >>> 5)
  }

  add(wordClass: number): void {
    const place = wordClass >>> 5
    if (place >= this.words.length) this.grow(place)
    this.words[place] = (this.words[place] ?? 0) | (1 << (wordClass & 31))
  }

  has(wordClass: number): boolean {
    return (((this.words[wordClass >>> 5] ?? 0) >>> (wordClass & 31)) & 1) === 1
  }

  clear(): void {
    this.words.fill(0)
  }

  private grow(place: number): void {
    this.words = withRoom(this.words, place + 1, Int32Array)
  }
}
