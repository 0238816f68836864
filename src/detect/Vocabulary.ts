import type { ContactKind } from "./ContactKind.ts"
import type { Literal } from "./Literal.ts"
import { longestSound, shortestHeard, shortestSound, soundOf } from "./soundOf.ts"
import { wordFrequency } from "./wordFrequency.ts"

/**
 * All words that the phrases of a rule set know, grouped into classes ("пришлите or скиньте or any word beginning with отправ").
 * Words of the same classes share a symbol, a small number: one walk along a word tells all that the phrases can know of it.
 */
export interface Vocabulary {
  /** The number of the class of these words: the same for the same list, and for the same literal alone. */
  readonly classOf: (literals: ReadonlyArray<Literal>) => number
  /** The classes of a contact's first word and of its further words. */
  readonly contactClasses: (kind: ContactKind) => ContactClasses
  /** The symbol of a token's word; 0 for a word that no phrase knows. */
  readonly symbolOf: (word: string) => number
  /** The symbol of a word that has the classes of `symbol` and this one. */
  readonly symbolWith: (symbol: number, wordClass: number) => number
  readonly classesOf: (symbol: number) => ReadonlyArray<number>
  /** A guess, from 0 to 1, at how many texts hold a word of the class; it says which of two is the rarer one. */
  readonly frequencyOf: (wordClass: number) => number
}

export interface ContactClasses {
  readonly first: number
  readonly further: number
}

/** The symbol of every word that no phrase knows. */
export const unknownWord = 0

/** A longer word could keep the whole message alive that it was cut from. */
const longestRemembered = 12

const mostRemembered = 20_000

/** More classes than any rules have. */
const mostClasses = 2 ** 24

const reversed = (word: string): string => {
  let turned = ""
  for (let position = word.length - 1; position >= 0; position--) turned += word.charAt(position)
  return turned
}

export const makeVocabulary = (): Vocabulary => {
  const trie = makeTrie()
  const sounds = makeTrie()
  const endings = makeTrie()
  /** How many classes there are. */
  let count = 0
  const symbols = new Map<string, number>([["", unknownWord]])
  const classes: Array<ReadonlyArray<number>> = [[]]
  /** The symbols of the words met last: everyday words come again and again. */
  let remembered = new Map<string, number>()

  const frequencies: Array<number> = []

  /** By the literal alone where there is one: a list of it may be made anew each time. */
  const known = new WeakMap<ReadonlyArray<Literal> | Literal, number>()
  const classOf = (literals: ReadonlyArray<Literal>): number => {
    const [only] = literals
    const same = only !== undefined && literals.length === 1 ? only : literals
    const seen = known.get(same)
    if (seen !== undefined) return seen
    const number = count++
    known.set(same, number)
    frequencies[number] = wordFrequency(literals)
    for (const literal of literals) {
      if (literal.ending) {
        endings.add({ text: reversed(literal.text), stem: true }, number)
        continue
      }
      trie.add(literal, number)
      if (literal.sounds && literal.text.length >= shortestSound) {
        sounds.add({ text: soundOf(literal.text), stem: literal.stem }, number)
      }
    }
    remembered.clear()
    return number
  }
  /** By a symbol and the class that was added to it. */
  const joined = new Map<number, number>()
  const contacts = new Map<ContactKind, ContactClasses>()
  const contactClasses = (kind: ContactKind): ContactClasses => {
    const seen = contacts.get(kind) ?? { first: count++, further: count++ }
    contacts.set(kind, seen)
    return seen
  }
  const intern = (found: ReadonlyArray<number>): number => {
    const sorted = [...new Set(found)].sort((one, other) => one - other)
    const key = sorted.join(",")
    const seen = symbols.get(key)
    if (seen !== undefined) return seen
    symbols.set(key, classes.length)
    return classes.push(sorted) - 1
  }
  const read = (word: string): number => {
    const begun = trie.symbolOf(word, intern)
    const ended = endings.symbolOfEnding(word, intern)
    const written = ended === unknownWord ? begun : intern([...(classes[begun] ?? []), ...(classes[ended] ?? [])])
    if (word.length < shortestHeard) return written
    const sound = soundOf(word.length > longestSound ? word.slice(0, longestSound) : word)
    const heard = sound.length < shortestHeard - 1 ? unknownWord : sounds.symbolOf(sound, intern)
    return heard === unknownWord || heard === written
      ? written
      : intern([...(classes[written] ?? []), ...(classes[heard] ?? [])])
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
    classOf,
    contactClasses,
    symbolOf,
    symbolWith: (symbol, wordClass) => {
      const key = symbol * mostClasses + wordClass
      const seen = joined.get(key)
      if (seen !== undefined) return seen
      const made = intern([...(classes[symbol] ?? []), wordClass])
      joined.set(key, made)
      return made
    },
    classesOf: (symbol) => classes[symbol] ?? [],
    frequencyOf: (wordClass) => frequencies[wordClass] ?? 0
  }
}

interface Trie {
  readonly add: (literal: Literal, wordClass: number) => void
  readonly symbolOf: (word: string, intern: (classes: ReadonlyArray<number>) => number) => number
  /** The same for a word that is read from its end. */
  readonly symbolOfEnding: (word: string, intern: (classes: ReadonlyArray<number>) => number) => number
}

/**
 * A trie whose edges lie in one open-addressed table: nearly every word of every message is walked along it, most of
 * them to leave it after a letter or two.
 */
const makeTrie = (): Trie => {
  const exact: Array<Array<number>> = [[]]
  const stems: Array<Array<number>> = [[]]
  const parents: Array<number> = [-1]
  /** Symbols as they become known: of the word that ends at a node, of any other word that passes it. */
  let endSymbols: Array<number> = []
  let passSymbols: Array<number> = []
  let capacity = 1 << 10
  let froms = new Int32Array(capacity).fill(-1)
  let units = new Uint16Array(capacity)
  let targets = new Int32Array(capacity)
  let edges = 0

  const slotOf = (node: number, unit: number): number => {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & (capacity - 1)
    while (froms[slot] !== -1 && (froms[slot] !== node || units[slot] !== unit)) slot = (slot + 1) & (capacity - 1)
    return slot
  }
  const grow = (): void => {
    const old = { froms, units, targets }
    capacity *= 2
    froms = new Int32Array(capacity).fill(-1)
    units = new Uint16Array(capacity)
    targets = new Int32Array(capacity)
    for (const [index, from] of old.froms.entries()) {
      if (from === -1) continue
      const slot = slotOf(from, old.units[index] ?? 0)
      froms[slot] = from
      units[slot] = old.units[index] ?? 0
      targets[slot] = old.targets[index] ?? 0
    }
  }
  const child = (node: number, unit: number): number => {
    const slot = slotOf(node, unit)
    if (froms[slot] !== -1) return targets[slot] ?? 0
    const made = exact.push([]) - 1
    stems.push([])
    parents.push(node)
    froms[slot] = node
    units[slot] = unit
    targets[slot] = made
    edges += 1
    if (edges * 2 > capacity) grow()
    return made
  }
  const stemsUpTo = (node: number): ReadonlyArray<number> => {
    const found: Array<number> = []
    for (let at = node; at >= 0; at = parents[at] ?? -1) found.push(...(stems[at] ?? []))
    return found
  }
  const walk = (
    word: string,
    from: number,
    step: number,
    intern: (classes: ReadonlyArray<number>) => number
  ): number => {
    let node = 0
    for (let position = from; position >= 0 && position < word.length; position += step) {
      const slot = slotOf(node, word.charCodeAt(position))
      if (froms[slot] === -1) {
        if (node === 0) return unknownWord
        passSymbols[node] ??= intern(stemsUpTo(node))
        return passSymbols[node] ?? unknownWord
      }
      node = targets[slot] ?? 0
    }
    endSymbols[node] ??= intern([...stemsUpTo(node), ...(exact[node] ?? [])])
    return endSymbols[node] ?? unknownWord
  }
  return {
    add: ({ text, stem }, wordClass) => {
      let node = 0
      for (let position = 0; position < text.length; position++) node = child(node, text.charCodeAt(position))
      const classes = stem ? stems[node] : exact[node]
      if (classes !== undefined && !classes.includes(wordClass)) classes.push(wordClass)
      endSymbols = []
      passSymbols = []
    },
    symbolOf: (word, intern) => walk(word, 0, 1, intern),
    symbolOfEnding: (word, intern) => walk(word, word.length - 1, -1, intern)
  }
}
