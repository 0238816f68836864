import { type DraftFinding, isOpen } from "../../domain/DraftFinding.ts"
import type { Severity } from "../../domain/Rule.ts"

/** The numbers of findings. Each finding counts once: as open, accepted or suppressed. */
export interface DraftTally {
  readonly open: Readonly<Record<Severity, number>>
  readonly accepted: number
  readonly suppressed: number
}

export const tallyOf = (findings: ReadonlyArray<DraftFinding>): DraftTally => {
  const open = { info: 0, warning: 0, error: 0 }
  let accepted = 0
  let suppressed = 0
  for (const finding of findings) {
    if (isOpen(finding)) open[finding.severity] += 1
    else if (finding.suppression === undefined || finding.suppression.by === "baseline") accepted += 1
    else suppressed += 1
  }
  return { open, accepted, suppressed }
}
