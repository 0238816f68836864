import type { Severity } from "../domain/Rule.ts"
import type { Locale } from "../locale/Locale.ts"

/** A row of numbers: what, how many, and whether it belongs to the row above. */
export interface CountRow {
  readonly label: string
  readonly count: string
  readonly isPart: boolean
}

/** One run of the trend. */
export interface TrendBar {
  readonly label: string
  readonly total: string
  readonly bySeverity: ReadonlyArray<{ readonly severity: Severity; readonly findings: number }>
  /** Why the number may be too low; empty where it is not. */
  readonly note: string
}

/** The words of a rule, and whose they are. */
export interface ClauseWords {
  readonly label: string
  readonly text: string
  /** The page that was quoted; https. */
  readonly source: string | undefined
}

/** One finding in words. */
export interface FindingWords {
  readonly severity: Severity
  readonly severityName: string
  readonly title: string
  readonly where: string
  readonly fragment: string
  readonly clause: ClauseWords | undefined
  readonly rewrite: string | undefined
}

/** Words that came back in several chats. */
export interface CauseWords {
  readonly severity: Severity
  readonly title: string
  readonly where: string
  readonly fragment: string
}

/**
 * A mail in words: what both of its parts, HTML and plain text, say, in their order. Every text of it that came from outside
 * is visible characters on one line; nothing is encoded for HTML yet.
 */
export interface DigestContent {
  readonly locale: Locale
  readonly subject: string
  /** What mail programs show behind the subject. */
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
