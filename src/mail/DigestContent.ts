import type { Severity } from "../domain/Rule.ts"
import type { Locale } from "../locale/Locale.ts"

/** A labelled count; `isPart` means that it is a part of the row above. */
export interface CountRow {
  readonly label: string
  readonly count: string
  readonly isPart: boolean
}

/** One run in the trend chart. */
export interface TrendBar {
  readonly label: string
  readonly total: string
  readonly bySeverity: ReadonlyArray<{ readonly severity: Severity; readonly findings: number }>
  /** Why the number may be too low; empty if it is exact. */
  readonly note: string
}

/** The text of a rule, and its origin. */
export interface ClauseWords {
  readonly label: string
  readonly text: string
  /** The https address of the quoted page. */
  readonly source: string | undefined
}

/** The texts of one finding. */
export interface FindingWords {
  readonly severity: Severity
  readonly severityName: string
  readonly title: string
  readonly where: string
  readonly fragment: string
  readonly clause: ClauseWords | undefined
  readonly rewrite: string | undefined
}

/** The texts of a wording found in several chats. */
export interface CauseWords {
  readonly severity: Severity
  readonly title: string
  readonly where: string
  readonly fragment: string
}

/**
 * The texts of a mail in order, shared by its HTML and plain-text parts. External text is already reduced to one line
 * of visible characters, but nothing is encoded for HTML yet.
 */
export interface DigestContent {
  readonly locale: Locale
  readonly subject: string
  /** Shown by mail programs after the subject. */
  readonly preheader: string
  readonly tone: "bad" | "warning" | "good"
  readonly icon: string
  readonly verdict: string
  readonly sentences: ReadonlyArray<string>
  readonly changes: { readonly title: string; readonly since: string; readonly rows: ReadonlyArray<CountRow> }
  readonly causes: { readonly title: string; readonly hint: string; readonly causes: ReadonlyArray<CauseWords> }
  readonly findings: {
    readonly title: string
    readonly findings: ReadonlyArray<FindingWords>
    readonly notes: ReadonlyArray<string>
    readonly fragmentLabel: string
    readonly rewriteLabel: string
  }
  readonly unseen: { readonly title: string; readonly lines: ReadonlyArray<string> }
  readonly undelivered: { readonly title: string; readonly lines: ReadonlyArray<string> }
  readonly trend: {
    readonly title: string
    readonly runLabel: string
    readonly findingsLabel: string
    readonly bars: ReadonlyArray<TrendBar>
  }
  readonly footer: ReadonlyArray<string>
  readonly unsubscribe: { readonly label: string; readonly address: string } | undefined
}
