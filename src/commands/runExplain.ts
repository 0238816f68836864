import { Effect, Option, Stream } from "effect"
import { readJudgeSettings } from "../config/JudgeSettings.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import { isShippedRule } from "../ruleset/packagePath.ts"
import { nearestWord } from "../yaml/nearestWord.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import type { ExplainFlags } from "./ExplainFlags.ts"
import { ruleExplanation } from "./ruleExplanation.ts"
import { runCommand } from "./runCommand.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { UnknownRule } from "./UnknownRule.ts"
import { writeToStandardOutput } from "./writeReport.ts"

/** `chatlint explain`: explains a rule. */
export const runExplain = (id: string, flags: ExplainFlags, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const settings = yield* readJudgeSettings(flags, commandLine.environment, commandLine.folder)
      const { rules } = yield* loadRuleSet(settings.rules)
      const rule = rules.find((one) => one.id === id)
      if (rule === undefined) {
        const known = rules.map((one) => one.id)
        return yield* new UnknownRule({ rule: id, nearest: Option.fromNullable(nearestWord(id, known)), known })
      }
      const page = (yield* StandardStreams).page(flags)
      const text = ruleExplanation(page, rule, isShippedRule(rule.path), settings.locale)
      yield* writeToStandardOutput(Stream.make(text))
      return ExitCode.clean
    }),
    commandLine
  )
