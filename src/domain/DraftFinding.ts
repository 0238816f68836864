import type { Array as Arrays } from "effect"
import type { SourceRange } from "./Draft.ts"
import type { RuleId, Severity } from "./Rule.ts"

/** A draft is a state, so a finding is new, or unchanged since it was accepted; what was accepted and is gone is fixed. */
export type DraftFindingStatus = "new" | "unchanged"

/** Why a finding does not count. It stays in the report all the same: what vanishes would be taken for fixed. */
export interface Suppression {
  readonly by: "comment" | "configuration" | "baseline"
  readonly reason: string
  /** The last day on which it holds: YYYY-MM-DD, in UTC. */
  readonly until?: string
}

/** A line of a file as it may be shown: the contacts in it are hidden. */
export interface FrameLine {
  /** From 1. */
  readonly number: number
  /** A long line is cut, with … where something is left out. */
  readonly text: string
  /** What the finding is about: UTF-16 offsets into `text`, in order, `end` exclusive. */
  readonly marks: ReadonlyArray<{ readonly start: number; readonly end: number }>
}

/** A rule broken in a draft. Two equal matches in one draft are two findings. */
export interface DraftFinding {
  /** The same for the same rule, key and match, whatever the file's name, its form, masking and the order of the findings. */
  readonly id: string
  readonly rule: RuleId
  readonly severity: Severity
  /** From 0 to 1. */
  readonly confidence: number
  readonly status: DraftFindingStatus
  /** Relative to the working directory, with slashes. */
  readonly path: string
  /** Contacts in it are hidden: the key of a translation is a text. */
  readonly key: string
  /** Where it is written, in the order of the file: several ranges where the file breaks the text into lines. */
  readonly spans: Arrays.NonEmptyReadonlyArray<SourceRange>
  /** Masked, unless it was asked to be revealed. */
  readonly match: string
  /** A text that says it without breaking a rule; null when none of the rule's own is free of findings. */
  readonly suggestion: string | null
  readonly suppression?: Suppression
  /** The lines of the file around it; none where no report shows them. */
  readonly frame: ReadonlyArray<FrameLine>
}

/** Whether a finding asks for something: it was neither accepted nor suppressed. */
export const isOpen = ({ status, suppression }: DraftFinding): boolean => status === "new" && suppression === undefined
