import { Clock, Effect, Option } from "effect"
import type { FindingCount } from "../domain/FindingCount.ts"
import type { FinishedRun } from "../store/Runs.ts"
import { ExitCode } from "./ExitCode.ts"
import type { MailPlan } from "./MailPlan.ts"
import { monitorLine } from "./monitorLine.ts"
import { StandardStreams } from "./StandardStreams.ts"
import type { MailOutcome } from "./sendMails.ts"

/** The result of a run. */
export interface RunOutcome {
  readonly finished: FinishedRun
  readonly counts: ReadonlyArray<FindingCount>
  readonly mails: MailOutcome
  readonly exitCode: ExitCode
}

const sumOf = (counts: ReadonlyArray<FindingCount>, status: FindingCount["status"]): number =>
  counts.reduce((sum, count) => (count.status === status ? sum + count.findings : sum), 0)

const factsOf = ({ finished, counts, mails, exitCode }: RunOutcome) => ({
  run: finished.run.id,
  complete: finished.complete,
  chats: finished.businesses.reduce((sum, { coverage }) => sum + coverage.chatsListed, 0),
  not_scanned: finished.businesses.reduce((sum, { coverage }) => sum + coverage.notScanned.length, 0),
  new: sumOf(counts, "new"),
  repeated: sumOf(counts, "repeated"),
  acknowledged: sumOf(counts, "acknowledged"),
  mails: mails.queued,
  sent: mails.sent,
  undelivered: mails.undelivered,
  exit: exitCode
})

const say = (event: string, facts: Parameters<typeof monitorLine>[1]) =>
  Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    yield* (yield* StandardStreams).note(monitorLine(event, { time: new Date(now).toISOString(), ...facts }))
  })

/**
 * Reports to monitoring, on standard error, that a nightly run started, and its result or failure; a run without either
 * was killed. Applies only to runs that send mails.
 */
export const watchedRun = <E extends { readonly _tag: string }, R>(
  plan: Option.Option<MailPlan>,
  run: Effect.Effect<RunOutcome, E, R>
): Effect.Effect<ExitCode, E, R | StandardStreams> =>
  Option.exists(plan, ({ kind }) => kind === "send")
    ? Effect.gen(function* () {
        const start = yield* Clock.currentTimeMillis
        yield* say("started", {})
        const outcome = yield* run.pipe(
          Effect.tapError((error) => say("failed", { reason: error._tag })),
          Effect.onInterrupt(() => say("interrupted", { exit: ExitCode.interrupted }))
        )
        const seconds = Math.round(((yield* Clock.currentTimeMillis) - start) / 1000)
        yield* say("finished", { ...factsOf(outcome), seconds })
        return outcome.exitCode
      })
    : Effect.map(run, ({ exitCode }) => exitCode)
