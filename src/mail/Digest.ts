import type { Option } from "effect"
import type { Changes } from "../domain/Changes.ts"
import { type BusinessCoverage, isSeen } from "../domain/Coverage.ts"
import type { Finding } from "../domain/Finding.ts"
import type { RootCause } from "../domain/RootCause.ts"
import type { RuleId, Severity } from "../domain/Rule.ts"
import type { Run } from "../domain/Run.ts"
import type { TrendPoint } from "../domain/TrendPoint.ts"
import type { FailedMail } from "../store/Outbox.ts"

/** What a mail is: the first one about a business, one because of something new, or the one that comes every week. */
export const digestKinds = ["inventory", "digest", "weekly"] as const
export type DigestKind = (typeof digestKinds)[number]

/** What one mail about one business has to say. Findings below the reader's least severity are counted and not shown. */
export interface Digest {
  readonly kind: DigestKind
  readonly run: Run
  readonly business: BusinessCoverage
  readonly shopName: Option.Option<string>
  /** Since the run of the last mail. */
  readonly changes: Changes
  /** How many new and repeated findings there are of each severity. */
  readonly openBySeverity: Readonly<Record<Severity, number>>
  /** The least severity that the reader wants to be told of, and how many findings are less severe. */
  readonly minSeverity: Severity
  readonly lessSevere: number
  /** Chats of which at least a part was judged by other rules than those of the run. */
  readonly chatsJudgedByOlderRules: number
  /** Of the new ones, or where there are none of the repeated ones: the gravest and newest, at most ten. */
  readonly findings: ReadonlyArray<Finding>
  /** The rule that was broken most often by what `findings` is taken from. */
  readonly mostBroken: Option.Option<{ readonly rule: RuleId; readonly findings: number }>
  readonly rootCauses: ReadonlyArray<RootCause>
  readonly trend: ReadonlyArray<TrendPoint>
  /** Mails about this business that failed for good since the last one. */
  readonly undelivered: ReadonlyArray<FailedMail>
}

/** How many findings ask for something. */
export const openFindings = ({ changes }: Digest): number => changes.new + changes.repeated

/**
 * The state that a mail tells in its first words. Nothing is called clean that was not seen, or by older rules only, or
 * that holds findings of which the reader is not told: it is quiet.
 */
export type DigestState = "new" | "incomplete" | "open" | "quiet" | "clean"

export const stateOf = (digest: Digest): DigestState => {
  if (digest.changes.new > 0) return "new"
  if (!isSeen(digest.business)) return "incomplete"
  if (openFindings(digest) > 0) return "open"
  return digest.lessSevere + digest.changes.acknowledged + digest.chatsJudgedByOlderRules > 0 ? "quiet" : "clean"
}
