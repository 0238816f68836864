/** What is wrong with a suppression. An unused one is reported because it would hide future findings. */
export type SuppressionProblem = "unused" | "expired" | "noRule" | "noReason" | "badDate" | "unknownRule"

/** A suppression that is not effective. */
export interface SuppressionNotice {
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly problem: SuppressionProblem
  /** The rule that it names; empty if it names none. */
  readonly rule: string
  /** Its expiry date, or the text in place of a date. */
  readonly until?: string
}
