import { ask, furtherTriggersOf, isMet, type Requirement, triggersOf } from "./PhraseRequirements.ts"
import type { Vocabulary } from "./Vocabulary.ts"
import { WordClasses } from "./WordClasses.ts"

/** The bits of a signature, in words of 32: more than there are requirements, or some share a bit. */
const bitWords = 64

/**
 * Tells whether the words of a text can meet any of some requirements. Each requirement has a bit; a word sets the bits of those whose rarest
 * demand it meets, and apart from these the bits of those whose second demand it meets. Only where both are set, the requirement is asked.
 */
export class RequirementSignatures {
  private readonly requirements: ReadonlyArray<Requirement>
  private readonly vocabulary: Vocabulary
  private readonly rarest: ReadonlyMap<number, ReadonlyArray<number>>
  private readonly further: ReadonlyMap<number, ReadonlyArray<number>>
  /** Of each symbol, the places of its bits; undefined while they are not known. */
  private readonly rows: Array<SymbolBits | undefined> = []
  private readonly rarestMet = new Int32Array(bitWords)
  private readonly furtherMet = new Int32Array(bitWords)
  private readonly symbols: Array<number> = []
  private readonly classes = new WordClasses()

  constructor(requirements: ReadonlyArray<Requirement>, vocabulary: Vocabulary) {
    this.requirements = requirements
    this.vocabulary = vocabulary
    this.rarest = bitsByClass(requirements, triggersOf)
    this.further = bitsByClass(requirements, furtherTriggersOf)
  }

  /** Begins a text. */
  begin(): void {
    this.rarestMet.fill(0)
    this.furtherMet.fill(0)
    this.symbols.length = 0
  }

  /** Takes a word of the text. */
  add(symbol: number): void {
    this.symbols.push(symbol)
    const row = this.rows[symbol] ?? this.learn(symbol)
    for (let word = 0; word < row.rarestWords.length; word++) {
      const place = row.rarestWords[word] ?? 0
      this.rarestMet[place] = (this.rarestMet[place] ?? 0) | (row.rarestBits[word] ?? 0)
    }
    for (let word = 0; word < row.furtherWords.length; word++) {
      const place = row.furtherWords[word] ?? 0
      this.furtherMet[place] = (this.furtherMet[place] ?? 0) | (row.furtherBits[word] ?? 0)
    }
  }

  /** Whether the words taken since `begin` can meet a requirement. */
  mayBeMet(): boolean {
    let asked = false
    for (let word = 0; word < bitWords; word++) {
      let bits = (this.rarestMet[word] ?? 0) & (this.furtherMet[word] ?? 0)
      if (bits !== 0 && !asked) {
        asked = true
        this.collectClasses()
        ask()
      }
      for (; bits !== 0; bits &= bits - 1) {
        const bit = word * 32 + (31 - Math.clz32(bits & -bits))
        for (let index = bit; index < this.requirements.length; index += bitWords * 32) {
          const requirement = this.requirements[index]
          if (requirement !== undefined && isMet(requirement, this.classes)) return true
        }
      }
    }
    return false
  }

  private collectClasses(): void {
    this.classes.clear()
    for (const symbol of this.symbols) this.classes.add(this.vocabulary.classesOf(symbol))
  }

  private learn(symbol: number): SymbolBits {
    const classes = this.vocabulary.classesOf(symbol)
    const [rarestWords, rarestBits] = bitsOf(classes, this.rarest)
    const [furtherWords, furtherBits] = bitsOf(classes, this.further)
    const row = { rarestWords, rarestBits, furtherWords, furtherBits }
    this.rows[symbol] = row
    return row
  }
}

/** The words of the bit sets that are not zero, by their places. */
interface SymbolBits {
  readonly rarestWords: Uint8Array
  readonly rarestBits: Int32Array
  readonly furtherWords: Uint8Array
  readonly furtherBits: Int32Array
}

const bitsByClass = (
  requirements: ReadonlyArray<Requirement>,
  classesOf: (requirement: Requirement) => ReadonlyArray<number>
): ReadonlyMap<number, ReadonlyArray<number>> => {
  const bits = new Map<number, Array<number>>()
  for (const [index, requirement] of requirements.entries()) {
    const bit = index % (bitWords * 32)
    for (const wordClass of new Set(classesOf(requirement))) {
      const listed = bits.get(wordClass)
      if (listed === undefined) bits.set(wordClass, [bit])
      else listed.push(bit)
    }
  }
  return bits
}

const bitsOf = (
  classes: ReadonlyArray<number>,
  byClass: ReadonlyMap<number, ReadonlyArray<number>>
): readonly [places: Uint8Array, bits: Int32Array] => {
  const whole = new Int32Array(bitWords)
  for (const wordClass of classes) {
    for (const bit of byClass.get(wordClass) ?? []) whole[bit >>> 5] = (whole[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
  const places = [...whole.keys()].filter((place) => whole[place] !== 0)
  return [Uint8Array.from(places), Int32Array.from(places, (place) => whole[place] ?? 0)]
}
