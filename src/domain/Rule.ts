import { Schema } from "effect"

/** The seven rules' ids are listed in `rules/`; a user's own rule may carry any id of this form. */
export const RuleId = Schema.String.pipe(Schema.pattern(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/), Schema.brand("RuleId"))
export type RuleId = typeof RuleId.Type

/** How much a broken rule matters, the gravest last. */
export const severities = ["info", "warning", "error"] as const
export const Severity = Schema.Literal(...severities)
export type Severity = typeof Severity.Type

/** Whether `severity` reaches `threshold`. */
export const reaches = (severity: Severity, threshold: Severity): boolean =>
  severities.indexOf(severity) >= severities.indexOf(threshold)
