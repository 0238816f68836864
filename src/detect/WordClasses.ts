import { ClassBits } from "./ClassBits.ts"

/** A set of classes of words, as the vocabulary numbers them. Adding and asking take the same time for any number of classes. */
export class WordClasses {
  readonly bits = new ClassBits()
  private readonly members: Array<number> = []

  /** Adds the classes. */
  add(classes: ReadonlyArray<number>): void {
    for (const wordClass of classes) {
      if (this.bits.has(wordClass)) continue
      this.bits.add(wordClass)
      this.members.push(wordClass)
    }
  }

  has(wordClass: number): boolean {
    return this.bits.has(wordClass)
  }

  /** Each class once. */
  get all(): ReadonlyArray<number> {
    return this.members
  }
}
