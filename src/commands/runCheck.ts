import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { Effect } from "effect"
import { CheckTally } from "../check/CheckTally.ts"
import { checkNdjson } from "../check/checkNdjson.ts"
import { makeChecker } from "../check/makeChecker.ts"
import { readJudgeSettings } from "../config/JudgeSettings.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import type { CheckFlags } from "./CheckFlags.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import { NdjsonOnly } from "./NdjsonOnly.ts"
import { runCommand } from "./runCommand.ts"
import { standardInput } from "./standardInput.ts"
import { writeToStandardOutput } from "./writeReport.ts"

/** `chatlint check`: judges what is not sent yet. */
export const runCheck = (flags: CheckFlags, { environment, folder, locale }: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      if (flags.ndjson !== true) return yield* new NdjsonOnly()
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
      return tally.isComplete ? ExitCode.clean : ExitCode.incomplete
    }).pipe(Effect.provide(NodeFileSystem.layer)),
    locale
  )
