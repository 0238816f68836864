import type { Option, Stream } from "effect"
import type { Changes } from "../domain/Changes.ts"
import type { BusinessCoverage } from "../domain/Coverage.ts"
import type { Finding } from "../domain/Finding.ts"
import type { FindingCount } from "../domain/FindingCount.ts"
import type { RootCause } from "../domain/RootCause.ts"
import type { RuleId } from "../domain/Rule.ts"
import type { Run } from "../domain/Run.ts"
import type { TrendPoint } from "../domain/TrendPoint.ts"
import type { UndeliveredMail } from "../domain/UndeliveredMail.ts"
import type { Locale } from "../locale/Locale.ts"

/** The content of a run's report. */
export interface Report<E> {
  readonly run: Run
  /** Whether everything was read: no business has `notScanned` chats or a `failure`. */
  readonly complete: boolean
  readonly businesses: ReadonlyArray<BusinessCoverage>
  /**
   * A stream, so that a report of a large shop does not hold all findings in memory. Ordered by business, status (new,
   * repeated, acknowledged), chat and time: new findings come first and those of one chat together, so formats need no
   * sorting.
   */
  readonly findings: Stream.Stream<Finding, E>
  /** The numbers of findings in the stream by rule, severity and status, known before it is read. */
  readonly counts: ReadonlyArray<FindingCount>
  /** The changes since the previous run. */
  readonly changes: Changes
  /** This run and earlier ones, at most 14, the oldest first. */
  readonly trend: ReadonlyArray<TrendPoint>
  /** Wordings found in several chats, the most frequent first. */
  readonly rootCauses: ReadonlyArray<RootCause>
  /** Mails that failed permanently since the previous run. */
  readonly undeliveredMails: ReadonlyArray<UndeliveredMail>
  /** How many chats were not read again in this run and were last checked with other rules than the run's. */
  readonly chatsJudgedByOlderRules: number
}

/** Options for writing a report. */
export interface ReportOptions {
  readonly locale: Locale
  /** Whether ANSI colours may be used. */
  readonly color: boolean
  /** IANA name of the reader's time zone, for example "Europe/Moscow". */
  readonly timeZone: string
  /** A rule's title in the reader's language, or the id if the rule no longer exists. */
  readonly ruleTitle: (rule: RuleId) => string
  /** The advice about a rule in the reader's language; none if the rule no longer exists. */
  readonly ruleAdvice: (rule: RuleId) => Option.Option<RuleAdvice>
}

/** Why a rule exists, and what to write instead. */
export interface RuleAdvice {
  readonly explanation: string
  /** Compliant texts to send instead. */
  readonly rewrites: ReadonlyArray<string>
}

/** A piece of a written report: text, to be encoded as UTF-8, or bytes of a binary format. */
export type ReportPiece = string | Uint8Array

/** A report format, which writes a report as a stream of pieces. */
export interface ReportFormat<Piece extends ReportPiece = ReportPiece> {
  readonly name: string
  /** Set on a binary format, which must not be written to a terminal. */
  readonly isBinary?: true
  readonly write: <E>(report: Report<E>, options: ReportOptions) => Stream.Stream<Piece, E>
}
