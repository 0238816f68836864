import { fold } from "../../text/fold.ts"
import type { PhraseScanner } from "../phrase/PhraseScanner.ts"
import type { Vocabulary } from "../phrase/Vocabulary.ts"
import { nothing, type Survey, surveyOf, surveyOfOriginal } from "./survey.ts"
import { WordReader } from "./WordReader.ts"
import { wordEnds } from "./wordEnds.ts"

/** The result of prefiltering a text. Negative hints are certain; positive ones need a closer look. */
export interface Hints {
  readonly survey: Survey
  /**
   * The scanner's groups of phrases that match, as long as nothing in the text is a contact; undefined if the prefilter
   * cannot decide.
   */
  readonly groups: ReadonlyArray<number> | undefined
}

/** Recognizes the many texts without findings, without tokenizing them. */
export interface Prefilter {
  readonly look: (text: string) => Hints
}

/** @param scanner knows all phrases whose match in a message can affect the findings. */
export const prefilterOf = (scanner: PhraseScanner, vocabulary: Vocabulary): Prefilter => {
  const { signatures } = scanner
  const words = new WordReader(vocabulary, signatures)
  /** The groups that match; undefined if the prefilter cannot decide. `text` is the text that `words` has just read. */
  const groupsIn = (text: string): ReadonlyArray<number> | undefined => {
    if (words.isOdd) return undefined
    const groups = signatures.groupsMetBy(words.trail, () => endsIn(text))
    if (groups.length === 0) return groups
    if (words.hasPictographs) return undefined
    const read = { symbols: words.trail.symbols(), ends: endsIn(text), vocabulary }
    return groups.filter((group) => scanner.hasMatch(group, read))
  }
  /** Empty if the prefilter cannot decide what follows each word. */
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
