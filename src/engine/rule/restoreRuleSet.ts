import { Array as Arrays, Either } from "effect"
import type { PatternCompiler } from "../../detect/PatternCompiler.ts"
import { matcherOf, noPhrases, type Width } from "../../detect/phrase/PhraseMatcher.ts"
import type { YamlFileError } from "../../yaml/YamlFileError.ts"
import { assembleRuleSet } from "./assembleRuleSet.ts"
import { compilePatterns } from "./compilePatterns.ts"
import { compileRule, type RuleCompiler } from "./compileRule.ts"
import { fileOfPrepared, type PreparedRules, programKey } from "./PreparedRules.ts"
import type { RuleSet } from "./RuleSet.ts"

/** Restores the prepared rule set. Only patterns can fail, if there is no compiler. */
export const restoreRuleSet = (
  prepared: PreparedRules,
  compilePattern: PatternCompiler | undefined
): Either.Either<RuleSet, Arrays.NonEmptyReadonlyArray<YamlFileError>> => {
  const errors: Array<YamlFileError> = []
  const patterns = compilePatterns(compilePattern, errors)
  const compiled = [...prepared.rules.values()].map((rule) => {
    const matcher =
      (width: Width): RuleCompiler["phrases"] =>
      (_phrases, _file, path) => {
        const program = prepared.programs.get(programKey(rule.content.id, path))
        return program === undefined ? noPhrases : matcherOf(() => program, width)
      }
    return compileRule(fileOfPrepared(rule), {
      phrases: matcher("narrowest"),
      exceptions: matcher("widest"),
      patterns
    })
  })
  return Arrays.isNonEmptyReadonlyArray(errors)
    ? Either.left(errors)
    : Either.right(assembleRuleSet(prepared.digest, compiled, prepared))
}
