import { HashMap, Option } from "effect"
import type { FindingStatus } from "../domain/Finding.ts"
import type { FindingCount } from "../domain/FindingCount.ts"
import type { RuleId, Severity } from "../domain/Rule.ts"

/** The numbers of findings for the summaries of a report. */
export interface Tally {
  readonly byStatus: Readonly<Record<FindingStatus, number>>
  /** Counts of new and repeated findings; acknowledged ones need no action. */
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

/** How many findings need action: the new and the repeated ones. */
export const openFindings = ({ byStatus }: Tally): number => byStatus.new + byStatus.repeated

/** The rules with open findings and their counts, the most frequent first. */
export const openRules = ({ openByRule }: Tally): ReadonlyArray<readonly [RuleId, number]> =>
  HashMap.toEntries(openByRule).toSorted(
    ([leftRule, left], [rightRule, right]) => right - left || (leftRule < rightRule ? -1 : 1)
  )
