import type { Option } from "effect"
import type { Changes } from "../domain/Changes.ts"
import { type BusinessCoverage, isSeen } from "../domain/Coverage.ts"
import type { Finding } from "../domain/Finding.ts"
import type { RootCause } from "../domain/RootCause.ts"
import type { RuleId, Severity } from "../domain/Rule.ts"
import type { Run } from "../domain/Run.ts"
import type { TrendPoint } from "../domain/TrendPoint.ts"
import type { FailedMail } from "../store/Outbox.ts"

/** The kinds of mail: the first one about a business, one about something new, or the weekly one. */
export const digestKinds = ["inventory", "digest", "weekly"] as const
export type DigestKind = (typeof digestKinds)[number]

/** The content of one mail about one business. Findings below the reader's minimum severity are only counted. */
export interface Digest {
  readonly kind: DigestKind
  readonly run: Run
  readonly business: BusinessCoverage
  readonly shopName: Option.Option<string>
  /** The changes since the run of the last mail. */
  readonly changes: Changes
  /** The number of new and repeated findings of each severity. */
  readonly openBySeverity: Readonly<Record<Severity, number>>
  /** The minimum severity that is reported to the reader, and how many findings are below it. */
  readonly minSeverity: Severity
  readonly lessSevere: number
  /** How many chats were at least partly checked with other rules than the run's. */
  readonly chatsJudgedByOlderRules: number
  /** The most severe and newest of the new findings, or of the repeated ones if none are new; at most ten. */
  readonly findings: ReadonlyArray<Finding>
  /** The rule most often broken among all the findings from which `findings` is selected. */
  readonly mostBroken: Option.Option<{ readonly rule: RuleId; readonly findings: number }>
  readonly rootCauses: ReadonlyArray<RootCause>
  readonly trend: ReadonlyArray<TrendPoint>
  /** Mails about this business that failed permanently since the last one. */
  readonly undelivered: ReadonlyArray<FailedMail>
}

/** How many findings need action. */
export const openFindings = ({ changes }: Digest): number => changes.new + changes.repeated

/**
 * The state that a mail reports first. "clean" requires that every chat was checked with the current rules and has no
 * findings at all; if there are findings that the mail does not show, or chats checked with older rules, it is "quiet".
 */
export type DigestState = "new" | "incomplete" | "open" | "quiet" | "clean"

export const stateOf = (digest: Digest): DigestState => {
  if (digest.changes.new > 0) return "new"
  if (!isSeen(digest.business)) return "incomplete"
  if (openFindings(digest) > 0) return "open"
  return digest.lessSevere + digest.changes.acknowledged + digest.chatsJudgedByOlderRules > 0 ? "quiet" : "clean"
}
