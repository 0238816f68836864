import { Array as Arrays, Clock, Effect } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import { type BusinessCoverage, type BusinessFailure, isSeen } from "../domain/Coverage.ts"
import type { Run } from "../domain/Run.ts"
import { Database, decodeRows } from "./Database.ts"
import { keepWithdrawals } from "./keepWithdrawals.ts"
import { outsideOfRuns } from "./outsideOfRuns.ts"
import { runCoverage } from "./RunCoverage.ts"
import { CountsRow, RunRow } from "./rows.ts"
import { SecureRandom } from "./SecureRandom.ts"
import type { StoreError } from "./StoreError.ts"
import { standingFindings } from "./standingFindings.ts"

/** A run in progress. */
export interface OpenRun {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  /** Whether an earlier process began the run without finishing it. */
  readonly isResumed: boolean
}

/** A finished run and its coverage. */
export interface FinishedRun {
  readonly run: Run
  readonly complete: boolean
  readonly businesses: ReadonlyArray<BusinessCoverage>
  /** How many chats were judged by other rules than the run's, at least in part. */
  readonly chatsJudgedByOlderRules: number
}

const iso = (at: number): string => new Date(at).toISOString()

/** Starts, resumes and finishes nightly runs. */
export class Runs extends Effect.Service<Runs>()("chatlint/Runs", {
  effect: Effect.gen(function* () {
    const { sql, run, transaction } = yield* Database
    const random = yield* SecureRandom
    const coverageOf = yield* runCoverage
    const { source, standing, status, isSureEnough } = standingFindings(sql)

    /**
     * Starts a run, or resumes the unfinished one with the current rules.
     *
     * @param minConfidence findings below this confidence are saved but not reported.
     */
    const open = (ruleSet: string, minConfidence = 0): Effect.Effect<OpenRun, StoreError> =>
      transaction(
        Effect.gen(function* () {
          const rows = yield* sql`SELECT run_id, started_at, finished_at, rule_set FROM runs WHERE finished_at IS NULL`
          const [unfinished] = yield* decodeRows(RunRow)(rows)
          if (unfinished !== undefined) {
            yield* sql`UPDATE runs SET rule_set = ${ruleSet}, min_confidence = ${minConfidence}
              WHERE run_id = ${unfinished.run_id}`
            return { id: unfinished.run_id, startedAt: unfinished.started_at, isResumed: true }
          }
          const startedAt = yield* Clock.currentTimeMillis
          const id = `${iso(startedAt).replaceAll(/[-:]|\.\d+/g, "")}-${yield* random.hexadecimal(4)}`
          yield* sql`INSERT INTO runs (run_id, started_at, rule_set, min_confidence, run_number)
            SELECT ${id}, ${startedAt}, ${ruleSet}, ${minConfidence}, COALESCE(MAX(run_number), 0) + 1 FROM runs`
          return { id, startedAt, isResumed: false }
        })
      )

    /** Starts one business of a run. Chats that an earlier process failed to read will be tried again. */
    const openBusiness = (runId: string, businessId: BusinessId): Effect.Effect<void, StoreError> => {
      const key = sql`run_id = ${runId} AND business_id = ${businessId}`
      return transaction(
        Effect.gen(function* () {
          yield* sql`INSERT INTO run_businesses ${sql.insert({ run_id: runId, business_id: businessId })} ON CONFLICT DO NOTHING`
          yield* sql`UPDATE run_businesses SET failure_reason = NULL, failure_message = NULL WHERE ${key}`
          yield* sql`DELETE FROM not_scanned WHERE ${key}`
        })
      )
    }

    /** Records that a business could not be read completely, and every listed chat that was not read. */
    const failBusiness = (
      runId: string,
      businessId: BusinessId,
      failure: BusinessFailure,
      isUnread: "changed" | "every"
    ): Effect.Effect<void, StoreError> =>
      transaction(
        Effect.gen(function* () {
          yield* sql`UPDATE run_businesses SET failure_reason = ${failure.reason}, failure_message = ${failure.message}
            WHERE run_id = ${runId} AND business_id = ${businessId}`
          yield* sql`INSERT INTO not_scanned (run_id, business_id, chat_id, reason, message)
            SELECT ${runId}, business_id, chat_id, ${failure.reason}, ${failure.message} FROM chats
            WHERE business_id = ${businessId} AND listed_run = ${runId}
              AND CASE WHEN ${isUnread === "every" ? 1 : 0} = 1 THEN full_run IS NULL OR full_run <> ${runId}
                ELSE COALESCE(updated_at <> read_updated_at, scanned_run IS NULL OR scanned_run <> ${runId}) END
            ON CONFLICT DO NOTHING`
        })
      )

    /** Counts the business's chats by their outcome in this run. */
    const countBusiness = (runId: string, businessId: BusinessId, judgedBy: string) =>
      Effect.gen(function* () {
        const rows = yield* sql`
          SELECT
            count(*) AS listed,
            COALESCE(SUM(CASE WHEN failed THEN 0 WHEN read THEN 1 ELSE 0 END), 0) AS scanned,
            COALESCE(SUM(CASE WHEN failed OR read THEN 0 ELSE 1 END), 0) AS unchanged,
            COALESCE(SUM(CASE WHEN read THEN messages ELSE 0 END), 0) AS messages,
            COALESCE(SUM(CASE WHEN read THEN partner_messages ELSE 0 END), 0) AS partner_messages,
            COALESCE(SUM(CASE WHEN read THEN unknown_senders ELSE 0 END), 0) AS unknown_senders,
            COALESCE(SUM(CASE WHEN failed OR rule_set = ${judgedBy} THEN 0 ELSE 1 END), 0) AS older_rules
          FROM (
            SELECT messages, partner_messages, unknown_senders, rule_set,
              (scanned_run IS NOT NULL AND scanned_run = ${runId}) AS read,
              EXISTS (SELECT 1 FROM not_scanned
                WHERE run_id = ${runId} AND not_scanned.business_id = chats.business_id
                  AND not_scanned.chat_id = chats.chat_id) AS failed
            FROM chats WHERE business_id = ${businessId} AND listed_run = ${runId}
          ) AS seen`
        const [counts] = yield* decodeRows(CountsRow)(rows)
        if (counts === undefined) return
        yield* sql`UPDATE run_businesses SET ${sql.update({
          chats_listed: counts.listed,
          chats_scanned: counts.scanned,
          chats_unchanged: counts.unchanged,
          messages: counts.messages,
          partner_messages: counts.partner_messages,
          unknown_senders: counts.unknown_senders,
          older_rules: counts.older_rules
        })} WHERE run_id = ${runId} AND business_id = ${businessId}`
      })

    /**
     * Attributes to the run the findings that it reports first, and what was found or withdrawn outside of runs since
     * the last one. Findings of chats that are no longer listed are withdrawn until the chat is listed again; an
     * incomplete list withdraws none.
     */
    const attributeFindings = (runId: string, businessId: BusinessId) => {
      const listed = sql`(SELECT chat_id FROM chats WHERE business_id = ${businessId} AND listed_run = ${runId})`
      return Effect.gen(function* () {
        const isBack = sql`business_id = ${businessId} AND withdrawn_reason = 'unlisted' AND chat_id IN ${listed}`
        yield* keepWithdrawals(sql, runId, isBack)
        yield* sql`UPDATE findings SET withdrawn_run = NULL, withdrawn_reason = NULL WHERE ${isBack}`
        yield* sql`UPDATE past_withdrawals SET restored_run = ${runId}
          WHERE restored_run = ${outsideOfRuns}
            AND finding_id IN (SELECT finding_id FROM findings WHERE business_id = ${businessId})`
        yield* sql`UPDATE findings SET withdrawn_run = ${runId}
          WHERE business_id = ${businessId} AND withdrawn_run = ${outsideOfRuns}`
        yield* sql`UPDATE findings SET first_run = ${runId} WHERE business_id = ${businessId} AND first_run IS NULL
          AND withdrawn_run IS NULL AND ${isSureEnough(runId)}`
        yield* sql`UPDATE findings SET withdrawn_run = ${runId}, withdrawn_reason = 'unlisted'
          WHERE business_id = ${businessId} AND withdrawn_run IS NULL AND chat_id NOT IN ${listed}
            AND EXISTS (SELECT 1 FROM run_businesses
              WHERE run_id = ${runId} AND business_id = ${businessId} AND failure_reason IS NULL)`
      })
    }

    /**
     * Adds the order, once a list has named it, to findings saved without one: chats scanned between runs have only the
     * history, which may lack the order.
     */
    const nameOrders = (businessId: BusinessId) => {
      const knownOrder = sql`FROM chats WHERE chats.business_id = findings.business_id AND chats.chat_id = findings.chat_id
        AND chats.order_id IS NOT NULL`
      return sql`UPDATE findings SET
        context = (SELECT chats.context ${knownOrder}), order_id = (SELECT chats.order_id ${knownOrder})
        WHERE business_id = ${businessId} AND order_id IS NULL AND EXISTS (SELECT 1 ${knownOrder})`
    }

    /** Counts the findings as the run reports them now, because acknowledgements change later. */
    const countFindings = (runId: string, businessId: BusinessId) =>
      Effect.flatMap(
        Clock.currentTimeMillis,
        (now) => sql`INSERT INTO run_findings (run_id, business_id, severity, status, findings)
          SELECT ${runId}, ${businessId}, severity, status, count(*) FROM (
            SELECT severity, ${status(runId)} AS status FROM ${source(now)} WHERE ${standing(runId, [businessId])}
          ) AS reported GROUP BY severity, status`
      )

    /**
     * Finishes a run: counts its coverage and attributes to it the findings that no finished run has reported yet,
     * whichever process of the run found them.
     *
     * @param judgedBy the digest by which a business's chats are currently judged, as stored with each chat; by default
     *   that of the rules.
     */
    const finish = (
      { id, startedAt }: OpenRun,
      businessIds: ReadonlyArray<BusinessId>,
      ruleSet: string,
      judgedBy: (businessId: BusinessId) => string = () => ruleSet
    ): Effect.Effect<FinishedRun, StoreError> =>
      transaction(
        Effect.gen(function* () {
          for (const businessId of businessIds) {
            yield* countBusiness(id, businessId, judgedBy(businessId))
            yield* attributeFindings(id, businessId)
            yield* nameOrders(businessId)
            yield* countFindings(id, businessId)
          }
          const seen = yield* Effect.forEach(businessIds, (businessId) => coverageOf(id, businessId))
          const businesses = seen.map(({ coverage }) => coverage)
          const complete = businesses.every(isSeen)
          const finishedAt = yield* Clock.currentTimeMillis
          yield* sql`UPDATE runs SET finished_at = ${finishedAt}, complete = ${complete ? 1 : 0} WHERE run_id = ${id}`
          return {
            run: { id, startedAt: iso(startedAt), finishedAt: iso(finishedAt), ruleSet },
            complete,
            businesses,
            chatsJudgedByOlderRules: Arrays.reduce(seen, 0, (sum, { olderRules }) => sum + olderRules)
          }
        })
      )

    /** How many chats of a business earlier processes of this run have read. */
    const alreadyScanned = (runId: string, businessId: BusinessId): Effect.Effect<number, StoreError> =>
      run(
        Effect.map(
          sql<{ chats: number }>`SELECT count(*) AS chats FROM chats
            WHERE business_id = ${businessId} AND listed_run = ${runId} AND scanned_run = ${runId}`,
          (rows) => Number(rows[0]?.chats ?? 0)
        )
      )

    return { open, openBusiness, failBusiness, finish, alreadyScanned }
  })
}) {}
