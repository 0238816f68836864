import { BitTable } from "./BitTable.ts"
import { ClassBits } from "./ClassBits.ts"
import { sentenceEnd } from "./ClassifiedTokens.ts"
import type { NumberLists } from "./NumberLists.ts"
import { Requirements } from "./Requirements.ts"
import { classOfRequirement, type RequirementTables } from "./RequirementTables.ts"
import type { Vocabulary } from "./Vocabulary.ts"
import { furtherBit, symbolOfTraits, triggerBit, type WordTrail } from "./WordTrail.ts"

/** Requirements and what they demand: plain values, which a file can keep. */
export interface SignatureTables {
  readonly requirements: RequirementTables
  /** For the rarest demand of the requirements, the second one and so on. */
  readonly demands: ReadonlyArray<DemandTables>
}

/** The demands of all requirements that come in one place of their order. */
export interface DemandTables {
  /** By the class of a word, the indices of the requirements whose demand such a word meets. */
  readonly byClass: NumberLists
  /** The indices of the requirements that have no demand in this place. */
  readonly none: ReadonlyArray<number>
}

/**
 * Tells which of some requirements the words of a text can meet. Each requirement has a bit of its own; a word sets the bits of those whose
 * first demand it meets, apart from these the bits of those whose second demand it meets, and so on. Only where all are set, the requirement is
 * asked.
 */
export class RequirementSignatures {
  private readonly each: Int32Array
  private readonly groups: Int32Array
  private readonly crossing: Uint8Array
  private readonly always: ReadonlyArray<number>
  private readonly requirements: Requirements
  private readonly demands: ReadonlyArray<Demands>
  /** The bits whose demands were met so far. Zero but for the places in `touched`, and all zero between two texts. */
  private readonly met: Int32Array
  private readonly metNext: Int32Array
  private readonly touched: Array<number> = []
  private readonly classes: ClassBits
  /** Of each symbol, those of its classes that any requirement asks for. */
  private readonly classTable: BitTable

  constructor({ requirements, demands }: SignatureTables, vocabulary: Vocabulary) {
    this.each = requirements.each
    this.groups = requirements.groups
    this.crossing = requirements.crossing
    this.always = requirements.always
    this.requirements = new Requirements(requirements)
    const bitWords = (requirements.each.length + 31) >>> 5
    this.met = new Int32Array(bitWords)
    this.metNext = new Int32Array(bitWords)
    this.demands = demands.map((tables) => new Demands(tables, bitWords, vocabulary))
    const asked = classesAskedBy(requirements)
    this.classes = new ClassBits(asked.reduce((most, wordClass) => Math.max(most, wordClass), 0) + 1)
    const isAsked = new Set(asked)
    this.classTable = new BitTable((symbol) =>
      vocabulary.classesOf(symbol).filter((wordClass) => isAsked.has(wordClass))
    )
  }

  /** What a trail must know of the words of a symbol: whether they meet a first or a further demand. */
  bitsOf(symbol: number): number {
    const [first, ...further] = this.demands
    return (
      (first?.table.isEmpty(symbol) ? 0 : triggerBit) |
      (further.every(({ table }) => table.isEmpty(symbol)) ? 0 : furtherBit)
    )
  }

  /**
   * The groups of which the words of a text can meet a requirement, each once, in order.
   *
   * @param ends tells what follows each word, as `classify` does, or nothing where that is not known; asked only where the text as a whole
   * meets a requirement.
   */
  groupsMetBy(words: WordTrail, ends: () => Uint8Array): ReadonlyArray<number> {
    // Where a text holds no word of the first kind, it does not matter what else it holds.
    if ((words.seen & triggerBit) === 0) return this.always
    this.meetFirst(words)
    for (let order = 1; order < this.demands.length && this.touched.length > 0; order++) this.meetNext(words, order)
    if (this.touched.length === 0) return this.always
    const candidates = this.takeMet()
    const met = this.metWithin(words, 0, words.count, candidates)
    if (met.length === 0) return this.always
    const found = new Set([...this.always, ...this.groupsOf(met, words, ends())])
    return [...found].sort((one, other) => one - other)
  }

  private meetFirst({ traits, count }: WordTrail): void {
    const first = this.demands[0]
    if (first === undefined) return
    for (let index = 0; index < count; index++) {
      const word = traits[index] ?? 0
      if ((word & triggerBit) !== 0) first.table.setAndNote(this.met, symbolOfTraits(word), this.touched)
    }
  }

  /** Leaves the bits whose next demand is met as well, or that have none. */
  private meetNext({ traits, count }: WordTrail, order: number): void {
    const { met, metNext, touched } = this
    const demands = this.demands[order]
    if (demands === undefined) return
    for (const place of touched) metNext[place] = demands.none[place] ?? 0
    for (let index = 0; index < count; index++) {
      const word = traits[index] ?? 0
      if ((word & furtherBit) !== 0) demands.table.setIn(metNext, symbolOfTraits(word))
    }
    let left = 0
    for (const place of touched) {
      const bits = (met[place] ?? 0) & (metNext[place] ?? 0)
      met[place] = bits
      if (bits !== 0) touched[left++] = place
    }
    touched.length = left
  }

  /** The requirements whose bits are left. */
  private takeMet(): ReadonlyArray<number> {
    const { met, touched } = this
    const found: Array<number> = []
    for (const place of touched) {
      for (let bits = met[place] ?? 0; bits !== 0; bits &= bits - 1) {
        found.push(place * 32 + (31 - Math.clz32(bits & -bits)))
      }
      met[place] = 0
    }
    touched.length = 0
    return found
  }

  /** Those of some requirements that the words from `first` on and before `end` meet. */
  private metWithin(
    { traits }: WordTrail,
    first: number,
    end: number,
    candidates: ReadonlyArray<number>
  ): ReadonlyArray<number> {
    const { each, requirements, classes, classTable } = this
    classes.clear()
    for (let index = first; index < end; index++) classTable.setIn(classes.words, symbolOfTraits(traits[index] ?? 0))
    requirements.ask(classes)
    return candidates.filter((index) => requirements.isMet(each[index] ?? 0))
  }

  /** The groups of the requirements that a text meets, but for those that need one sentence and that none meets alone. */
  private groupsOf(met: ReadonlyArray<number>, words: WordTrail, ends: Uint8Array): ReadonlyArray<number> {
    const { groups, crossing } = this
    const found = met.filter((index) => crossing[index] === 1)
    const others = met.filter((index) => crossing[index] === 0)
    for (let first = 0, index = 0; others.length > 0 && index < words.count; index++) {
      if (((ends[index] ?? 0) & sentenceEnd) === 0 && index < words.count - 1) continue
      found.push(...this.metWithin(words, first, index + 1, others))
      first = index + 1
    }
    return found.map((index) => groups[index] ?? 0)
  }
}

class Demands {
  /** The bits of the requirements that have none in this place. */
  readonly none: Int32Array
  /** Of each symbol, the bits that its words set. */
  readonly table: BitTable

  constructor({ byClass, none }: DemandTables, bitWords: number, vocabulary: Vocabulary) {
    this.none = new Int32Array(bitWords)
    for (const bit of none) this.none[bit >>> 5] = (this.none[bit >>> 5] ?? 0) | (1 << (bit & 31))
    const { starts, numbers } = byClass
    this.table = new BitTable((symbol) =>
      vocabulary
        .classesOf(symbol)
        .flatMap((wordClass) => [...numbers.subarray(starts[wordClass] ?? 0, starts[wordClass + 1] ?? 0)])
    )
  }
}

const classesAskedBy = ({ each, parts }: RequirementTables): ReadonlyArray<number> =>
  [...each, ...parts.numbers].filter((requirement) => requirement < 0).map(classOfRequirement)
