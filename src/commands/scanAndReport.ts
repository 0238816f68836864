import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, identity, Option, Stream } from "effect"
import type { Settings } from "../config/Settings.ts"
import { maskedAddress } from "../domain/maskedAddress.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { MailError } from "../mail/MailError.ts"
import { MarketClient } from "../market/MarketClient.ts"
import type { MarketError } from "../market/MarketError.ts"
import type { Report } from "../report/Report.ts"
import type { Reveal } from "../scan/Judge.ts"
import { scan } from "../scan/scan.ts"
import type { BusinessToScan } from "../scan/scanBusiness.ts"
import { RunRecords } from "../store/RunRecords.ts"
import type { FinishedRun } from "../store/Runs.ts"
import type { StoreError } from "../store/StoreError.ts"
import { ExitCode } from "./ExitCode.ts"
import { exitCodeOfRun } from "./exitCodeOfRun.ts"
import type { MailPlan } from "./MailPlan.ts"
import { mailAfter } from "./mailAfter.ts"
import { NoBusiness } from "./NoBusiness.ts"
import type { OutputError } from "./OutputError.ts"
import { progressLine } from "./progressLine.ts"
import { reportOptions } from "./reportOptions.ts"
import type { ReportOutput } from "./reportOutputs.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { scanServices } from "./scanServices.ts"
import { commandTexts } from "./texts.ts"
import { type RunOutcome, watchedRun } from "./watchedRun.ts"
import { exitCodeAfterWriting, writeOutputs } from "./writeReport.ts"

/** The output options of a scan. */
export interface Presentation {
  readonly outputs: ReadonlyArray<ReportOutput>
  readonly color: boolean
  readonly showProgress: boolean
  readonly reveal: boolean
  readonly everything: boolean
  /** What to do about mails; none if no mails are requested. */
  readonly mail: Option.Option<MailPlan>
}

/** The given businesses, or all that the key can access, with the number of shops that belong to none. */
const businessesToScan = (
  settings: Settings
): Effect.Effect<
  { readonly businesses: ReadonlyArray<BusinessToScan>; readonly shopsWithout: number },
  MarketError | NoBusiness,
  MarketClient
> =>
  Effect.gen(function* () {
    if (settings.businesses.length > 0 || Option.isNone(settings.access)) {
      return { businesses: settings.businesses, shopsWithout: 0 }
    }
    const access = settings.access.value
    const reached = [...(yield* Stream.runCollect((yield* MarketClient).businesses(access)))]
    const ids = reached.flatMap((page) => page.ids)
    const shopsWithout = reached.reduce((sum, page) => sum + page.shopsWithout, 0)
    if (ids.length === 0) return yield* new NoBusiness()
    return { businesses: ids.map((businessId) => ({ businessId, access })), shopsWithout }
  })

/** Reports shops whose chats cannot be requested, on standard error. */
const noteShopsWithout = (shops: number, { locale }: Settings) =>
  Effect.gen(function* () {
    if (shops > 0) yield* (yield* StandardStreams).note(commandTexts(locale, "shopsWithoutBusiness", { shops }))
  })

/** Reports why a business could not be read, on standard error, whatever the format and destination of the report. */
const noteFailures = ({ businesses }: FinishedRun, settings: Settings) =>
  Effect.gen(function* () {
    const { note } = yield* StandardStreams
    for (const { businessId, failure } of businesses) {
      if (failure === undefined) continue
      yield* note(commandTexts(settings.locale, "businessFailed", { businessId, problem: failure.message }))
    }
  })

/** Scans the businesses of the settings, writes the reports, and returns the exit code. */
export const scanAndReport = (
  settings: Settings,
  ruleSet: RuleSet,
  presentation: Presentation
): Effect.Effect<
  ExitCode,
  StoreError | MarketError | NoBusiness | OutputError | MailError,
  FileSystem.FileSystem | StandardStreams
> =>
  watchedRun(presentation.mail, scanReportAndMail(settings, ruleSet, presentation)).pipe(
    Effect.provide(scanServices(settings.db)),
    // Tracing spans, which nothing collects here, would take a fifth of the time.
    Effect.withTracerEnabled(false)
  )

const scanReportAndMail = (settings: Settings, ruleSet: RuleSet, presentation: Presentation) =>
  Effect.gen(function* () {
    const revealed = new Map<string, { readonly match: string; readonly excerpt: string }>()
    const reveal: Reveal = (id, match, excerpt) => revealed.set(id, { match, excerpt })
    const { businesses, shopsWithout } = yield* businessesToScan(settings)
    const scanning = scan({
      businesses,
      ruleSet,
      region: settings.region,
      minConfidence: settings.minConfidence,
      allowListsOf: settings.allowListsOf,
      concurrency: settings.concurrency,
      everything: presentation.everything,
      locale: settings.locale,
      reveal: presentation.reveal ? Option.some(reveal) : Option.none()
    })
    const finished = yield* presentation.showProgress
      ? Effect.scoped(Effect.zipRight(progressLine(settings.locale), scanning))
      : scanning

    const all = finished.businesses.map(({ businessId }) => businessId)
    const record = yield* (yield* RunRecords).of(finished, all, presentation.reveal ? identity : maskedAddress)
    const report: Report<StoreError> = {
      ...record,
      findings: Stream.map(record.findings, (finding) => ({
        ...finding,
        ...revealed.get(finding.id)
      }))
    }
    const options = reportOptions(settings, ruleSet)
    const writingExitCode = yield* writeOutputs(
      presentation.outputs,
      { color: presentation.color, locale: settings.locale },
      (format, color) => format.write(report, { ...options, color })
    )
    yield* noteFailures(finished, settings)
    yield* noteShopsWithout(shopsWithout, settings)
    const mails = yield* mailAfter(presentation.mail, finished, ruleSet, settings, presentation.showProgress)
    const runExitCode = exitCodeOfRun(finished, record.counts, settings.failOn, mails)
    const workExitCode = runExitCode === ExitCode.clean && shopsWithout > 0 ? ExitCode.incomplete : runExitCode
    const exitCode = exitCodeAfterWriting(workExitCode, writingExitCode)
    const outcome: RunOutcome = { finished, counts: record.counts, mails, exitCode }
    return outcome
  })
