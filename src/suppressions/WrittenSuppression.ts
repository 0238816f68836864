import { isDay } from "../domain/isDay.ts"
import type { SuppressionProblem } from "../domain/SuppressionNotice.ts"

/** A suppression as written, for one rule. */
export interface WrittenSuppression {
  /** Empty if no rule is named. */
  readonly rule: string
  readonly reason: string
  /** The last day of validity: YYYY-MM-DD. */
  readonly until?: string
  /** Why it is invalid and suppresses nothing. */
  readonly problem?: SuppressionProblem
}

/** Separates the rules from the reason. Word processors replace two hyphens by a dash. */
const reasonMark = /--|[—–]/

/**
 * Parses `RULE[, RULE…] [until=YYYY-MM-DD] -- reason` into one suppression per rule. Without a rule or a reason, or
 * with an invalid date, it has a problem and suppresses nothing.
 */
export const parseSuppression = (text: string): ReadonlyArray<WrittenSuppression> => {
  const { 0: dashes = "", index = text.length } = reasonMark.exec(text) ?? {}
  const reason = text.slice(index + dashes.length).trim()
  const words = text
    .slice(0, index)
    .replace(/(?<=\buntil)\s*=\s*/, "=")
    .split(/[\s,]+/)
    .filter((word) => word !== "")
  const until = words.find((word) => word.startsWith("until="))?.slice("until=".length)
  const rules = words.filter((word) => !word.startsWith("until="))
  const problemOf = (rule: string): SuppressionProblem | undefined => {
    if (rule === "") return "noRule"
    if (reason === "") return "noReason"
    return until !== undefined && !isDay(until) ? "badDate" : undefined
  }
  return (rules.length === 0 ? [""] : rules).map((rule) => {
    const problem = problemOf(rule)
    return {
      rule,
      reason,
      ...(until === undefined ? {} : { until }),
      ...(problem === undefined ? {} : { problem })
    }
  })
}
