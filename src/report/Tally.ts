import { HashMap, Option } from "effect"
import type { Finding, FindingStatus } from "../domain/Finding.ts"
import type { RuleId, Severity } from "../domain/Rule.ts"

/** What is kept of the findings that went by: counts, so that memory grows with the rules and not with the findings. */
export interface Tally {
  readonly byStatus: Readonly<Record<FindingStatus, number>>
  /** Of new and repeated findings: what a person acknowledged needs nothing done. */
  readonly openBySeverity: Readonly<Record<Severity, number>>
  readonly openByRule: HashMap.HashMap<RuleId, number>
}

export const emptyTally: Tally = {
  byStatus: { new: 0, repeated: 0, acknowledged: 0 },
  openBySeverity: { info: 0, warning: 0, error: 0 },
  openByRule: HashMap.empty()
}

/** The tally with one more finding. */
export const counted = (tally: Tally, { status, severity, rule }: Finding): Tally => {
  const byStatus = { ...tally.byStatus, [status]: tally.byStatus[status] + 1 }
  if (status === "acknowledged") return { ...tally, byStatus }
  return {
    byStatus,
    openBySeverity: { ...tally.openBySeverity, [severity]: tally.openBySeverity[severity] + 1 },
    openByRule: HashMap.modifyAt(tally.openByRule, rule, (count) => Option.some(Option.getOrElse(count, () => 0) + 1))
  }
}

/** How many findings still ask for something: the new and the repeated ones. */
export const openFindings = ({ byStatus }: Tally): number => byStatus.new + byStatus.repeated
