import { Either, Option } from "effect"
import { compilePreparedRules, compileRuleSet } from "../engine/rule/compileRuleSet.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { RuleSource } from "../engine/rule/readRuleFiles.ts"
import { compileRe2 } from "./compileRe2.ts"
import { readShippedRules, shippedFiles, sourcesOf } from "./readShippedRules.ts"

/** The rule files shipped with chatlint, from `rules/`. */
export const shippedRuleFiles = (): ReadonlyArray<RuleSource> => sourcesOf(shippedFiles("rules"))

/**
 * The compiled shipped rules. Each call reads and compiles them, so keep the result. Throws if the installed files are
 * damaged.
 */
export const shippedRuleSet = (): RuleSet => {
  const { files, prepared } = readShippedRules("rules")
  return Either.getOrThrow(
    Option.match(prepared, {
      onNone: () => compileRuleSet(sourcesOf(files), [], compileRe2),
      onSome: (rules) => compilePreparedRules(rules, [], compileRe2)
    })
  )
}
