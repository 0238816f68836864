import { readdirSync, readFileSync } from "node:fs"
import { Either, Option } from "effect"
import { compilePreparedRules, compileRuleSet } from "../engine/compileRuleSet.ts"
import type { RuleSet } from "../engine/RuleSet.ts"
import type { RuleSource } from "../engine/readRuleFiles.ts"
import { compileRe2 } from "./compileRe2.ts"
import { packagePath } from "./packagePath.ts"
import { preparedRulesFile, readPreparedRules } from "./preparedRules.ts"

/** The rule files that come with chatlint, as they lie in `rules/`. */
export const shippedRuleFiles = (): ReadonlyArray<RuleSource> =>
  readdirSync(packagePath("rules"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({ path: `rules/${name}`, text: readFileSync(packagePath("rules", name), "utf8") }))

/**
 * The rules that come with chatlint, ready to judge. Reads and compiles them at each call: a program keeps the result.
 * Throws when the installed files are damaged.
 */
export const shippedRuleSet = (): RuleSet => {
  const sources = shippedRuleFiles()
  const prepared = Either.try(() => readFileSync(preparedRulesFile)).pipe(
    Either.getRight,
    Option.flatMap((bytes) => readPreparedRules(bytes, sources))
  )
  return Either.getOrThrow(
    Option.match(prepared, {
      onNone: () => compileRuleSet(sources, [], compileRe2),
      onSome: (rules) => compilePreparedRules(rules, [], compileRe2)
    })
  )
}
