import { Either } from "effect"
import { RE2JS, RE2JSException } from "re2js"
import type { Pattern, PatternFault } from "../detect/PatternCompiler.ts"

/** Compiles a pattern of a rule file with re2js, which supports RE2's syntax and never backtracks. */
export const compileRe2 = (pattern: string): Either.Either<Pattern, PatternFault> =>
  Either.map(
    Either.try({
      try: () => RE2JS.compile(pattern),
      catch: (error): PatternFault => ({ reason: error instanceof RE2JSException ? error.message : String(error) })
    }),
    (compiled): Pattern => ({
      find: (text) => {
        const matcher = compiled.matcher(text)
        const ranges: Array<{ readonly start: number; readonly end: number }> = []
        while (matcher.find()) ranges.push({ start: matcher.start(), end: matcher.end() })
        return ranges
      }
    })
  )
