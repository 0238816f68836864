import { isDay } from "../domain/isDay.ts"
import type { SuppressionProblem } from "../domain/SuppressionNotice.ts"

/** A suppression as a person wrote it, for one rule. */
export interface WrittenSuppression {
  /** The rule; empty where none is named. */
  readonly rule: string
  readonly reason: string
  /** The last day on which it holds: YYYY-MM-DD. */
  readonly until?: string
  /** Why it holds for nothing, whatever stands there. */
  readonly problem?: SuppressionProblem
}

/** What parts a rule from the reason; programs that set type make one dash of two. */
const reasonMark = /--|[—–]/

/**
 * Reads `RULE[, RULE…] [until=YYYY-MM-DD] -- reason`: one suppression for each rule. Without a rule or a reason, or with
 * a day that does not exist, it holds for nothing and has a problem.
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
