import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Either } from "effect"
import { compileRuleSet } from "../../src/engine/rule/compileRuleSet.ts"
import type { RuleSet } from "../../src/engine/rule/RuleSet.ts"
import type { RuleSource } from "../../src/engine/rule/readRuleFiles.ts"

const folder = new URL("../../rules/", import.meta.url).pathname

/** The shipped files of rules/. */
export const shippedSources: ReadonlyArray<RuleSource> = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ path: join("rules", name), text: readFileSync(join(folder, name), "utf8") }))

/** The shipped rules, compiled. */
export const shippedRules: RuleSet = Either.getOrThrowWith(compileRuleSet(shippedSources), (errors) => errors[0])
