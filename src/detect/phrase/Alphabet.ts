import { withRoom } from "../withRoom.ts"
import { type PhraseAutomaton, stateSize, wordState } from "./PhraseAutomaton.ts"
import type { Vocabulary } from "./Vocabulary.ts"

/**
 * Maps the symbols of a vocabulary to the letters of one automaton. Symbols that the automaton treats alike share a
 * letter, a small number: a vocabulary has thousands of symbols, an automaton a few dozen letters, so its transitions
 * are soon cached.
 */
export class Alphabet {
  /** By symbol, the letter plus 1; 0 if not computed yet. */
  private letters = new Int32Array(512)
  private readonly asked: ReadonlySet<number>
  private readonly known = new Map<string, number>([["", otherLetter]])
  private readonly classes: Array<ReadonlyArray<number>> = [[]]

  constructor({ states, openings }: PhraseAutomaton) {
    const asked = new Set<number>()
    for (let place = 0; place < states.length; place += stateSize) {
      if (states[place] === wordState) asked.add(states[place + 1] ?? 0)
    }
    for (let index = 0; index < openings.length; index += 3) asked.add(openings[index] ?? 0)
    this.asked = asked
  }

  /** The letter of a symbol. All symbols must come from the same vocabulary. */
  letterOf(symbol: number, vocabulary: Vocabulary): number {
    const letter = symbol < this.letters.length ? (this.letters[symbol] ?? 0) : 0
    return letter === 0 ? this.learn(symbol, vocabulary) : letter - 1
  }

  /** The classes of a letter that the automaton uses. */
  classesOf(letter: number): ReadonlyArray<number> {
    return this.classes[letter] ?? []
  }

  private learn(symbol: number, vocabulary: Vocabulary): number {
    const classes = vocabulary.classesOf(symbol).filter((wordClass) => this.asked.has(wordClass))
    const key = classes.join(",")
    const letter = this.known.get(key) ?? this.classes.push(classes) - 1
    this.known.set(key, letter)
    this.letters = withRoom(this.letters, symbol + 1, Int32Array)
    this.letters[symbol] = letter + 1
    return letter
  }
}

/** The letter of all words that the automaton does not use. */
export const otherLetter = 0
