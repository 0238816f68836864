import type { HostAllowList } from "../../detect/address/HostAllowList.ts"
import type { Pattern } from "../../detect/PatternCompiler.ts"
import type { PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import type { PhraseScanner } from "../../detect/phrase/PhraseScanner.ts"
import type { Vocabulary } from "../../detect/phrase/Vocabulary.ts"
import type { Hints, Prefilter } from "../../detect/prefilter/Prefilter.ts"
import type { RuleId, Severity } from "../../domain/Rule.ts"
import type { NeighbourCueOf } from "./neighbourCuesOf.ts"
import type { PiecePlaces, RuleFile } from "./RuleFile.ts"

/** Phrases of one weight, with what must not stand near them. */
export interface CompiledPhraseGroup {
  readonly confidence: number
  readonly match: PhraseMatcher
  readonly exceptOverlapping: PhraseMatcher
  readonly exceptAtEnds: PhraseMatcher
  readonly exceptInSentence: PhraseMatcher
}

/** Where in its number a piece stands: what {@link PiecePlaces} names. */
export type PiecePlace = keyof PiecePlaces

/** Cues by which figures that stand apart, in one message or in several, are told to be one number, or several. */
export interface CompiledPieceCues {
  readonly explainedBy: PhraseMatcher
  readonly assembledBy: PhraseMatcher
  readonly reversedBy: PhraseMatcher
  readonly announcedBy: PhraseMatcher
  readonly placedBy: Readonly<Record<PiecePlace, PhraseMatcher>>
  readonly introducedBy: PhraseMatcher
  readonly partedBy: PhraseMatcher
  readonly measuredBy: PhraseMatcher
}

/** The cues of a rule on numbers of one kind. */
export interface CompiledNumberCues extends CompiledPieceCues {
  readonly raisedBy: PhraseMatcher
  readonly loweredBy: PhraseMatcher
}

/** What the buyer says, and what the shop answers to it. */
export interface CompiledReplyGroup {
  readonly confidence: number
  readonly to: PhraseMatcher
  readonly exceptTo: PhraseMatcher
  readonly match: PhraseMatcher
  /** Whether an answer that takes up a verb of the proposal is meant as well. */
  readonly echo: boolean
  /** Whether the proposal stays open while the shop asks back. */
  readonly staysOpen: boolean
  /** With it the buyer insists on what the shop has declined. */
  readonly reopenedBy: PhraseMatcher
  readonly except: PhraseMatcher
}

/** Words that point to what was named before, and what phrases read in their place. */
export interface CompiledReferent {
  readonly named: PhraseMatcher
  readonly exceptNamed: PhraseMatcher
  /** Whether what a message names first is meant. */
  readonly first: boolean
  readonly pointing: PhraseMatcher
  /** The words that are read, folded. */
  readonly reads: ReadonlyArray<string>
  readonly match: PhraseMatcher
  readonly except: PhraseMatcher
}

/** Words of a finding that mean something else, and what shows it in the messages near. */
export interface CompiledDispelledWords {
  /** None for whatever the rule finds. */
  readonly said?: PhraseMatcher
  readonly by: PhraseMatcher
  /** Counts from the shop only. */
  readonly told: PhraseMatcher
  /** Says that the words mean it after all. */
  readonly except: PhraseMatcher
  readonly otherNumber: boolean
}

/** A rule ready to judge. */
export interface CompiledRule {
  readonly id: RuleId
  readonly severity: Severity
  /** The rule as it was written, for whoever explains it. */
  readonly file: RuleFile
  /** Where it was written. */
  readonly path: string
  /** No rule has both this and `card`. */
  readonly phone?: CompiledNumberCues & { readonly revealedBy: PhraseMatcher }
  readonly link?: {
    readonly invitedBy: PhraseMatcher
    readonly soughtBy: PhraseMatcher
    readonly askedBy: PhraseMatcher
    readonly printedOn: PhraseMatcher
    readonly names: ReadonlySet<string>
  }
  readonly email?: { readonly raisedBy: PhraseMatcher }
  readonly card?: CompiledNumberCues
  readonly phrases: ReadonlyArray<CompiledPhraseGroup>
  readonly replies: ReadonlyArray<CompiledReplyGroup>
  readonly referents: ReadonlyArray<CompiledReferent>
  readonly dispelled: ReadonlyArray<CompiledDispelledWords>
  readonly patterns: ReadonlyArray<{ readonly confidence: number; readonly match: ReadonlyArray<Pattern> }>
  readonly allow: {
    readonly hosts: HostAllowList
    readonly numbers: ReadonlySet<string>
    readonly phrases: PhraseMatcher
  }
}

/** What makes a message of the shop matter to its neighbours, by the index of the rule. */
export type NeighbourCue = { readonly rule: number } & NeighbourCueOf<
  PhraseMatcher,
  CompiledReplyGroup,
  CompiledReferent
>

/** All rules that judge together. */
export interface RuleSet {
  /** `sha256:` and the digest of all rules and word lists, wherever their files lie. */
  readonly digest: string
  /** Ordered by id. */
  readonly rules: ReadonlyArray<CompiledRule>
  /** The words of all the rules' phrases. */
  readonly vocabulary: Vocabulary
  /** Every group of phrases of every rule, with the rule's index, in the order that `scanner` counts them by. */
  readonly phraseGroups: ReadonlyArray<{ readonly rule: number; readonly group: CompiledPhraseGroup }>
  readonly scanner: PhraseScanner
  /** Knows the phrases of all groups. */
  readonly prefilter: Prefilter
  /** Whether no rule can find anything in a message of which the prefilter says so. */
  readonly isSilentOn: (hints: Hints) => boolean
  /**
   * What makes a message of the shop matter to its neighbours. In the order that `neighbourScanner` counts them by.
   */
  readonly neighbourCues: ReadonlyArray<NeighbourCue>
  readonly neighbourScanner: PhraseScanner
}
