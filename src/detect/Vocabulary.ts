/** A word of a phrase: exactly `text`, or any word that begins with it. Folded as a token is. */
export interface Literal {
  readonly text: string
  readonly stem: boolean
}

interface TrieNode {
  readonly children: Map<number, TrieNode>
  /** The classes that a word ending here belongs to, and those of any word that passes here. */
  readonly exact: Array<number>
  readonly stems: Array<number>
}

/**
 * All words that the phrases of a rule set know, grouped into classes ("пришлите or скиньте or any word beginning with
 * отправ"). One walk along a word tells all its classes, however many phrases there are.
 */
export interface Vocabulary {
  /** The number of the class of these words; the same words get the same number. */
  readonly classOf: (literals: ReadonlyArray<Literal>) => number
  /** The classes that a token's word belongs to. */
  readonly classesOf: (word: string) => ReadonlyArray<number>
}

const noClasses: ReadonlyArray<number> = []

export const makeVocabulary = (): Vocabulary => {
  const root = makeNode()
  const known = new Map<string, number>()
  const classOf = (literals: ReadonlyArray<Literal>): number => {
    const key = [...new Set(literals.map(({ text, stem }) => (stem ? `${text}*` : text)))].sort().join("|")
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const number = known.size
    known.set(key, number)
    for (const literal of literals) {
      const node = nodeAt(root, literal.text)
      const numbers = literal.stem ? node.stems : node.exact
      if (!numbers.includes(number)) numbers.push(number)
    }
    return number
  }
  const classesOf = (word: string): ReadonlyArray<number> => {
    let found: Array<number> | undefined
    let node = root
    for (let position = 0; position < word.length; position++) {
      const next = node.children.get(word.charCodeAt(position))
      if (next === undefined) return found ?? noClasses
      node = next
      if (node.stems.length > 0) found = [...(found ?? noClasses), ...node.stems]
    }
    return node.exact.length === 0 ? (found ?? noClasses) : [...(found ?? noClasses), ...node.exact]
  }
  return { classOf, classesOf }
}

const makeNode = (): TrieNode => ({ children: new Map(), exact: [], stems: [] })

const nodeAt = (root: TrieNode, text: string): TrieNode => {
  let node = root
  for (let position = 0; position < text.length; position++) {
    const unit = text.charCodeAt(position)
    let next = node.children.get(unit)
    if (next === undefined) {
      next = makeNode()
      node.children.set(unit, next)
    }
    node = next
  }
  return node
}
