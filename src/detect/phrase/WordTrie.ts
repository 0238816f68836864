import { listAt, type NumberLists } from "./NumberLists.ts"

/**
 * A trie of words with the classes of the words that end at each node. The edges are stored in one open-addressed hash
 * table: nearly every word of every message is looked up, and most leave the trie after a letter or two.
 */
export interface WordTrie {
  /** By slot, the node at which the edge starts, or -1 if the slot is free. The number of slots is a power of two. */
  readonly froms: Int32Array
  /** By slot, the UTF-16 unit of the edge. */
  readonly units: Uint16Array
  /** By slot, the node at which the edge ends. */
  readonly targets: Int32Array
  /** By node, its parent; -1 for the root, node 0. */
  readonly parents: Int32Array
  /** By node, the classes of the word that ends there. */
  readonly exact: NumberLists
  /** By node, the classes of all words with this beginning. */
  readonly stems: NumberLists
}

/** The letters that a star may stand for. */
const anyLetter: ReadonlyArray<number> = Array.from(
  "абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz",
  (letter) => letter.charCodeAt(0)
)

type Edges = Pick<WordTrie, "froms" | "units">

/** The slot of an edge, or the free slot where it belongs. */
export const slotOfEdge = ({ froms, units }: Edges, node: number, unit: number): number => {
  const last = froms.length - 1
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0
  slot = (slot ^ (slot >>> 15)) & last
  while (froms[slot] !== -1 && (froms[slot] !== node || units[slot] !== unit)) slot = (slot + 1) & last
  return slot
}

/** The stem classes of a node and its ancestors. */
const stemsUpTo = ({ parents, stems }: WordTrie, node: number): ReadonlyArray<number> => {
  const found: Array<number> = []
  for (let at = node; at >= 0; at = parents[at] ?? -1) found.push(...listAt(stems, at))
  return found
}

/** Looks up words in a trie. */
export class WordTrieReader {
  private readonly trie: WordTrie
  private readonly intern: (classes: ReadonlyArray<number>) => number
  /** Cached symbols by node: of the word that ends there, and of any other word that passes it. */
  private readonly endSymbols: Array<number | undefined> = []
  private readonly passSymbols: Array<number | undefined> = []

  /** @param intern returns the symbol of classes; 0 for no classes. */
  constructor(trie: WordTrie, intern: (classes: ReadonlyArray<number>) => number) {
    this.trie = trie
    this.intern = intern
  }

  symbolOf(word: string): number {
    return this.walk(word, 0, 1)
  }

  /** Looks up a word from its end, in a trie of reversed endings. */
  symbolOfEnding(word: string): number {
    return this.walk(word, word.length - 1, -1)
  }

  /** The symbols of all words that a masked word may be; a star stands for one letter. */
  symbolsOfMasked(word: string): ReadonlyArray<number> {
    const { trie } = this
    const found: Array<number> = []
    let nodes = [0]
    for (const letter of word) {
      const next: Array<number> = []
      for (const node of nodes) {
        const before = next.length
        for (const unit of letter === "*" ? anyLetter : [letter.charCodeAt(0)]) {
          const slot = slotOfEdge(trie, node, unit)
          if (trie.froms[slot] !== -1) next.push(trie.targets[slot] ?? 0)
        }
        if (next.length === before && node !== 0) found.push(this.passSymbol(node))
      }
      nodes = next
    }
    for (const node of nodes) found.push(this.endSymbol(node))
    return found
  }

  private walk(word: string, from: number, step: number): number {
    const { trie } = this
    let node = 0
    for (let position = from; position >= 0 && position < word.length; position += step) {
      const slot = slotOfEdge(trie, node, word.charCodeAt(position))
      if (trie.froms[slot] === -1) return node === 0 ? 0 : this.passSymbol(node)
      node = trie.targets[slot] ?? 0
    }
    return this.endSymbol(node)
  }

  private passSymbol(node: number): number {
    const known = this.passSymbols[node]
    if (known !== undefined) return known
    const symbol = this.intern(stemsUpTo(this.trie, node))
    this.passSymbols[node] = symbol
    return symbol
  }

  private endSymbol(node: number): number {
    const known = this.endSymbols[node]
    if (known !== undefined) return known
    const symbol = this.intern([...stemsUpTo(this.trie, node), ...listAt(this.trie.exact, node)])
    this.endSymbols[node] = symbol
    return symbol
  }
}
