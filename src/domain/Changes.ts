import { Schema } from "effect"
import { Finding } from "./Finding.ts"

/**
 * How a finding changed between two runs. The first four kinds are findings of the later run; among them,
 * `found-by-changed-rules` are new findings in messages that an earlier run had read under other rules. The last two
 * kinds are no longer findings of the later run. Nothing is ever "fixed": a sent message stays sent.
 */
export const changeKinds = [
  "new",
  "found-by-changed-rules",
  "repeated",
  "acknowledged",
  "no-longer-in-window",
  "cleared-by-changed-rules"
] as const
export const ChangeKind = Schema.Literal(...changeKinds)
export type ChangeKind = typeof ChangeKind.Type

/** A finding and how it changed. A finding that is gone is shown as in the earlier run. */
export const ChangedFinding = Schema.Struct({ change: ChangeKind, finding: Finding })
export type ChangedFinding = typeof ChangedFinding.Type

/**
 * The numbers of changes between two runs. new + repeated + acknowledged is the number of findings of the later run.
 */
export const Changes = Schema.Struct({
  /** The earlier run; null if there is none, in which case everything is new. */
  since: Schema.NullOr(Schema.Struct({ runId: Schema.String, finishedAt: Schema.String })),
  new: Schema.Int,
  /** How many of the new findings were found only because the rules changed. */
  foundByChangedRules: Schema.Int,
  repeated: Schema.Int,
  acknowledged: Schema.Int,
  /** Findings whose chat or message the marketplace no longer shows, or whose message has been edited. */
  noLongerInWindow: Schema.Int,
  /** Findings that the current rules and allow lists no longer report. */
  clearedByChangedRules: Schema.Int,
  /** Chats that the later run did not read, so their state is unknown. */
  chatsNotScanned: Schema.Int
})
export type Changes = typeof Changes.Type
