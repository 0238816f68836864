import { serialize } from "node:v8"
import { Either } from "effect"
import { prepareRules } from "../engine/compileRuleSet.ts"
import { compileRe2 } from "./compileRe2.ts"
import { digestOf, type PreparedFile } from "./preparedRules.ts"
import type { RuleFileBytes } from "./RuleFileBytes.ts"
import { sourcesOf } from "./readShippedRules.ts"

/** The bytes of the prepared file. They keep which parts are one and the same, as JSON would not. */
export const writePreparedRules = (files: ReadonlyArray<RuleFileBytes>): Uint8Array => {
  const { programs, ...prepared } = Either.getOrThrowWith(
    prepareRules(sourcesOf(files), compileRe2),
    ([error]) => error
  )
  const written = new Map<() => unknown, Uint8Array>()
  /** Equal lists of phrases have one program, which is written once. */
  const write = (load: () => unknown): Uint8Array => {
    const bytes = written.get(load) ?? serialize(load())
    written.set(load, bytes)
    return bytes
  }
  const file: PreparedFile = {
    digest: digestOf(files),
    prepared,
    programs: new Map([...programs].map(([place, program]) => [place, write(program)]))
  }
  return serialize(file)
}
