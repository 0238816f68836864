import { fold } from "../../text/fold.ts"
import type { PhraseScanner } from "../phrase/PhraseScanner.ts"
import type { Vocabulary } from "../phrase/Vocabulary.ts"
import { nothing, type Survey, surveyOf, surveyOfOriginal } from "./survey.ts"
import { WordReader } from "./WordReader.ts"
import { wordEnds } from "./wordEnds.ts"

/** What one look at a text tells of it. Where it says no, there is nothing; where it says yes, there may be. */
export interface Hints {
  readonly survey: Survey
  /** The scanner's groups of phrases that have a match if nothing in the text is a contact; undefined where the look cannot tell. */
  readonly groups: ReadonlyArray<number> | undefined
}

/** Tells the many texts in which nothing can be found, without taking them apart. */
export interface Prefilter {
  readonly look: (text: string) => Hints
}

/** @param scanner knows all phrases whose match in a message can matter to what is found. */
export const prefilterOf = (scanner: PhraseScanner, vocabulary: Vocabulary): Prefilter => {
  const { signatures } = scanner
  const words = new WordReader(vocabulary, signatures)
  /** The groups that have a match; undefined where the look cannot tell. `text` is what was looked over. */
  const groupsIn = (text: string): ReadonlyArray<number> | undefined => {
    if (words.isOdd) return undefined
    const groups = signatures.groupsMetBy(words.trail, () => endsIn(text))
    if (groups.length === 0) return groups
    if (words.hasPictographs) return undefined
    const read = { symbols: words.trail.symbols(), ends: endsIn(text), vocabulary }
    return groups.filter((group) => scanner.hasMatch(group, read))
  }
  /** Nothing where the look cannot tell what ends with a word. */
  const endsIn = (text: string): Uint8Array => (words.hasPictographs ? noEnds : wordEnds(text, words.trail))
  const hintsOf = (text: string, survey: Survey): Hints => {
    const groups = groupsIn(text)
    return survey === nothing && groups?.length === 0 ? nowhere : { survey, groups }
  }
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

const noEnds = new Uint8Array(0)

const nowhere: Hints = { survey: nothing, groups: [] }
