import { Either } from "effect"
import type { PatternCompiler } from "../../detect/PatternCompiler.ts"
import type { ValuePath, YamlFile } from "../../yaml/YamlFile.ts"
import { YamlFileError } from "../../yaml/YamlFileError.ts"
import type { RuleCompiler } from "./compileRule.ts"

/**
 * Compiles the RE2 patterns of rules. Invalid patterns are added to the errors, and so are all patterns if there is no
 * compiler.
 */
export const compilePatterns =
  (compilePattern: PatternCompiler | undefined, errors: Array<YamlFileError>): RuleCompiler["patterns"] =>
  (written, file, path) =>
    written.flatMap((pattern, index) => {
      const compiled = compilePattern?.(pattern)
      if (compiled !== undefined && Either.isRight(compiled)) return [compiled.right]
      errors.push(patternError(pattern, compiled?.left.reason, file, [...path, index]))
      return []
    })

const patternError = (pattern: string, reason: string | undefined, file: YamlFile, path: ValuePath): YamlFileError =>
  new YamlFileError({
    path: file.path,
    ...file.placeOfValue(path),
    problem: reason === undefined ? "problem.noPatterns" : "problem.badPattern",
    expectation: "expected.pattern",
    subject: pattern,
    known: [],
    detail: reason ?? ""
  })
