import { serialize } from "node:v8"
import { Either } from "effect"
import { prepareRules } from "../engine/compileRuleSet.ts"
import type { RuleSource } from "../engine/readRuleFiles.ts"
import { compileRe2 } from "./compileRe2.ts"
import { digestOf, type PreparedFile } from "./preparedRules.ts"

/** The bytes of the prepared file. They keep which parts are one and the same, as JSON would not. */
export const writePreparedRules = (sources: ReadonlyArray<RuleSource>): Uint8Array => {
  const { scanner, neighbourScanner, programs, ...prepared } = Either.getOrThrowWith(
    prepareRules(sources, compileRe2),
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
    digest: digestOf(sources),
    prepared,
    scanner: write(scanner),
    neighbourScanner: write(neighbourScanner),
    programs: new Map([...programs].map(([place, program]) => [place, write(program)]))
  }
  return serialize(file)
}
