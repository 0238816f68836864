import type { Stream } from "effect"
import type { DraftFinding } from "../../domain/DraftFinding.ts"
import type { RuleId, Severity } from "../../domain/Rule.ts"
import type { SuppressionNotice } from "../../domain/SuppressionNotice.ts"
import type { Locale } from "../../locale/Locale.ts"

/** A file, or a part of one, that was not checked: the error's tag, and its message in the reader's language. */
export interface NotChecked {
  readonly path: string
  readonly line?: number
  readonly column?: number
  readonly reason: string
  readonly message: string
}

/** The content of a report about drafts. */
export interface DraftReport {
  /** Whether everything was checked: `notChecked` is empty. */
  readonly complete: boolean
  readonly filesChecked: number
  readonly draftsChecked: number
  /** Files of other kinds that were met in folders and not read: the ends of their names, and how many there are. */
  readonly otherFiles: ReadonlyArray<{ readonly ending: string; readonly files: number }>
  readonly notChecked: ReadonlyArray<NotChecked>
  /** Ordered by path, then by position; includes accepted and suppressed findings. */
  readonly findings: ReadonlyArray<DraftFinding>
  /** How many findings of the baseline are gone. */
  readonly fixed: number
  readonly suppressionNotices: ReadonlyArray<SuppressionNotice>
  /** Whether the ids are the same in every run on every machine; without a stored key they are not. */
  readonly stableIds: boolean
  /** In milliseconds. */
  readonly durations: { readonly total: number }
}

/** A rule as reports describe it, in the reader's language. */
export interface ReportedRule {
  readonly id: RuleId
  readonly severity: Severity
  readonly title: string
  readonly explanation: string
  /** The marketplace's clause that it enforces. */
  readonly clause?: { readonly quote: string; readonly source: string; readonly date: string }
  readonly rewrites: ReadonlyArray<string>
}

/** Options for writing a report about drafts. */
export interface DraftReportOptions {
  readonly locale: Locale
  /** Whether ANSI colours may be used. */
  readonly color: boolean
  /** The version of chatlint. */
  readonly version: string
  /** The rules in use, ordered by id. */
  readonly rules: ReadonlyArray<ReportedRule>
}

/** A format for reports about drafts, which writes a report as a stream of text. */
export interface DraftReportFormat {
  readonly name: string
  /** Whether it shows the lines around findings. */
  readonly showsFrames: boolean
  readonly write: (report: DraftReport, options: DraftReportOptions) => Stream.Stream<string>
}
