import { Either } from "effect"
import type { PatternCompiler } from "../../detect/PatternCompiler.ts"
import type { RuleCompiler } from "./compileRule.ts"
import { RuleFileError } from "./RuleFileError.ts"
import type { ValuePath, YamlFile } from "./YamlFile.ts"

/** Compiles the RE2 patterns of rules; adds those that are wrong, or that nothing can compile, to the errors. */
export const compilePatterns =
  (compilePattern: PatternCompiler | undefined, errors: Array<RuleFileError>): RuleCompiler["patterns"] =>
  (written, file, path) =>
    written.flatMap((pattern, index) => {
      const compiled = compilePattern?.(pattern)
      if (compiled !== undefined && Either.isRight(compiled)) return [compiled.right]
      errors.push(patternError(pattern, compiled?.left.reason, file, [...path, index]))
      return []
    })

const patternError = (pattern: string, reason: string | undefined, file: YamlFile, path: ValuePath): RuleFileError =>
  new RuleFileError({
    path: file.path,
    ...file.placeOfValue(path),
    problem: reason === undefined ? "problem.noPatterns" : "problem.badPattern",
    expectation: "expected.pattern",
    subject: pattern,
    known: [],
    detail: reason ?? ""
  })
