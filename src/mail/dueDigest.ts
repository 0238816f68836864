import { Clock, Effect, Either, Option, Stream } from "effect"
import type { ChangeKind } from "../domain/Changes.ts"
import type { BusinessCoverage } from "../domain/Coverage.ts"
import { isLostState } from "../domain/MailState.ts"
import { reaches } from "../domain/Rule.ts"
import type { Run } from "../domain/Run.ts"
import type { TrendPoint } from "../domain/TrendPoint.ts"
import { Outbox } from "../store/Outbox.ts"
import { RootCauses } from "../store/RootCauses.ts"
import { RunChanges } from "../store/RunChanges.ts"
import { RunHistory } from "../store/RunHistory.ts"
import type { FinishedRun } from "../store/Runs.ts"
import type { StoreError } from "../store/StoreError.ts"
import type { BusinessMail } from "./BusinessMail.ts"
import type { Digest, DigestKind } from "./Digest.ts"
import { digestTallyWith, emptyDigestTally, mostBroken } from "./DigestTally.ts"
import { weekdayIn } from "./Weekday.ts"

/** Why no mail is due. */
export type NotDue = "alreadyMailed" | "older" | "day" | "nothingNew"

const day = 86_400_000

/**
 * A weekly mail is not sent on the day of another mail, and is sent after seven days at the latest. The pauses are
 * slightly shorter to allow for the time of day at which a run ends. A mail dated in the future was made while the
 * clock was ahead; it counts as a week old.
 */
const shortestPause = 0.8 * day
const longestPause = 6.8 * day

/** The maximum number of root causes that a mail shows. */
const maximumCauses = 5

/** The trend without findings below the reader's minimum severity. */
const trendFor = (
  points: ReadonlyArray<TrendPoint>,
  minSeverity: BusinessMail["minSeverity"]
): ReadonlyArray<TrendPoint> =>
  points.map((point) => ({
    ...point,
    openBySeverity: {
      info: reaches("info", minSeverity) ? point.openBySeverity.info : 0,
      warning: reaches("warning", minSeverity) ? point.openBySeverity.warning : 0,
      error: point.openBySeverity.error
    }
  }))

/** Whether something could not be read that was readable in the run of the last mail. */
const isNewlyUnseen = (now: BusinessCoverage, before: BusinessCoverage | undefined): boolean => {
  const known = new Set(before?.coverage.notScanned.map(({ chatId }) => chatId))
  return (
    (now.failure !== undefined && before?.failure === undefined) ||
    now.coverage.notScanned.some(({ chatId }) => !known.has(chatId))
  )
}

const isGone = (change: ChangeKind): boolean =>
  change === "no-longer-in-window" || change === "cleared-by-changed-rules"

/** Whether no chat was read although there are, or may be, some. A business without chats counts as read. */
const isAllUnseen = ({ coverage, failure }: BusinessCoverage): boolean =>
  coverage.chatsScanned + coverage.chatsUnchanged === 0 && (coverage.chatsListed > 0 || failure !== undefined)

/**
 * The digest that is due for one business after a run, or why none is. "New" means since the run of the last mail that
 * at least one recipient got or may still get. Whatever a night without a mail leaves out (the scan did not run, no
 * mail is sent on that day, or the mail was refused) is therefore in the next mail.
 *
 * @param isAsked whether a person asked for the mail, due or not.
 */
export const dueDigest = (
  finished: FinishedRun,
  business: BusinessCoverage,
  mail: BusinessMail,
  isAsked: boolean
): Effect.Effect<Either.Either<Digest, NotDue>, StoreError, Outbox | RunHistory | RunChanges | RootCauses> =>
  Effect.gen(function* () {
    const outbox = yield* Outbox
    const history = yield* RunHistory
    const { run } = finished
    const ids = [business.businessId]
    const now = yield* Clock.currentTimeMillis
    const today = weekdayIn(mail.timeZone, now)
    const made = yield* outbox.lastMailed(business.businessId)
    const delivered = yield* outbox.lastDelivered(business.businessId)
    const writtenAt = Option.map(delivered, ({ queued_at }) => (queued_at > now ? now - longestPause : queued_at))
    // Cannot fail: the outbox refers to a stored run, and runs are never deleted.
    const runOf = (row: { readonly run_id: string }): Effect.Effect<Run, StoreError> =>
      Effect.catchTag(history.named(row.run_id), "UnknownReference", Effect.die)
    const earlier = Option.filter(delivered, ({ run_id }) => run_id !== run.id)
    const mailedRun = yield* Effect.transposeMapOption(earlier, runOf)
    if (!isAsked) {
      if (Option.exists(made, ({ run_id }) => run_id === run.id)) return Either.left("alreadyMailed")
      // New findings are counted from the last mail, so a mail about an earlier run would repeat them or be empty.
      const inOrder = yield* Effect.transposeMapOption(made, (row) =>
        Effect.flatMap(runOf(row), (mailed) => history.inOrder(run, mailed))
      )
      if (Option.exists(inOrder, ([first]) => first.id === run.id)) return Either.left("older")
      if (!mail.days.includes(today)) return Either.left("day")
    }

    const runChanges = yield* RunChanges
    const seenBefore = yield* Effect.transposeMapOption(mailedRun, (mailed) => history.seenBy(mailed, ids))
    const before = Option.getOrUndefined(seenBefore)?.businesses.find(
      ({ businessId }) => businessId === business.businessId
    )
    // An inventory of a run that read no chat is empty, so the next mail with content counts as the first.
    const isEmpty =
      before !== undefined &&
      isAllUnseen(before) &&
      Option.exists(earlier, ({ kind }) => kind === "inventory") &&
      (yield* Effect.transposeMapOption(mailedRun, ({ id }) => runChanges.between(Option.none(), id, ids))).pipe(
        Option.exists((then) => then.new + then.acknowledged === 0)
      )
    const since = isEmpty ? Option.none<Run>() : mailedRun

    const { tally, lessSevere } = yield* Stream.runFold(
      runChanges.list(since, run.id, ids),
      { tally: emptyDigestTally, lessSevere: 0 },
      (counted, changed) =>
        reaches(changed.finding.severity, mail.minSeverity)
          ? { ...counted, tally: digestTallyWith(counted.tally, changed) }
          : { ...counted, lessSevere: counted.lessSevere + (isGone(changed.change) ? 0 : 1) }
    )
    const found = tally.byChange.new + tally.byChange["found-by-changed-rules"]
    const undelivered = (yield* outbox.failedBetween(
      business.businessId,
      Option.getOrElse(writtenAt, () => 0),
      now
    )).filter(({ state }) => isLostState(state))

    const unseen = isNewlyUnseen(business, before)
    const pause = Option.match(writtenAt, { onNone: () => 0, onSome: (at) => now - at })
    const isWeekly =
      mail.weekly !== "never" && ((today === mail.weekly && pause > shortestPause) || pause > longestPause)
    const isInventoryDue = Option.isNone(mailedRun) || (isEmpty && !isAllUnseen(business))
    const isNews = isInventoryDue || found > 0 || unseen || undelivered.length > 0
    if (!isNews && !isWeekly && !isAsked) return Either.left("nothingNew")
    const kind: DigestKind = Option.isNone(since) ? "inventory" : isNews ? "digest" : "weekly"

    const shown = found > 0 ? tally.new : tally.repeated
    const rootCauses = yield* (yield* RootCauses).of(run.id, ids)
    return Either.right({
      kind,
      run,
      business,
      shopName: mail.shopName,
      changes: {
        since: Option.getOrNull(Option.map(since, ({ id, finishedAt }) => ({ runId: id, finishedAt }))),
        new: found,
        foundByChangedRules: tally.byChange["found-by-changed-rules"],
        repeated: tally.byChange.repeated,
        acknowledged: tally.byChange.acknowledged,
        noLongerInWindow: tally.byChange["no-longer-in-window"],
        clearedByChangedRules: tally.byChange["cleared-by-changed-rules"],
        chatsNotScanned: business.coverage.notScanned.length
      },
      openBySeverity: tally.openBySeverity,
      minSeverity: mail.minSeverity,
      lessSevere,
      chatsJudgedByOlderRules: (yield* history.seenBy(run, ids)).chatsJudgedByOlderRules,
      findings: shown.findings,
      mostBroken: mostBroken(shown),
      rootCauses: rootCauses.filter(({ severity }) => reaches(severity, mail.minSeverity)).slice(0, maximumCauses),
      trend: trendFor(yield* history.trend(run.id, ids), mail.minSeverity),
      undelivered
    } satisfies Digest)
  })
