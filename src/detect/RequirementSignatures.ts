import type { NumberLists } from "./NumberLists.ts"
import { Requirements } from "./Requirements.ts"
import type { RequirementTables } from "./RequirementTables.ts"
import type { Vocabulary } from "./Vocabulary.ts"
import { WordClasses } from "./WordClasses.ts"

/** The bits of a signature, in words of 32: more than there are requirements, or some share a bit. */
const bitWords = 64

/** How many bits a signature has. */
export const signatureBits = bitWords * 32

/** Requirements with their bits: plain values, which a file can keep. */
export interface SignatureTables {
  readonly requirements: RequirementTables
  /** By the class of a word, the bits of the requirements whose rarest demand such a word meets, or whose second demand. */
  readonly rarest: NumberLists
  readonly further: NumberLists
}

/**
 * Tells whether the words of a text can meet any of some requirements. Each requirement has a bit; a word sets the bits of those whose rarest
 * demand it meets, and apart from these the bits of those whose second demand it meets. Only where both are set, the requirement is asked.
 */
export class RequirementSignatures {
  private readonly tables: SignatureTables
  private readonly requirements: Requirements
  private readonly vocabulary: Vocabulary
  /** Of each symbol, the places of its bits; undefined while they are not known. */
  private readonly rows: Array<SymbolBits | undefined> = []
  private readonly rarestMet = new Int32Array(bitWords)
  private readonly furtherMet = new Int32Array(bitWords)
  private readonly symbols: Array<number> = []
  private readonly classes = new WordClasses()

  constructor(tables: SignatureTables, vocabulary: Vocabulary) {
    this.tables = tables
    this.requirements = new Requirements(tables.requirements)
    this.vocabulary = vocabulary
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
    const { each } = this.tables.requirements
    let asked = false
    for (let word = 0; word < bitWords; word++) {
      let bits = (this.rarestMet[word] ?? 0) & (this.furtherMet[word] ?? 0)
      if (bits !== 0 && !asked) {
        asked = true
        this.collectClasses()
        this.requirements.ask(this.classes)
      }
      for (; bits !== 0; bits &= bits - 1) {
        const bit = word * 32 + (31 - Math.clz32(bits & -bits))
        for (let index = bit; index < each.length; index += signatureBits) {
          if (this.requirements.isMet(each[index] ?? 0)) return true
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
    const [rarestWords, rarestBits] = bitsOf(classes, this.tables.rarest)
    const [furtherWords, furtherBits] = bitsOf(classes, this.tables.further)
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

const bitsOf = (
  classes: ReadonlyArray<number>,
  { starts, numbers }: NumberLists
): readonly [places: Uint8Array, bits: Int32Array] => {
  const whole = new Int32Array(bitWords)
  for (const wordClass of classes) {
    for (const bit of numbers.subarray(starts[wordClass] ?? 0, starts[wordClass + 1] ?? 0)) {
      whole[bit >>> 5] = (whole[bit >>> 5] ?? 0) | (1 << (bit & 31))
    }
  }
  const places = [...whole.keys()].filter((place) => whole[place] !== 0)
  return [Uint8Array.from(places), Int32Array.from(places, (place) => whole[place] ?? 0)]
}
