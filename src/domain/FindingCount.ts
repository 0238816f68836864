import { Schema } from "effect"
import { FindingStatus } from "./Finding.ts"
import { RuleId, Severity } from "./Rule.ts"

/** How many findings of one rule, severity and status a run reports. */
export const FindingCount = Schema.Struct({
  rule: RuleId,
  severity: Severity,
  status: FindingStatus,
  findings: Schema.Int
})
export type FindingCount = typeof FindingCount.Type
