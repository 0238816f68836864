import { Effect } from "effect"
import { CheckTally } from "../check/CheckTally.ts"
import { checkNdjson } from "../check/checkNdjson.ts"
import { makeChecker } from "../check/makeChecker.ts"
import { readJudgeSettings } from "../config/JudgeSettings.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import type { CheckFlags } from "./CheckFlags.ts"
import type { CommandLine } from "./CommandLine.ts"
import { checkTexts } from "./checkTexts.ts"
import { ExitCode } from "./ExitCode.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { standardInput } from "./standardInput.ts"
import { writeToStandardOutput } from "./writeReport.ts"

/** Checks JSON rows on standard input and writes one answer per row. */
export const checkRows = (flags: CheckFlags, { environment, folder }: CommandLine) =>
  Effect.gen(function* () {
    const settings = yield* readJudgeSettings(flags, environment, folder)
    const ruleSet = yield* loadRuleSet(settings.rules)
    const tally = new CheckTally(settings.failOn)
    const checker = makeChecker({
      ruleSet,
      allowLists: settings.allowListsOf(flags.business),
      minConfidence: settings.minConfidence,
      locale: settings.locale,
      reveal: flags.reveal === true
    })
    const { region } = settings
    yield* writeToStandardOutput(checkNdjson(standardInput, { checker, region, locale: settings.locale, tally }))
    if (tally.hasFailures) return ExitCode.findings
    const isEmpty = tally.isEmpty && flags.allowEmpty !== true
    if (isEmpty) yield* (yield* StandardStreams).note(checkTexts(settings.locale, "noRows"))
    return tally.isComplete && !isEmpty ? ExitCode.clean : ExitCode.incomplete
  })
