import { withRoom } from "../withRoom.ts"
import type { Vocabulary } from "./Vocabulary.ts"

const unknown = 0
const no = 1
const yes = 2

/** Tests whether the words of a symbol belong to any of some classes, with cached answers. */
export class SymbolFilter {
  private readonly classes: ReadonlySet<number>
  private answers = new Uint8Array(512)

  constructor(classes: Iterable<number>) {
    this.classes = new Set(classes)
  }

  /** Whether any of the symbols passes. All must come from the same vocabulary. */
  passesAny(symbols: ReadonlyArray<number>, vocabulary: Vocabulary): boolean {
    for (const symbol of symbols) {
      const answer = symbol < this.answers.length ? (this.answers[symbol] ?? unknown) : unknown
      if ((answer === unknown ? this.learn(symbol, vocabulary) : answer) === yes) return true
    }
    return false
  }

  private learn(symbol: number, vocabulary: Vocabulary): number {
    this.answers = withRoom(this.answers, symbol + 1, Uint8Array)
    const answer = vocabulary.classesOf(symbol).some((wordClass) => this.classes.has(wordClass)) ? yes : no
    this.answers[symbol] = answer
    return answer
  }
}
