import { Effect, Option } from "effect"
import { readConfig } from "../config/readConfig.ts"
import { scanSettings } from "../config/Settings.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import type { CommandLine } from "./CommandLine.ts"
import { keepHeapSmall } from "./keepHeapSmall.ts"
import { mailPlan } from "./MailPlan.ts"
import { refuseOverwriting } from "./refuseOverwriting.ts"
import { reportOutputs } from "./reportOutputs.ts"
import { runCommand } from "./runCommand.ts"
import type { ScanFlags } from "./ScanFlags.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { scanAndReport } from "./scanAndReport.ts"
import { refuseMissingFolders } from "./writeReport.ts"

/** `chatlint scan`: reads the chats of each business from where the last run stopped, and reports. */
export const runScan = (flags: ScanFlags, commandLine: CommandLine) => {
  const { environment, folder } = commandLine
  keepHeapSmall()
  return runCommand(
    Effect.gen(function* () {
      const outputs = yield* reportOutputs(flags.format ?? "terminal", flags.output ?? [], folder)
      yield* refuseMissingFolders(outputs)
      const config = yield* readConfig(flags.config, folder)
      const settings = yield* scanSettings(flags, environment, folder, config)
      yield* refuseOverwriting(outputs, [...Option.toArray(config).map(({ path }) => path), settings.db])
      const mail = yield* mailPlan(
        flags,
        environment,
        folder,
        settings,
        config,
        settings.businesses.map(({ businessId }) => businessId)
      )
      const ruleSet = yield* loadRuleSet(settings.rules)
      const { isTerminal, mayColor } = yield* StandardStreams
      return yield* scanAndReport(settings, ruleSet, {
        mail,
        outputs,
        color: mayColor(flags),
        showProgress: isTerminal.error && flags.quiet !== true,
        reveal: flags.reveal === true,
        everything: flags.full === true
      })
    }),
    commandLine
  )
}
