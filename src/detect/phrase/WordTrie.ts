import { listAt, type NumberLists } from "./NumberLists.ts"

/**
 * The beginnings of words as a tree, with the classes of the words that end at each node. Its edges lie in one open-addressed table:
 * nearly every word of every message is walked along it, most of them to leave it after a letter or two.
 */
export interface WordTrie {
  /** Of each slot: the node that the edge leaves, or -1 where the slot is free. There is a power of two of them. */
  readonly froms: Int32Array
  /** The UTF-16 unit that the edge takes. */
  readonly units: Uint16Array
  /** The node that the edge leads to. */
  readonly targets: Int32Array
  /** Of each node the one before it; -1 for the root, which is 0. */
  readonly parents: Int32Array
  /** Of each node, the classes of the word that ends there. */
  readonly exact: NumberLists
  /** Of each node, the classes of any word that begins so. */
  readonly stems: NumberLists
}

/** The letters that are masked. */
const anyLetter: ReadonlyArray<number> = Array.from(
  "абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz",
  (letter) => letter.charCodeAt(0)
)

type Edges = Pick<WordTrie, "froms" | "units">

/** The slot of an edge, or the free one where it would lie. */
export const slotOfEdge = ({ froms, units }: Edges, node: number, unit: number): number => {
  const last = froms.length - 1
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0
  slot = (slot ^ (slot >>> 15)) & last
  while (froms[slot] !== -1 && (froms[slot] !== node || units[slot] !== unit)) slot = (slot + 1) & last
  return slot
}

/** Classes that begin at a node or before it. */
const stemsUpTo = ({ parents, stems }: WordTrie, node: number): ReadonlyArray<number> => {
  const found: Array<number> = []
  for (let at = node; at >= 0; at = parents[at] ?? -1) found.push(...listAt(stems, at))
  return found
}

/** Reads words along a trie. */
export class WordTrieReader {
  private readonly trie: WordTrie
  private readonly intern: (classes: ReadonlyArray<number>) => number
  /** Symbols as they become known: of the word that ends at a node, of any other word that passes it. */
  private readonly endSymbols: Array<number | undefined> = []
  private readonly passSymbols: Array<number | undefined> = []

  /** @param intern gives the symbol of classes; 0 of none. */
  constructor(trie: WordTrie, intern: (classes: ReadonlyArray<number>) => number) {
    this.trie = trie
    this.intern = intern
  }

  symbolOf(word: string): number {
    return this.walk(word, 0, 1)
  }

  /** The same for a trie of words that are read from their ends. */
  symbolOfEnding(word: string): number {
    return this.walk(word, word.length - 1, -1)
  }

  /** The symbols of all words that the masked word may be, in which a star stands for any one letter. */
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
