import { Effect, Option, Schema } from "effect"
import { readConfig } from "../config/readConfig.ts"
import { storeSettings } from "../config/StoreSettings.ts"
import { BusinessId } from "../domain/Business.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import { RunHistory } from "../store/RunHistory.ts"
import { RunRecords } from "../store/RunRecords.ts"
import type { CommandLine } from "./CommandLine.ts"
import { exitCodeOfRun } from "./exitCodeOfRun.ts"
import type { MailFlags } from "./MailFlags.ts"
import { mailPlan } from "./MailPlan.ts"
import { mailAfter } from "./mailAfter.ts"
import { NotKept } from "./NotKept.ts"
import { noteOtherBusinesses } from "./noteOtherBusinesses.ts"
import { RunMissing } from "./RunMissing.ts"
import { refuseOverwriting } from "./refuseOverwriting.ts"
import { reportOptions } from "./reportOptions.ts"
import { reportOutputs } from "./reportOutputs.ts"
import { runCommand } from "./runCommand.ts"
import { StandardStreams } from "./StandardStreams.ts"
import type { StoredReportFlags } from "./StoredReportFlags.ts"
import { type RunOutcome, watchedRun } from "./watchedRun.ts"
import { withStore } from "./withStore.ts"
import { exitCodeAfterWriting, writeOutputs } from "./writeReport.ts"

/** `chatlint report`: reports a finished run, by default the last one, in any format, and mails it. */
export const runReport = (run: string | undefined, flags: StoredReportFlags & MailFlags, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const { environment, folder } = commandLine
      if (flags.reveal) return yield* new NotKept()
      const outputs = yield* reportOutputs(flags.format ?? "terminal", flags.output ?? [], folder)
      const config = yield* readConfig(flags.config, folder)
      const settings = yield* storeSettings(flags, environment, folder, config)
      yield* refuseOverwriting(outputs, [...Option.toArray(config).map(({ path }) => path), settings.db])
      const mail = yield* mailPlan(
        flags,
        environment,
        folder,
        settings,
        config,
        (flags.business ?? []).filter(Schema.is(BusinessId))
      )
      const ruleSet = yield* loadRuleSet(settings.rules)
      const reporting = Effect.gen(function* () {
        const only = yield* (yield* RunHistory).namedBusinesses(flags.business ?? [])
        const record = yield* Effect.flatMap(
          (yield* RunRecords).find(Option.fromNullable(run), only),
          Option.match({ onNone: () => new RunMissing({ path: settings.db }), onSome: Effect.succeed })
        )
        const options = reportOptions(settings, ruleSet)
        const { isTerminal, mayColor } = yield* StandardStreams
        const color = mayColor(flags)
        const writingExitCode = yield* writeOutputs(outputs, { color, locale: settings.locale }, (format, isColored) =>
          format.write(record, { ...options, color: isColored })
        )
        if (run === undefined && only.length === 0) yield* noteOtherBusinesses(record.businesses, settings.locale)
        const mails = yield* mailAfter(mail, record, ruleSet, settings, isTerminal.error)
        const runExitCode = exitCodeOfRun(record, record.counts, settings.failOn, mails)
        const exitCode = exitCodeAfterWriting(runExitCode, writingExitCode)
        const outcome: RunOutcome = { finished: record, counts: record.counts, mails, exitCode }
        return outcome
      })
      return yield* withStore(settings.db, watchedRun(mail, reporting))
    }),
    commandLine
  )
