import type { Stream } from "effect"
import type { BusinessCoverage } from "../domain/Coverage.ts"
import type { Finding } from "../domain/Finding.ts"
import type { Run } from "../domain/Run.ts"
import type { Locale } from "../locale/Locale.ts"

/**
 * What a run has to say. The findings are a stream, in the order of business, chat, time and rule, because a report of
 * a large shop must not need memory for all of them at once.
 */
export interface Report<E> {
  readonly run: Run
  /** Whether all was seen: no chat is named in `notScanned` and no business failed. */
  readonly complete: boolean
  readonly businesses: ReadonlyArray<BusinessCoverage>
  readonly findings: Stream.Stream<Finding, E>
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
}

/** One way of writing a report: pieces of text, to be written one after the other. */
export interface ReportFormat {
  readonly name: string
  readonly write: <E>(report: Report<E>, options: ReportOptions) => Stream.Stream<string, E>
}
