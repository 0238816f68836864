import { serialize } from "node:v8"
import { Either } from "effect"
import { prepareRules } from "../engine/compileRuleSet.ts"
import type { RuleSource } from "../engine/readRuleFiles.ts"
import { compileRe2 } from "./compileRe2.ts"
import { digestOf, type PreparedFile } from "./preparedRules.ts"

/** The bytes of the prepared file. They keep which parts are one and the same, as JSON would not. */
export const writePreparedRules = (sources: ReadonlyArray<RuleSource>): Uint8Array => {
  const prepared = Either.getOrThrowWith(prepareRules(sources, compileRe2), ([error]) => error)
  const file: PreparedFile = { digest: digestOf(sources), prepared }
  return serialize(file)
}
