import { BitTable } from "./BitTable.ts"
import { ClassBits } from "./ClassBits.ts"
import { sentenceEnd } from "./ClassifiedTokens.ts"
import type { NumberLists } from "./NumberLists.ts"
import { Requirements } from "./Requirements.ts"
import { classOfRequirement, type RequirementTables } from "./RequirementTables.ts"
import type { Vocabulary } from "./Vocabulary.ts"
import { furtherBit, symbolOfTraits, triggerBit, type WordTrail } from "./WordTrail.ts"

/** Requirements and their demands: plain values that can be stored in a file. */
export interface SignatureTables {
  readonly requirements: RequirementTables
  /** The rarest demand of each requirement, then the second rarest and so on. */
  readonly demands: ReadonlyArray<DemandTables>
}

/** The demands of all requirements at one position of their order. */
export interface DemandTables {
  /** By word class, the indices of the requirements whose demand it meets. */
  readonly byClass: NumberLists
  /** The indices of the requirements without a demand at this position. */
  readonly none: ReadonlyArray<number>
}

/**
 * Finds the requirements that the words of a text can meet. Each requirement has one bit. The words of the text set the
 * bits of the requirements whose first demand they meet, separately of those whose second demand they meet, and so on.
 * Only requirements with all bits set are checked in full.
 */
export class RequirementSignatures {
  private readonly each: Int32Array
  private readonly groups: Int32Array
  private readonly crossing: Uint8Array
  private readonly always: ReadonlyArray<number>
  private readonly requirements: Requirements
  private readonly demands: ReadonlyArray<Demands>
  /** The bits whose demands are met so far. Nonzero only at the indices in `touched`; all zero between texts. */
  private readonly met: Int32Array
  private readonly metNext: Int32Array
  private readonly touched: Array<number> = []
  private readonly classes: ClassBits
  /** By symbol, its classes that occur in any requirement. */
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

  /** The trail bits of a symbol: whether its words meet a first or a further demand. */
  bitsOf(symbol: number): number {
    const [first, ...further] = this.demands
    return (
      (first?.table.isEmpty(symbol) ? 0 : triggerBit) |
      (further.every(({ table }) => table.isEmpty(symbol)) ? 0 : furtherBit)
    )
  }

  /**
   * The groups with a requirement that the words of a text can meet, sorted and without duplicates.
   *
   * @param ends returns what follows each word, like `classify`, or an empty array if unknown; called only if the text
   * as a whole meets a requirement.
   */
  groupsMetBy(words: WordTrail, ends: () => Uint8Array): ReadonlyArray<number> {
    // Without a word that meets a first demand, no other word matters.
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

  /** Clears the bits whose demand of this order exists and is not met. */
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

  /** Returns the requirements with set bits and clears them. */
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

  /** The candidates that the words `first` to `end` (exclusive) meet. */
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

  /**
   * The groups of requirements that a text meets. Requirements of phrases within a sentence must be met by a single
   * sentence.
   */
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
  /** The bits of the requirements without a demand at this position. */
  readonly none: Int32Array
  /** By symbol, the bits that its words set. */
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
