import { serialize } from "node:v8"
import { Either } from "effect"
import type { PhraseProgram } from "../detect/phrase/PhraseMatcher.ts"
import { prepareRules } from "../engine/rule/compileRuleSet.ts"
import { compileRe2 } from "./compileRe2.ts"
import { digestOf, type PreparedFile, type ProgramOnFile } from "./preparedRules.ts"
import type { RuleFileBytes } from "./RuleFileBytes.ts"
import { sourcesOf } from "./readShippedRules.ts"

/** Serializes the prepared rules. Unlike JSON, the format preserves shared references. */
export const writePreparedRules = (files: ReadonlyArray<RuleFileBytes>): Uint8Array => {
  const { programs, ...prepared } = Either.getOrThrowWith(
    prepareRules(sourcesOf(files), compileRe2),
    ([error]) => error
  )
  const written = new Map<PhraseProgram, ProgramOnFile>()
  /** Equal lists of phrases share one program, which is serialized once. */
  const write = (program: PhraseProgram): ProgramOnFile => {
    const known = written.get(program)
    if (known !== undefined) return known
    const { triggers, automaton } = program
    const made = { triggers, automaton: serialize(automaton()) }
    written.set(program, made)
    return made
  }
  const file: PreparedFile = {
    digest: digestOf(files),
    prepared,
    programs: new Map([...programs].map(([place, program]) => [place, write(program)]))
  }
  return serialize(file)
}
