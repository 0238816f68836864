import type { PhraseAutomaton } from "../detect/PhraseAutomaton.ts"
import { type PhraseScanner, scannerOf } from "../detect/PhraseScanner.ts"
import { type Hints, prefilterOf } from "../detect/Prefilter.ts"
import type { SignatureTables } from "../detect/RequirementSignatures.ts"
import { type VocabularyTables, vocabularyOf } from "../detect/Vocabulary.ts"
import type { CompiledRule, RuleSet } from "./RuleSet.ts"

/** What is worked out of the phrases of all rules together. */
export interface RuleSetTables {
  readonly vocabulary: VocabularyTables
  readonly prefilter: SignatureTables
  /** Of the groups of all rules, one behind the other. */
  readonly scanner: () => PhraseAutomaton
  /** Of the cues of all rules, one behind the other. */
  readonly neighbourScanner: () => PhraseAutomaton
}

/** @param rules in the order of their ids. */
export const assembleRuleSet = (digest: string, rules: ReadonlyArray<CompiledRule>, tables: RuleSetTables): RuleSet => {
  const vocabulary = vocabularyOf(tables.vocabulary)
  const scanner = scannerOnDemand(tables.scanner)
  return {
    digest,
    rules,
    vocabulary,
    phraseGroups: rules.flatMap((rule, index) => rule.phrases.map((group) => ({ rule: index, group }))),
    scanner,
    prefilter: prefilterOf(tables.prefilter, scanner, vocabulary),
    isSilentOn: rules.some(({ patterns }) => patterns.length > 0)
      ? () => false
      : ({ phrases, survey }: Hints) => !phrases && !survey.accounts && !survey.numbers && !survey.addresses,
    neighbourCues: rules.flatMap(({ replies }, rule) => [{ rule }, ...replies.map((reply) => ({ rule, reply }))]),
    neighbourScanner: scannerOnDemand(tables.neighbourScanner)
  }
}

/** What a scanner of all rules remembers at most. */
const mostSteps = 100_000

/** Many a check meets no text that is to be scanned. */
const scannerOnDemand = (load: () => PhraseAutomaton): PhraseScanner => {
  let scanner: PhraseScanner | undefined
  const loaded = (): PhraseScanner => {
    scanner ??= scannerOf(load(), mostSteps)
    return scanner
  }
  return { scan: (text) => loaded().scan(text), stretches: (text) => loaded().stretches(text) }
}
