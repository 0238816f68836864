import { Schema } from "effect"
import { Finding } from "./Finding.ts"

/**
 * What became of a finding between two runs. The first four are findings of the later run, and `found-by-changed-rules`
 * are new ones whose messages an earlier run had read under other rules: the shop did not write anything new. The last
 * two are not findings of the later run any more. No change is called "fixed": what was sent stays sent.
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

/** A finding and what became of it. One that is gone is shown as the earlier run knew it. */
export const ChangedFinding = Schema.Struct({ change: ChangeKind, finding: Finding })
export type ChangedFinding = typeof ChangedFinding.Type

/** What changed between two runs, in numbers. new + repeated + acknowledged are all findings of the later one. */
export const Changes = Schema.Struct({
  /** The earlier run; null when there was none, and then everything is new. */
  since: Schema.NullOr(Schema.Struct({ runId: Schema.String, finishedAt: Schema.String })),
  new: Schema.Int,
  /** How many of the new ones were found only because the rules changed. */
  foundByChangedRules: Schema.Int,
  repeated: Schema.Int,
  acknowledged: Schema.Int,
  /** Findings whose message, with the words that it had, or whose chat the marketplace does not show any more. */
  noLongerInWindow: Schema.Int,
  /** Findings that today's rules and allow lists let pass. */
  clearedByChangedRules: Schema.Int,
  /** Chats that the later run did not read: what stands in them is not known. */
  chatsNotScanned: Schema.Int
})
export type Changes = typeof Changes.Type
