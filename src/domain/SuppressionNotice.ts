/** What is wrong with a suppression. One that holds for nothing hides what comes later. */
export type SuppressionProblem = "unused" | "expired" | "noRule" | "noReason" | "badDate" | "unknownRule"

/** A suppression that does not do what it says. */
export interface SuppressionNotice {
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly problem: SuppressionProblem
  /** The rule that it names; empty where it names none. */
  readonly rule: string
  /** The day on which it ended, or what stands in the place of a day. */
  readonly until?: string
}
