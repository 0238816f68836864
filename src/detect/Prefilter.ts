import { fold } from "../text/fold.ts"
import type { PhraseScanner } from "./PhraseScanner.ts"
import { nothing, type Survey, surveyOf, surveyOfOriginal } from "./survey.ts"
import type { Vocabulary } from "./Vocabulary.ts"
import { WordReader } from "./WordReader.ts"
import { wordEnds } from "./wordEnds.ts"

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

/** @param scanner knows all phrases whose match in a message can matter to what is found. */
export const prefilterOf = (scanner: PhraseScanner, vocabulary: Vocabulary): Prefilter => {
  const { signatures } = scanner
  const words = new WordReader(vocabulary, signatures)
  /** `text` is what was looked over. */
  const mayHoldPhrases = (text: string): boolean => {
    if (words.isOdd) return true
    const groups = signatures.groupsMetBy(words.trail)
    if (groups.length === 0 || words.hasPictographs) return groups.length > 0
    const read = { symbols: words.trail.symbols(), ends: wordEnds(text, words.trail), vocabulary }
    return groups.some((group) => scanner.hasMatch(group, read))
  }
  const hintsOf = (text: string, survey: Survey): Hints =>
    mayHoldPhrases(text) ? { survey, phrases: true } : survey === nothing ? nowhere : { survey, phrases: false }
  return {
    look: (text) => {
      words.begin()
      const survey = surveyOfOriginal(text, words)
      if (survey !== undefined) return hintsOf(text, survey)
      words.begin()
      const folded = fold(text).text
      return hintsOf(folded, surveyOf(folded, words))
    }
  }
}

const nowhere: Hints = { survey: nothing, phrases: false }
