import { readdirSync, readFileSync } from "node:fs"
import { Either } from "effect"
import { compileRuleSet, type RuleSource } from "../engine/compileRuleSet.ts"
import type { RuleSet } from "../engine/RuleSet.ts"
import { compileRe2 } from "./compileRe2.ts"
import { packagePath } from "./packagePath.ts"

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
export const shippedRuleSet = (): RuleSet => Either.getOrThrow(compileRuleSet(shippedRuleFiles(), [], compileRe2))
