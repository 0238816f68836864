import { Schema } from "effect"
import { FindingStatus } from "./Finding.ts"
import { RuleId, Severity } from "./Rule.ts"

/** The number of a run's findings with one rule, severity and status. */
export const FindingCount = Schema.Struct({
  rule: RuleId,
  severity: Severity,
  status: FindingStatus,
  findings: Schema.Int
})
export type FindingCount = typeof FindingCount.Type
