import type { HostAllowList } from "../detect/HostAllowList.ts"
import type { PhraseMatcher } from "../detect/PhraseMatcher.ts"
import type { Vocabulary } from "../detect/Vocabulary.ts"
import type { RuleId, Severity } from "../domain/Rule.ts"
import type { RuleFile } from "./RuleFile.ts"

/** Phrases of one weight, with what must not stand near them. */
export interface CompiledPhraseGroup {
  readonly confidence: number
  readonly match: PhraseMatcher
  readonly exceptOverlapping: PhraseMatcher
  readonly exceptInSentence: PhraseMatcher
}

/** A rule ready to judge. */
export interface CompiledRule {
  readonly id: RuleId
  readonly severity: Severity
  /** The rule as it was written, for whoever explains it. */
  readonly file: RuleFile
  /** Where it was written. */
  readonly path: string
  readonly phone?: { readonly raisedBy: PhraseMatcher; readonly loweredBy: PhraseMatcher }
  readonly link?: { readonly invitedBy: PhraseMatcher; readonly names: ReadonlySet<string> }
  readonly phrases: ReadonlyArray<CompiledPhraseGroup>
  readonly allow: {
    readonly hosts: HostAllowList
    readonly numbers: ReadonlySet<string>
    readonly phrases: PhraseMatcher
  }
}

/** All rules that judge together. */
export interface RuleSet {
  /** `sha256:` and the digest of all rules and word lists, wherever their files lie. */
  readonly digest: string
  /** Ordered by id. */
  readonly rules: ReadonlyArray<CompiledRule>
  /** The words of all the rules' phrases. */
  readonly vocabulary: Vocabulary
}
