import type { ClassifiedTokens } from "./ClassifiedTokens.ts"
import type { PhraseMatcher } from "./PhraseMatcher.ts"
import type { WordsOfText } from "./PhraseTracker.ts"
import { RequirementSignatures, type SignatureTables } from "./RequirementSignatures.ts"
import type { Vocabulary } from "./Vocabulary.ts"
import { traitsOf, WordTrail } from "./WordTrail.ts"

/** Finds which of many groups of phrases match a text. Groups ruled out by the words of the text are skipped. */
export class PhraseScanner {
  readonly signatures: RequirementSignatures
  private readonly groups: ReadonlyArray<PhraseMatcher>
  private readonly trail = new WordTrail()

  /** @param groups in the order used in the tables. */
  constructor(tables: SignatureTables, groups: ReadonlyArray<PhraseMatcher>, vocabulary: Vocabulary) {
    this.signatures = new RequirementSignatures(tables, vocabulary)
    this.groups = groups
  }

  /** The indices of the matching groups, in order. */
  scan(text: ClassifiedTokens): ReadonlyArray<number> {
    const { trail, signatures } = this
    trail.begin()
    for (const symbol of text.symbols) trail.add(traitsOf(symbol, signatures.bitsOf(symbol)), 0, 0)
    return signatures.groupsMetBy(trail, () => text.ends).filter((group) => this.hasMatch(group, text))
  }

  /** Whether a group matches. */
  hasMatch(group: number, text: WordsOfText): boolean {
    return this.groups[group]?.hasMatch(text) ?? false
  }
}
