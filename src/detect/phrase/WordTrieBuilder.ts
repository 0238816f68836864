import { packLists } from "./NumberLists.ts"
import { slotOfEdge, type WordTrie } from "./WordTrie.ts"

/** Builds a trie of words and stems. */
export class WordTrieBuilder {
  private readonly exact: Array<Array<number> | undefined> = [undefined]
  private readonly stems: Array<Array<number> | undefined> = [undefined]
  private readonly parents: Array<number> = [-1]
  private edges = emptyEdges(1 << 10)

  /** @param stem whether to match any word with this beginning. */
  add(text: string, stem: boolean, wordClass: number): void {
    let node = 0
    for (let position = 0; position < text.length; position++) node = this.child(node, text.charCodeAt(position))
    const lists = stem ? this.stems : this.exact
    const classes = lists[node]
    if (classes === undefined) lists[node] = [wordClass]
    else if (!classes.includes(wordClass)) classes.push(wordClass)
  }

  /** The trie of what has been added so far. */
  trie(): WordTrie {
    const nodes = this.parents.length
    const { froms, units, targets } = this.edges
    return {
      froms: froms.slice(),
      units: units.slice(),
      targets: targets.slice(),
      parents: Int32Array.from(this.parents),
      exact: packLists(Array.from({ length: nodes }, (_, node) => this.exact[node])),
      stems: packLists(Array.from({ length: nodes }, (_, node) => this.stems[node]))
    }
  }

  private child(node: number, unit: number): number {
    const slot = slotOfEdge(this.edges, node, unit)
    if (this.edges.froms[slot] !== -1) return this.edges.targets[slot] ?? 0
    const made = this.parents.push(node) - 1
    setEdge(this.edges, slot, node, unit, made)
    if (made * 2 > this.edges.froms.length) this.edges = doubled(this.edges)
    return made
  }
}

type Edges = Pick<WordTrie, "froms" | "units" | "targets">

const emptyEdges = (capacity: number): Edges => ({
  froms: new Int32Array(capacity).fill(-1),
  units: new Uint16Array(capacity),
  targets: new Int32Array(capacity)
})

const setEdge = (edges: Edges, slot: number, from: number, unit: number, target: number): void => {
  edges.froms[slot] = from
  edges.units[slot] = unit
  edges.targets[slot] = target
}

const doubled = (old: Edges): Edges => {
  const edges = emptyEdges(old.froms.length * 2)
  for (let index = 0; index < old.froms.length; index++) {
    const from = old.froms[index] ?? -1
    if (from === -1) continue
    const unit = old.units[index] ?? 0
    setEdge(edges, slotOfEdge(edges, from, unit), from, unit, old.targets[index] ?? 0)
  }
  return edges
}
