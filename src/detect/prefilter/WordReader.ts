import { tokenize } from "../../text/tokenize.ts"
import { pictographs } from "../phrase/pictographs.ts"
import type { RequirementSignatures } from "../phrase/RequirementSignatures.ts"
import { unknownWord, type Vocabulary } from "../phrase/Vocabulary.ts"
import { closerLookBit, traitsOf, WordTrail } from "../phrase/WordTrail.ts"
import { longestMemoWord, WordMemo } from "../WordMemo.ts"
import { mayIdeographNeedCloserLook, mayNeedCloserLook } from "./closerLook.ts"
import type { WordListener } from "./survey.ts"

const pictographCodePoints = new Map([...pictographs].map((sign) => [sign.codePointAt(0) ?? 0, sign]))

/**
 * Whether a code point is a letter outside the Basic Multilingual Plane. The signs and pictographs there lie in one
 * block.
 */
const isRareLetter = (codePoint: number): boolean => codePoint > 0xffff && (codePoint < 0x1f000 || codePoint > 0x1ffff)

/** Longer numbers rarely repeat, so they are not cached. */
const longestUsualNumber = 3

/** Reads the words of a text, with disguises removed, as symbols of the vocabulary. */
export class WordReader implements WordListener {
  readonly trail = new WordTrail()
  /** Whether the text contains words that only `tokenize` can read. */
  isOdd = false
  /** Whether the text contains signs that stand for words; `wordEnds` does not handle these. */
  hasPictographs = false
  private readonly vocabulary: Vocabulary
  private readonly signatures: RequirementSignatures
  private readonly memo = new WordMemo()

  constructor(vocabulary: Vocabulary, signatures: RequirementSignatures) {
    this.vocabulary = vocabulary
    this.signatures = signatures
  }

  begin(): void {
    this.isOdd = false
    this.hasPictographs = false
    this.trail.begin()
  }

  word(text: string, start: number, end: number, hash: number): number {
    const known = end - start > longestMemoWord ? -1 : this.memo.get(text, start, end, hash)
    const traits = known >= 0 ? known : this.learnWord(text, start, end, hash)
    this.trail.add(traits, start, end)
    return traits
  }

  number(text: string, start: number, end: number, hash: number): void {
    const known = end - start > longestUsualNumber ? -1 : this.memo.get(text, start, end, hash)
    this.trail.add(known >= 0 ? known : this.learnNumber(text, start, end, hash), start, end)
  }

  ideograph(text: string, start: number): number {
    // The hash of a single unit is the unit.
    const hash = text.charCodeAt(start)
    const known = this.memo.get(text, start, start + 1, hash)
    const traits = known >= 0 ? known : this.learnIdeograph(text, start, hash)
    this.trail.add(traits, start, start + 1)
    return traits
  }

  sign(codePoint: number, start: number, end: number): void {
    const pictograph = pictographCodePoints.get(codePoint)
    if (pictograph !== undefined) {
      this.hasPictographs = true
      this.trail.add(this.traitsOf(this.vocabulary.symbolOf(pictograph)), start, end)
    } else if (isRareLetter(codePoint)) this.isOdd = true
  }

  oddWord(): void {
    this.isOdd = true
  }

  private learnWord(text: string, start: number, end: number, hash: number): number {
    const [token] = tokenize(text.slice(start, end).toLowerCase())
    const symbol = token === undefined ? unknownWord : this.vocabulary.symbolOf(token.word)
    const traits = this.traitsOf(symbol) | (mayNeedCloserLook(text, start, end) ? closerLookBit : 0)
    if (end - start <= longestMemoWord) this.memo.set(text, start, end, hash, traits)
    return traits
  }

  private learnIdeograph(text: string, start: number, hash: number): number {
    const character = text.charAt(start)
    const traits =
      this.traitsOf(this.vocabulary.symbolOf(character)) | (mayIdeographNeedCloserLook(character) ? closerLookBit : 0)
    this.memo.set(text, start, start + 1, hash, traits)
    return traits
  }

  private learnNumber(text: string, start: number, end: number, hash: number): number {
    const traits = this.traitsOf(this.vocabulary.symbolOf(text.slice(start, end)))
    if (end - start <= longestUsualNumber) this.memo.set(text, start, end, hash, traits)
    return traits
  }

  private traitsOf(symbol: number): number {
    return traitsOf(symbol, this.signatures.bitsOf(symbol))
  }
}
