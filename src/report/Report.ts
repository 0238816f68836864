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

/** What a run has to say. */
export interface Report<E> {
  readonly run: Run
  /** Whether all was seen: no chat is named in `notScanned` and no business failed. */
  readonly complete: boolean
  readonly businesses: ReadonlyArray<BusinessCoverage>
  /**
   * A stream, because a report of a large shop must not need memory for all findings at once. It is ordered by
   * business, then by status (new, repeated, acknowledged), then by chat, then by time: so a reader meets what is new
   * first, and the findings of one chat stand together, without a format having to sort them.
   */
  readonly findings: Stream.Stream<Finding, E>
  /** How many findings that stream brings, by rule, severity and status: known before the first of them. */
  readonly counts: ReadonlyArray<FindingCount>
  /** What is new and what is gone since the run before. */
  readonly changes: Changes
  /** This run and those before it, at most 14, the oldest first. */
  readonly trend: ReadonlyArray<TrendPoint>
  /** The words that came back in several chats, the most frequent first. */
  readonly rootCauses: ReadonlyArray<RootCause>
  /** Mails of which it became known since the run before that their readers will not get them. */
  readonly undeliveredMails: ReadonlyArray<UndeliveredMail>
  /** Chats that were not read again in this run and were last judged by other rules than today's. */
  readonly chatsJudgedByOlderRules: number
}

/** How a report is to look. */
export interface ReportOptions {
  readonly locale: Locale
  /** Whether ANSI colours may be used. */
  readonly color: boolean
  /** IANA name of the time zone in which a person reads times, e.g. "Europe/Moscow". */
  readonly timeZone: string
  /** A rule's title in the reader's language; the id itself when no rule file has that id any more. */
  readonly ruleTitle: (rule: RuleId) => string
  /** Why a rule is there and what to write instead, in the reader's language; none when no rule file has that id any more. */
  readonly ruleAdvice: (rule: RuleId) => Option.Option<RuleAdvice>
}

/** What a person who broke a rule needs to know. */
export interface RuleAdvice {
  readonly explanation: string
  /** Texts that may be sent in place of what was found. */
  readonly rewrites: ReadonlyArray<string>
}

/** A piece of a written report: text, to be encoded as UTF-8, or bytes of a format that is no text. */
export type ReportPiece = string | Uint8Array

/** One way of writing a report: pieces, to be written one after the other. */
export interface ReportFormat<Piece extends ReportPiece = ReportPiece> {
  readonly name: string
  /** Present on a format that is no text, and that no terminal is to be shown. */
  readonly isBinary?: true
  readonly write: <E>(report: Report<E>, options: ReportOptions) => Stream.Stream<Piece, E>
}
