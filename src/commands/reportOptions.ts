import { Option } from "effect"
import type { StoreSettings } from "../config/StoreSettings.ts"
import type { RuleId } from "../domain/Rule.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { ReportOptions } from "../report/Report.ts"

/** Report options from the current settings and rules, without colours. */
export const reportOptions = (
  { locale, timeZone }: Pick<StoreSettings, "locale" | "timeZone">,
  { rules }: RuleSet
): ReportOptions => {
  const fileOf = (id: RuleId) => Option.fromNullable(rules.find((rule) => rule.id === id)?.file)
  return {
    locale,
    timeZone,
    color: false,
    ruleTitle: (id) => Option.match(fileOf(id), { onNone: () => id, onSome: ({ title }) => title[locale] }),
    ruleAdvice: (id) =>
      Option.map(fileOf(id), ({ explanation, rewrites }) => ({
        explanation: explanation[locale],
        rewrites: rewrites[locale]
      }))
  }
}
