import { Array as Arrays, Clock, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { BusinessCoverage, BusinessFailure } from "../domain/Coverage.ts"
import type { Run } from "../domain/Run.ts"
import { Database, decodeRows } from "./Database.ts"
import { CountsRow, NotScannedRow, RunBusinessRow, RunRow } from "./rows.ts"
import { SecureRandom } from "./SecureRandom.ts"
import type { StoreError } from "./StoreError.ts"

/** A run that is under way. */
export interface OpenRun {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  /** Whether an earlier process began it and did not come to its end. */
  readonly isResumed: boolean
}

/** A run that came to its end, with what it saw. */
export interface FinishedRun {
  readonly run: Run
  readonly complete: boolean
  readonly businesses: ReadonlyArray<BusinessCoverage>
  /** Chats of which at least a part was judged by other rules than those of this run. */
  readonly chatsJudgedByOlderRules: number
}

const iso = (at: number): string => new Date(at).toISOString()

/** The nightly passes: begun, gone on with, finished. */
export class Runs extends Effect.Service<Runs>()("chatlint/Runs", {
  effect: Effect.gen(function* () {
    const { sql, run, transaction } = yield* Database
    const random = yield* SecureRandom

    /** Begins a run, or goes on with the one that did not come to its end, by the rules of today. */
    const open = (ruleSet: string): Effect.Effect<OpenRun, StoreError> =>
      transaction(
        Effect.gen(function* () {
          const rows = yield* sql`SELECT run_id, started_at, finished_at, rule_set FROM runs WHERE finished_at IS NULL`
          const [unfinished] = yield* decodeRows(RunRow)(rows)
          if (unfinished !== undefined) {
            yield* sql`UPDATE runs SET rule_set = ${ruleSet} WHERE run_id = ${unfinished.run_id}`
            return { id: unfinished.run_id, startedAt: unfinished.started_at, isResumed: true }
          }
          const startedAt = yield* Clock.currentTimeMillis
          const id = `${iso(startedAt).replaceAll(/[-:]|\.\d+/g, "")}-${yield* random.hexadecimal(4)}`
          yield* sql`INSERT INTO runs ${sql.insert({ run_id: id, started_at: startedAt, rule_set: ruleSet })}`
          return { id, startedAt, isResumed: false }
        })
      )

    /** Begins one business of a run. What an earlier process could not read of it is to be tried again. */
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

    /** A business that could not be seen to its end: every chat that was listed and not read is named. */
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

    const notScannedIn = (runId: string, businessId: BusinessId) =>
      Effect.flatMap(
        sql`SELECT chat_id, reason, message FROM not_scanned
          WHERE run_id = ${runId} AND business_id = ${businessId} ORDER BY length(chat_id), chat_id`,
        decodeRows(NotScannedRow)
      )

    /** Counts what one business's chats were in this run. */
    const countBusiness = (runId: string, businessId: BusinessId, ruleSet: string) =>
      Effect.gen(function* () {
        const rows = yield* sql`
          SELECT
            count(*) AS listed,
            COALESCE(SUM(CASE WHEN failed THEN 0 WHEN read THEN 1 ELSE 0 END), 0) AS scanned,
            COALESCE(SUM(CASE WHEN failed OR read THEN 0 ELSE 1 END), 0) AS unchanged,
            COALESCE(SUM(CASE WHEN read THEN messages ELSE 0 END), 0) AS messages,
            COALESCE(SUM(CASE WHEN read THEN partner_messages ELSE 0 END), 0) AS partner_messages,
            COALESCE(SUM(CASE WHEN read THEN unknown_senders ELSE 0 END), 0) AS unknown_senders,
            COALESCE(SUM(CASE WHEN failed OR rule_set = ${ruleSet} THEN 0 ELSE 1 END), 0) AS older_rules
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
     * Ends a run: counts what was seen and attributes to it the findings that no finished run has reported yet, which
     * are the new ones, whichever process of the run found them.
     */
    const finish = (
      { id, startedAt }: OpenRun,
      businessIds: ReadonlyArray<BusinessId>,
      ruleSet: string
    ): Effect.Effect<FinishedRun, StoreError> =>
      transaction(
        Effect.gen(function* () {
          for (const businessId of businessIds) {
            yield* countBusiness(id, businessId, ruleSet)
            yield* sql`UPDATE findings SET first_run = ${id} WHERE business_id = ${businessId} AND first_run IS NULL
              AND withdrawn_run IS NULL`
          }
          const seen = yield* Effect.forEach(businessIds, (businessId) => coverageOf(id, businessId))
          const businesses = seen.map(({ coverage }) => coverage)
          const complete = businesses.every(
            ({ coverage, failure }) => coverage.notScanned.length === 0 && failure === undefined
          )
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

    const coverageOf = (runId: string, businessId: BusinessId) =>
      Effect.gen(function* () {
        const rows = yield* sql`SELECT * FROM run_businesses WHERE run_id = ${runId} AND business_id = ${businessId}`
        const [row] = yield* decodeRows(RunBusinessRow)(rows)
        const notScanned = (yield* notScannedIn(runId, businessId)).map(({ chat_id, reason, message }) => ({
          chatId: chat_id,
          reason,
          message
        }))
        const failure = Option.all({
          reason: Option.fromNullable(row?.failure_reason),
          message: Option.fromNullable(row?.failure_message)
        })
        const coverage: BusinessCoverage = {
          businessId,
          coverage: {
            chatsListed: row?.chats_listed ?? 0,
            chatsScanned: row?.chats_scanned ?? 0,
            chatsUnchanged: row?.chats_unchanged ?? 0,
            messages: row?.messages ?? 0,
            partnerMessages: row?.partner_messages ?? 0,
            unknownSenders: row?.unknown_senders ?? 0,
            notScanned
          },
          requests: {
            list: row?.list_requests ?? 0,
            history: row?.history_requests ?? 0,
            retries: row?.retried_requests ?? 0
          },
          ...Option.match(failure, { onNone: () => ({}), onSome: (known) => ({ failure: known }) })
        }
        return { coverage, olderRules: row?.older_rules ?? 0 }
      })

    /** How many chats of a business an earlier process of this run has already read. */
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
