import { fold } from "../text/fold.ts"
import { tokenize } from "../text/tokenize.ts"
import { pictographs } from "./pictographs.ts"
import { RequirementSignatures, type SignatureTables } from "./RequirementSignatures.ts"
import { type Survey, surveyOf, surveyOfOriginal, type WordListener } from "./survey.ts"
import { unknownWord, type Vocabulary } from "./Vocabulary.ts"
import { longestMemoWord, WordMemo } from "./WordMemo.ts"

/** What one look at a text tells of it. Where it says no, there is nothing; where it says yes, there may be. */
export interface Hints {
  readonly survey: Survey
  /** Whether a phrase may match though nothing in the text is a contact. */
  readonly phrases: boolean
}

/** Tells the many texts in which nothing can be found, without taking them apart. */
export interface Prefilter {
  readonly look: (text: string) => Hints
}

export const prefilterOf = (tables: SignatureTables, vocabulary: Vocabulary): Prefilter => {
  const { isNothing } = tables.requirements
  const signatures = new RequirementSignatures(tables, vocabulary)
  const words = new WordReader(vocabulary, signatures)
  const hintsOf = (survey: Survey): Hints => ({
    survey,
    phrases: words.isOdd || isNothing || signatures.mayBeMet()
  })
  return {
    look: (text) => {
      words.begin()
      const survey = surveyOfOriginal(text, words)
      if (survey !== undefined) return hintsOf(survey)
      words.begin()
      return hintsOf(surveyOf(fold(text).text, words))
    }
  }
}

const pictographCodePoints = new Map([...pictographs].map((sign) => [sign.codePointAt(0) ?? 0, sign]))

/** A letter of the supplementary planes: their signs and pictures lie in one stretch. */
const isRareLetter = (codePoint: number): boolean => codePoint > 0xffff && (codePoint < 0x1f000 || codePoint > 0x1ffff)

/** Reads the words of a text as symbols of the vocabulary, without their disguise. */
class WordReader implements WordListener {
  /** Whether words stand there that only `tokenize` can tell. */
  isOdd = false
  private readonly vocabulary: Vocabulary
  private readonly signatures: RequirementSignatures
  private readonly memo = new WordMemo()

  constructor(vocabulary: Vocabulary, signatures: RequirementSignatures) {
    this.vocabulary = vocabulary
    this.signatures = signatures
  }

  begin(): void {
    this.isOdd = false
    this.signatures.begin()
  }

  word(text: string, start: number, end: number, hash: number, isNumber: boolean): void {
    const symbol = this.symbolOf(text, start, end, hash, isNumber)
    if (symbol !== unknownWord) this.signatures.add(symbol)
  }

  ideograph(text: string, start: number, end: number): void {
    const symbol = this.vocabulary.symbolOf(text.slice(start, end))
    if (symbol !== unknownWord) this.signatures.add(symbol)
  }

  sign(codePoint: number): void {
    const pictograph = pictographCodePoints.get(codePoint)
    if (pictograph !== undefined) this.signatures.add(this.vocabulary.symbolOf(pictograph))
    else if (isRareLetter(codePoint)) this.isOdd = true
  }

  oddWord(): void {
    this.isOdd = true
  }

  private symbolOf(text: string, start: number, end: number, hash: number, isNumber: boolean): number {
    if (end - start > longestMemoWord) return this.read(text, start, end)
    // Long numbers rarely come again.
    if (isNumber && end - start > 3) return this.vocabulary.symbolOf(text.slice(start, end))
    const known = this.memo.get(text, start, end, hash)
    if (known >= 0) return known
    const symbol = this.read(text, start, end)
    this.memo.set(text, start, end, hash, symbol)
    return symbol
  }

  private read(text: string, start: number, end: number): number {
    const [token] = tokenize(text.slice(start, end).toLowerCase())
    return token === undefined ? unknownWord : this.vocabulary.symbolOf(token.word)
  }
}
