import type { ContactKind } from "../ContactKind.ts"
import { soleLetter } from "./soleLetter.ts"
import { longestSound, shortestHeard, soundOf } from "./soundOf.ts"
import { standardSpelling } from "./standardSpelling.ts"
import { type WordTrie, WordTrieReader } from "./WordTrie.ts"

/**
 * All words in the phrases of a rule set, grouped into classes (e.g. "пришлите", "скиньте" and any word beginning with
 * "отправ"). Words with the same classes share a symbol, a small number that is found by reading the word once.
 */
export interface Vocabulary {
  /** The classes of the first and of the further words of a contact. */
  readonly contactClasses: (kind: ContactKind) => ContactClasses
  /**
   * The symbol of a token's word; 0 for a word in no phrase. A masked word ("т*лефон") has the classes of all words
   * that it may be, a colloquial spelling ("тока") also those of the standard word.
   */
  readonly symbolOf: (word: string) => number
  /** The symbol of words with the classes of `symbol` and this one. */
  readonly symbolWith: (symbol: number, wordClass: number) => number
  readonly classesOf: (symbol: number) => ReadonlyArray<number>
}

export interface ContactClasses {
  readonly first: number
  readonly further: number
}

/** The content of a vocabulary: plain values that can be stored in a file. */
export interface VocabularyTables {
  readonly words: WordTrie
  /** The phonetic keys of the words that are matched in any spelling. */
  readonly sounds: WordTrie
  /** Word endings, reversed. */
  readonly endings: WordTrie
  readonly contacts: Readonly<Record<ContactKind, ContactClasses>>
}

/** The symbol of all words that occur in no phrase. */
export const unknownWord = 0

/** A longer word may be a slice that keeps its whole message in memory. */
const longestRemembered = 12

const mostRemembered = 20_000

/** More classes than any rule set has. */
const mostClasses = 2 ** 24

export const vocabularyOf = ({ words, sounds, endings, contacts }: VocabularyTables): Vocabulary => {
  const symbols = new Map<string, number>([["", unknownWord]])
  const classes: Array<ReadonlyArray<number>> = [[]]
  /** The symbols of recent words, as everyday words repeat. */
  let remembered = new Map<string, number>()
  /** By symbol and added class. */
  const joined = new Map<number, number>()
  const intern = (found: ReadonlyArray<number>): number => {
    const sorted = [...new Set(found)].sort((one, other) => one - other)
    const key = sorted.join(",")
    const seen = symbols.get(key)
    if (seen !== undefined) return seen
    symbols.set(key, classes.length)
    return classes.push(sorted) - 1
  }
  const written = new WordTrieReader(words, intern)
  const heard = new WordTrieReader(sounds, intern)
  const ended = new WordTrieReader(endings, intern)
  const both = (one: number, other: number): number =>
    other === unknownWord || other === one ? one : intern([...(classes[one] ?? []), ...(classes[other] ?? [])])
  const read = (word: string): number => {
    const standard = standardSpelling(word)
    return standard === undefined ? readAsWritten(word) : both(readAsWritten(word), readAsWritten(standard))
  }
  const readAsWritten = (word: string): number => {
    if (word.includes("*")) return written.symbolsOfMasked(word).reduce(both, ended.symbolOfEnding(word))
    const symbol = both(written.symbolOf(soleLetter(word)), ended.symbolOfEnding(word))
    if (word.length < shortestHeard) return symbol
    const sound = soundOf(word.length > longestSound ? word.slice(0, longestSound) : word)
    return sound.length < shortestHeard - 1 ? symbol : both(symbol, heard.symbolOf(sound))
  }
  const symbolOf = (word: string): number => {
    if (word.length > longestRemembered) return read(word)
    const seen = remembered.get(word)
    if (seen !== undefined) return seen
    const symbol = read(word)
    if (remembered.size >= mostRemembered) remembered = new Map()
    remembered.set(word, symbol)
    return symbol
  }
  return {
    contactClasses: (kind) => contacts[kind],
    symbolOf,
    symbolWith: (symbol, wordClass) => {
      const key = symbol * mostClasses + wordClass
      const seen = joined.get(key)
      if (seen !== undefined) return seen
      const made = intern([...(classes[symbol] ?? []), wordClass])
      joined.set(key, made)
      return made
    },
    classesOf: (symbol) => classes[symbol] ?? []
  }
}
