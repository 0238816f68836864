import { Effect, Option } from "effect"
import { readStoreSettings } from "../config/StoreSettings.ts"
import type { BusinessId } from "../domain/Business.ts"
import type { Run } from "../domain/Run.ts"
import type { ChangesFormat } from "../report/changes/ChangesReport.ts"
import { type ChangesFormatName, changesFormatNames } from "../report/changes/changesFormatNames.ts"
import { changesFormats } from "../report/changes/changesFormats.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import { RunChanges } from "../store/RunChanges.ts"
import { RunHistory } from "../store/RunHistory.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import { NotKept } from "./NotKept.ts"
import { noteOtherBusinesses } from "./noteOtherBusinesses.ts"
import { RunMissing } from "./RunMissing.ts"
import { reportOptions } from "./reportOptions.ts"
import { type FormatChoices, formatOutputs } from "./reportOutputs.ts"
import { runCommand } from "./runCommand.ts"
import { StandardStreams } from "./StandardStreams.ts"
import type { StoredReportFlags } from "./StoredReportFlags.ts"
import { withStore } from "./withStore.ts"
import { exitCodeAfterWriting, writeOutputs } from "./writeReport.ts"

const changesReports: FormatChoices<ChangesFormatName, ChangesFormat> = {
  names: changesFormatNames,
  load: (name) => Effect.succeed(changesFormats[name])
}

/**
 * The two runs to compare, the earlier one first. A single given run is compared with the last one; by default the last
 * run is compared with the previous one.
 *
 * @param only the given businesses; if empty, all that the run covers.
 */
const runsToCompare = (
  first: string | undefined,
  second: string | undefined,
  only: ReadonlyArray<BusinessId>,
  db: string
) =>
  Effect.gen(function* () {
    const history = yield* RunHistory
    const last = yield* Effect.flatMap(
      history.last(only),
      Option.match({ onNone: () => new RunMissing({ path: db }), onSome: Effect.succeed })
    )
    if (first === undefined) {
      const ids = yield* history.seenAmong(last, only)
      return { since: yield* history.previous(last.id, ids), run: last, ids }
    }
    const one = yield* history.named(first)
    const other = second === undefined ? last : yield* history.named(second)
    const [since, run] = yield* history.inOrder(one, other)
    return { since: Option.some<Run>(since), run, ids: yield* history.seenAmong(run, only) }
  })

/** `chatlint diff`: reports the changes of findings between two runs. */
export const runDiff = (
  first: string | undefined,
  second: string | undefined,
  flags: StoredReportFlags,
  commandLine: CommandLine
) =>
  runCommand(
    Effect.gen(function* () {
      const { environment, folder } = commandLine
      if (flags.reveal) return yield* new NotKept()
      const outputs = yield* formatOutputs(changesReports, flags.format ?? "terminal", flags.output ?? [], folder)
      const settings = yield* readStoreSettings(flags, environment, folder)
      const ruleSet = yield* loadRuleSet(settings.rules)
      return yield* withStore(
        settings.db,
        Effect.gen(function* () {
          const history = yield* RunHistory
          const only = yield* history.namedBusinesses(flags.business ?? [])
          const { since, run, ids } = yield* runsToCompare(first, second, only, settings.db)
          const { businesses, complete } = yield* history.seenBy(run, ids)
          const { between, list } = yield* RunChanges
          const report = {
            run,
            changes: yield* between(since, run.id, ids),
            findings: list(since, run.id, ids)
          }
          const options = reportOptions(settings, ruleSet)
          const color = (yield* StandardStreams).mayColor(flags)
          const writingExitCode = yield* writeOutputs(
            outputs,
            { color, locale: settings.locale },
            (format, isColored) => format.write(report, { ...options, color: isColored })
          )
          if (first === undefined && only.length === 0) yield* noteOtherBusinesses(businesses, settings.locale)
          return exitCodeAfterWriting(complete ? ExitCode.clean : ExitCode.incomplete, writingExitCode)
        })
      )
    }),
    commandLine
  )
