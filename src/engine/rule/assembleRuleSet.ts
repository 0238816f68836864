import { noPhrases } from "../../detect/phrase/PhraseMatcher.ts"
import { PhraseScanner } from "../../detect/phrase/PhraseScanner.ts"
import type { SignatureTables } from "../../detect/phrase/RequirementSignatures.ts"
import { type VocabularyTables, vocabularyOf } from "../../detect/phrase/Vocabulary.ts"
import { type Hints, prefilterOf } from "../../detect/prefilter/Prefilter.ts"
import { neighbourCuesOf } from "./neighbourCuesOf.ts"
import { numberCuesOf } from "./numberCuesOf.ts"
import type { CompiledRule, NeighbourCue, RuleSet } from "./RuleSet.ts"

/** What is derived from the phrases of all rules together. */
export interface RuleSetTables {
  readonly vocabulary: VocabularyTables
  /** For the groups of all rules, concatenated. */
  readonly groups: SignatureTables
  /** For the cues of all rules, concatenated. */
  readonly neighbourCues: SignatureTables
}

/** @param rules sorted by id. */
export const assembleRuleSet = (digest: string, rules: ReadonlyArray<CompiledRule>, tables: RuleSetTables): RuleSet => {
  const vocabulary = vocabularyOf(tables.vocabulary)
  const phraseGroups = rules.flatMap((rule, index) => rule.phrases.map((group) => ({ rule: index, group })))
  const scanner = new PhraseScanner(
    tables.groups,
    phraseGroups.map(({ group }) => group.match),
    vocabulary
  )
  const neighbourCues = rules.flatMap((rule, index): ReadonlyArray<NeighbourCue> => {
    const { replies, referents } = rule
    const announcedBy = numberCuesOf(rule)?.announcedBy
    return neighbourCuesOf({ announcedBy, replies, referents }).map((cue) => ({ rule: index, ...cue }))
  })
  return {
    digest,
    rules,
    vocabulary,
    phraseGroups,
    scanner,
    prefilter: prefilterOf(scanner, vocabulary),
    isSilentOn: rules.some(({ patterns }) => patterns.length > 0)
      ? () => false
      : ({ groups, survey }: Hints) => groups?.length === 0 && !survey.accounts && !survey.numbers && !survey.addresses,
    neighbourCues,
    neighbourScanner: new PhraseScanner(
      tables.neighbourCues,
      neighbourCues.map(({ phrases }) => phrases ?? noPhrases),
      vocabulary
    )
  }
}
