import { fold } from "../text/fold.ts"
import { tokenize } from "../text/tokenize.ts"
import type { Phrase } from "./Phrase.ts"
import { type PhraseRequirements, phraseRequirements } from "./PhraseRequirements.ts"
import { pictographs } from "./pictographs.ts"
import {
  anyUnit,
  type Survey,
  surveyOf,
  surveyOfOriginal,
  type WordListener,
  wordOpening,
  wordOpenings
} from "./survey.ts"
import { type Literal, unknownWord, type Vocabulary } from "./Vocabulary.ts"
import { WordClasses } from "./WordClasses.ts"
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

/** @param phrases all whose match in a message can matter to what is found. */
export const compilePrefilter = (phrases: ReadonlyArray<Phrase>, vocabulary: Vocabulary): Prefilter => {
  const requirements = phraseRequirements(phrases, vocabulary)
  const symbols = new WordSymbols(vocabulary)
  const triggers = new Triggers(vocabulary, symbols, requirements)
  const words = new AllWords(vocabulary, symbols)
  /** Whether words make a phrase possible. Nearly every text holds none without which no phrase matches; of others all words are asked. */
  const mayMatch = (look: (listener: WordListener) => unknown): boolean => {
    if (triggers.isOdd || requirements.isNothing) return true
    if (!triggers.isMet) return false
    words.begin()
    look(words)
    return requirements.metBy(words.classes)
  }
  return {
    look: (text) => {
      triggers.begin()
      const survey = surveyOfOriginal(text, triggers)
      if (survey !== undefined) return { survey, phrases: mayMatch((listener) => surveyOfOriginal(text, listener)) }
      const folded = fold(text).text
      triggers.begin()
      return { survey: surveyOf(folded, triggers), phrases: mayMatch((listener) => surveyOf(folded, listener)) }
    }
  }
}

/** The vocabulary's symbols of the words of texts, without their disguise. */
class WordSymbols {
  private readonly vocabulary: Vocabulary
  private readonly memo = new WordMemo()

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  of(text: string, start: number, end: number, hash: number, isNumber: boolean): number {
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

const pictographCodePoints = new Map([...pictographs].map((sign) => [sign.codePointAt(0) ?? 0, sign]))

/** A letter of the supplementary planes: their signs and pictures lie in one stretch. */
const isRareLetter = (codePoint: number): boolean => codePoint > 0xffff && (codePoint < 0x1f000 || codePoint > 0x1ffff)

/** Looks for the words of which every text that any phrase matches holds one. */
class Triggers implements WordListener {
  readonly openings: Uint8Array
  isMet = false
  /** Whether words stand there that only `tokenize` can tell. */
  isOdd = false
  private readonly vocabulary: Vocabulary
  private readonly symbols: WordSymbols
  private readonly requirements: PhraseRequirements
  /** Whether a symbol is a trigger; undefined while it is not known. */
  private readonly known: Array<boolean | undefined> = []

  constructor(vocabulary: Vocabulary, symbols: WordSymbols, requirements: PhraseRequirements) {
    this.vocabulary = vocabulary
    this.symbols = symbols
    this.requirements = requirements
    this.openings = openingsOf(requirements.triggers.flatMap((wordClass) => vocabulary.literalsOf(wordClass)))
  }

  begin(): void {
    this.isMet = false
    this.isOdd = false
  }

  word(text: string, start: number, end: number, hash: number, isNumber: boolean): void {
    if (!this.isMet) this.ask(this.symbols.of(text, start, end, hash, isNumber))
  }

  ideograph(text: string, start: number, end: number): void {
    if (!this.isMet) this.ask(this.vocabulary.symbolOf(text.slice(start, end)))
  }

  sign(codePoint: number): void {
    const pictograph = pictographCodePoints.get(codePoint)
    if (pictograph !== undefined) this.ask(this.vocabulary.symbolOf(pictograph))
    else if (isRareLetter(codePoint)) this.isOdd = true
  }

  oddWord(): void {
    this.isOdd = true
  }

  private ask(symbol: number): void {
    if (symbol === unknownWord) return
    const isTrigger = this.known[symbol] ?? this.requirements.triggeredBy(this.vocabulary.classesOf(symbol))
    this.known[symbol] = isTrigger
    if (isTrigger) this.isMet = true
  }
}

/** Collects the classes of all words. */
class AllWords implements WordListener {
  readonly openings = new Uint8Array(wordOpenings).fill(1)
  readonly classes = new WordClasses()
  private readonly vocabulary: Vocabulary
  private readonly symbols: WordSymbols

  constructor(vocabulary: Vocabulary, symbols: WordSymbols) {
    this.vocabulary = vocabulary
    this.symbols = symbols
  }

  begin(): void {
    this.classes.clear()
  }

  word(text: string, start: number, end: number, hash: number, isNumber: boolean): void {
    this.add(this.symbols.of(text, start, end, hash, isNumber))
  }

  ideograph(text: string, start: number, end: number): void {
    this.add(this.vocabulary.symbolOf(text.slice(start, end)))
  }

  sign(codePoint: number): void {
    const pictograph = pictographCodePoints.get(codePoint)
    if (pictograph !== undefined) this.add(this.vocabulary.symbolOf(pictograph))
  }

  oddWord(): void {
    // Triggers have told it already.
  }

  private add(symbol: number): void {
    if (symbol !== unknownWord) this.classes.add(this.vocabulary.classesOf(symbol))
  }
}

/** How words begin that may be one of the literals. */
const openingsOf = (literals: ReadonlyArray<Literal>): Uint8Array => {
  const openings = new Uint8Array(wordOpenings)
  // A word that is known by its sound may begin with other letters.
  if (literals.some(({ text, stem, sounds }) => sounds === true || (stem && text.length < 2))) return openings.fill(1)
  for (const { text, stem } of literals) openings[openingOfLiteral(text, stem)] = 1
  return openings
}

const openingOfLiteral = (text: string, stem: boolean): number => {
  const unit = (index: number): number => (index < text.length ? text.charCodeAt(index) : stem ? anyUnit : 0)
  return wordOpening(unit(0), unit(1), unit(2), unit(3))
}
