import type { HostAllowList } from "../../detect/address/HostAllowList.ts"
import type { Pattern } from "../../detect/PatternCompiler.ts"
import type { PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import type { PhraseScanner } from "../../detect/phrase/PhraseScanner.ts"
import type { Vocabulary } from "../../detect/phrase/Vocabulary.ts"
import type { Hints, Prefilter } from "../../detect/prefilter/Prefilter.ts"
import type { RuleId, Severity } from "../../domain/Rule.ts"
import type { NeighbourCueOf } from "./neighbourCuesOf.ts"
import type { PiecePlaces, RuleFile } from "./RuleFile.ts"

/** Phrases with a common confidence, and their exceptions. */
export interface CompiledPhraseGroup {
  readonly confidence: number
  readonly match: PhraseMatcher
  readonly exceptOverlapping: PhraseMatcher
  readonly exceptAtEnds: PhraseMatcher
  readonly exceptInSentence: PhraseMatcher
}

/** The position of a piece in its number, as named by {@link PiecePlaces}. */
export type PiecePlace = keyof PiecePlaces

/** Cues that decide whether separate figures, in one message or several, form one number. */
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

/** The cues of a rule on one kind of number. */
export interface CompiledNumberCues extends CompiledPieceCues {
  readonly raisedBy: PhraseMatcher
  readonly loweredBy: PhraseMatcher
}

/** What the buyer says, and how the shop answers. */
export interface CompiledReplyGroup {
  readonly confidence: number
  readonly to: PhraseMatcher
  readonly exceptTo: PhraseMatcher
  readonly match: PhraseMatcher
  /** Whether answers that repeat a verb of the proposal count too. */
  readonly echo: boolean
  /** Whether the proposal remains open while the shop asks back. */
  readonly staysOpen: boolean
  /** The buyer's insistence after the shop has declined. */
  readonly reopenedBy: PhraseMatcher
  readonly except: PhraseMatcher
}

/** Words that refer to something named earlier, and what phrases read in their place. */
export interface CompiledReferent {
  readonly named: PhraseMatcher
  readonly exceptNamed: PhraseMatcher
  /** Whether the first name in a message is meant. */
  readonly first: boolean
  readonly pointing: PhraseMatcher
  /** The words to read, folded. */
  readonly reads: ReadonlyArray<string>
  readonly match: PhraseMatcher
  readonly except: PhraseMatcher
}

/** Words of a finding that mean something else, as shown by nearby messages. */
export interface CompiledDispelledWords {
  /** Absent for any finding of the rule. */
  readonly said?: PhraseMatcher
  readonly by: PhraseMatcher
  /** Counts only from the shop. */
  readonly told: PhraseMatcher
  /** Confirms the violation after all. */
  readonly except: PhraseMatcher
  readonly otherNumber: boolean
}

/** A compiled rule. */
export interface CompiledRule {
  readonly id: RuleId
  readonly severity: Severity
  /** The rule as written, for explanations. */
  readonly file: RuleFile
  /** The path of its file. */
  readonly path: string
  /** No rule has both `phone` and `card`. */
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

/** What makes a message of the shop relevant to its neighbours, with the index of the rule. */
export type NeighbourCue = { readonly rule: number } & NeighbourCueOf<
  PhraseMatcher,
  CompiledReplyGroup,
  CompiledReferent
>

/** All rules that are applied together. */
export interface RuleSet {
  /** `sha256:` and the digest of all rules and word lists, independent of the location of their files. */
  readonly digest: string
  /** Sorted by id. */
  readonly rules: ReadonlyArray<CompiledRule>
  /** The words of the phrases of all rules. */
  readonly vocabulary: Vocabulary
  /** All groups of phrases of all rules, with the index of the rule, in the order used by `scanner`. */
  readonly phraseGroups: ReadonlyArray<{ readonly rule: number; readonly group: CompiledPhraseGroup }>
  readonly scanner: PhraseScanner
  /** Covers the phrases of all groups. */
  readonly prefilter: Prefilter
  /** Whether the hints rule out findings of any rule in a message. */
  readonly isSilentOn: (hints: Hints) => boolean
  /** What makes a message of the shop relevant to its neighbours, in the order used by `neighbourScanner`. */
  readonly neighbourCues: ReadonlyArray<NeighbourCue>
  readonly neighbourScanner: PhraseScanner
}
