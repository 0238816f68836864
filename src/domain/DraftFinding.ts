import type { Array as Arrays } from "effect"
import type { SourceRange } from "./Draft.ts"
import type { RuleId, Severity } from "./Rule.ts"

/**
 * A finding in a draft is new, or unchanged since it was accepted. An accepted finding that is gone counts as fixed.
 */
export type DraftFindingStatus = "new" | "unchanged"

/** Why a finding does not count. It is still reported, since a missing finding would count as fixed. */
export interface Suppression {
  readonly by: "comment" | "configuration" | "baseline"
  readonly reason: string
  /** The last day on which it is valid: YYYY-MM-DD, in UTC. */
  readonly until?: string
}

/** A line of a file for display, with contacts masked. */
export interface FrameLine {
  /** From 1. */
  readonly number: number
  /** A long line is shortened, with … for each omission. */
  readonly text: string
  /** The finding's place in the line: UTF-16 offsets into `text`, in order, `end` exclusive. */
  readonly marks: ReadonlyArray<{ readonly start: number; readonly end: number }>
}

/** A rule broken in a draft. Two equal matches in one draft are two findings. */
export interface DraftFinding {
  /** Depends only on rule, key and match, not on file name, file format, masking or the order of findings. */
  readonly id: string
  readonly rule: RuleId
  readonly severity: Severity
  /** From 0 to 1. */
  readonly confidence: number
  readonly status: DraftFindingStatus
  /** Relative to the working directory, with "/" as the separator. */
  readonly path: string
  /** With contacts masked, because the key of a translation is itself a text. */
  readonly key: string
  /** Its ranges in file order: several if the file breaks the text into lines. */
  readonly spans: Arrays.NonEmptyReadonlyArray<SourceRange>
  /** Masked unless --reveal was given. */
  readonly match: string
  /** A compliant rewrite; null if every rewrite of the rule has findings itself. */
  readonly suggestion: string | null
  readonly suppression?: Suppression
  /** The surrounding lines of the file; empty if no report shows them. */
  readonly frame: ReadonlyArray<FrameLine>
}

/** Whether a finding needs action: it was neither accepted nor suppressed. */
export const isOpen = ({ status, suppression }: DraftFinding): boolean => status === "new" && suppression === undefined
