import { HashMap, Option } from "effect"
import type { FindingStatus } from "../domain/Finding.ts"
import type { FindingCount } from "../domain/FindingCount.ts"
import type { RuleId, Severity } from "../domain/Rule.ts"

/** How many findings there are, as the summaries of a report ask for it. */
export interface Tally {
  readonly byStatus: Readonly<Record<FindingStatus, number>>
  /** Of new and repeated findings: what a person acknowledged needs nothing done. */
  readonly openBySeverity: Readonly<Record<Severity, number>>
  readonly openByRule: HashMap.HashMap<RuleId, number>
}

const emptyTally: Tally = {
  byStatus: { new: 0, repeated: 0, acknowledged: 0 },
  openBySeverity: { info: 0, warning: 0, error: 0 },
  openByRule: HashMap.empty()
}

const counted = (tally: Tally, { status, severity, rule, findings }: FindingCount): Tally => {
  const byStatus = { ...tally.byStatus, [status]: tally.byStatus[status] + findings }
  if (status === "acknowledged") return { ...tally, byStatus }
  return {
    byStatus,
    openBySeverity: { ...tally.openBySeverity, [severity]: tally.openBySeverity[severity] + findings },
    openByRule: HashMap.modifyAt(tally.openByRule, rule, (count) =>
      Option.some(Option.getOrElse(count, () => 0) + findings)
    )
  }
}

/** Sums up a report's counts. */
export const tallyOf = (counts: ReadonlyArray<FindingCount>): Tally => counts.reduce(counted, emptyTally)

/** How many findings still ask for something: the new and the repeated ones. */
export const openFindings = ({ byStatus }: Tally): number => byStatus.new + byStatus.repeated

/** The rules that were broken by open findings, the most frequent first. */
export const openRules = ({ openByRule }: Tally): ReadonlyArray<readonly [RuleId, number]> =>
  HashMap.toEntries(openByRule).toSorted(
    ([leftRule, left], [rightRule, right]) => right - left || (leftRule < rightRule ? -1 : 1)
  )
