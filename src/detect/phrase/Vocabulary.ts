import type { ContactKind } from "../ContactKind.ts"
import { soleLetter } from "./soleLetter.ts"
import { longestSound, shortestHeard, soundOf } from "./soundOf.ts"
import { standardSpelling } from "./standardSpelling.ts"
import { type WordTrie, WordTrieReader } from "./WordTrie.ts"

/**
 * All words that the phrases of a rule set know, grouped into classes ("пришлите or скиньте or any word beginning with отправ").
 * Words of the same classes share a symbol, a small number: one walk along a word tells all that the phrases can know of it.
 */
export interface Vocabulary {
  /** The classes of a contact's first word and of its further words. */
  readonly contactClasses: (kind: ContactKind) => ContactClasses
  /**
   * The symbol of a token's word; 0 for a word that no phrase knows. A masked word ("т*лефон") is all that it may be, and one that is
   * written as it is spoken ("тока") is the standard word too.
   */
  readonly symbolOf: (word: string) => number
  /** The symbol of a word that has the classes of `symbol` and this one. */
  readonly symbolWith: (symbol: number, wordClass: number) => number
  readonly classesOf: (symbol: number) => ReadonlyArray<number>
}

export interface ContactClasses {
  readonly first: number
  readonly further: number
}

/** What a vocabulary is made of: plain values, which a file can keep. */
export interface VocabularyTables {
  readonly words: WordTrie
  /** Of the words that are meant however they are misspelt, their sounds. */
  readonly sounds: WordTrie
  /** Endings of words, read from the end. */
  readonly endings: WordTrie
  readonly contacts: Readonly<Record<ContactKind, ContactClasses>>
}

/** The symbol of every word that no phrase knows. */
export const unknownWord = 0

/** A longer word could keep the whole message alive that it was cut from. */
const longestRemembered = 12

const mostRemembered = 20_000

/** More classes than any rules have. */
const mostClasses = 2 ** 24

export const vocabularyOf = ({ words, sounds, endings, contacts }: VocabularyTables): Vocabulary => {
  const symbols = new Map<string, number>([["", unknownWord]])
  const classes: Array<ReadonlyArray<number>> = [[]]
  /** The symbols of the words met last: everyday words come again and again. */
  let remembered = new Map<string, number>()
  /** By a symbol and the class that was added to it. */
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
