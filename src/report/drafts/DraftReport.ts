import type { Stream } from "effect"
import type { DraftFinding } from "../../domain/DraftFinding.ts"
import type { RuleId, Severity } from "../../domain/Rule.ts"
import type { SuppressionNotice } from "../../domain/SuppressionNotice.ts"
import type { Locale } from "../../locale/Locale.ts"

/** A file, or a part of one, that was not checked. `reason` is the name of the error, `message` says it in the reader's language. */
export interface NotChecked {
  readonly path: string
  readonly line?: number
  readonly column?: number
  readonly reason: string
  readonly message: string
}

/** What a check of drafts has to say. */
export interface DraftReport {
  /** Whether all was seen: nothing stands in `notChecked`. */
  readonly complete: boolean
  readonly filesChecked: number
  readonly draftsChecked: number
  readonly notChecked: ReadonlyArray<NotChecked>
  /** Ordered by path, then by place. Accepted and suppressed ones are among them. */
  readonly findings: ReadonlyArray<DraftFinding>
  /** How many findings of the baseline are no longer there. */
  readonly fixed: number
  readonly suppressionNotices: ReadonlyArray<SuppressionNotice>
  /** Whether every machine gives these findings the same ids. Without a key that is kept they hold for this run only. */
  readonly stableIds: boolean
  /** How long it took, in milliseconds. */
  readonly durations: { readonly total: number }
}

/** A rule as reports describe it, in the reader's language. */
export interface ReportedRule {
  readonly id: RuleId
  readonly severity: Severity
  readonly title: string
  readonly explanation: string
  /** The marketplace's words that it enforces. */
  readonly clause?: { readonly quote: string; readonly source: string; readonly date: string }
  readonly rewrites: ReadonlyArray<string>
}

/** How a report of drafts is to look. */
export interface DraftReportOptions {
  readonly locale: Locale
  /** Whether ANSI colours may be used. */
  readonly color: boolean
  /** The version of chatlint. */
  readonly version: string
  /** Every rule that judged, ordered by id. */
  readonly rules: ReadonlyArray<ReportedRule>
}

/** One way of writing a report of drafts: pieces of text, to be written one after the other. */
export interface DraftReportFormat {
  readonly name: string
  /** Whether it shows the lines around the findings. */
  readonly showsFrames: boolean
  readonly write: (report: DraftReport, options: DraftReportOptions) => Stream.Stream<string>
}
