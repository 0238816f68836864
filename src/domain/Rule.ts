import { Schema } from "effect"

/** The id of a rule. The shipped rules are in `rules/`; a user's own rule may have any id of this form. */
export const RuleId = Schema.String.pipe(Schema.pattern(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/), Schema.brand("RuleId"))
export type RuleId = typeof RuleId.Type

/** The severities of rules, in ascending order. */
export const severities = ["info", "warning", "error"] as const
export const Severity = Schema.Literal(...severities)
export type Severity = typeof Severity.Type

/** Whether `severity` is at or above `threshold`. */
export const reaches = (severity: Severity, threshold: Severity): boolean =>
  severities.indexOf(severity) >= severities.indexOf(threshold)
