import type { RuleId } from "../domain/Rule.ts"
import { checkText } from "../engine/checkConversation.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { Locale } from "../locale/Locale.ts"

/** The first of a rule's rewrites that breaks no rule: a user's rule may forbid what ours suggests. */
export const safeRewrites = (ruleSet: RuleSet): ((id: RuleId, locale: Locale) => string | null) => {
  const found = new Map<string, string | null>()
  return (id, locale) => {
    const key = `${id} ${locale}`
    const known = found.get(key)
    if (known !== undefined) return known
    const rewrites = ruleSet.rules.find((rule) => rule.id === id)?.file.rewrites[locale] ?? []
    const safe = rewrites.find((rewrite) => checkText(ruleSet, rewrite).length === 0) ?? null
    found.set(key, safe)
    return safe
  }
}
