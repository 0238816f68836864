import { Array as Arrays, Clock, Effect } from "effect"
import type { Acknowledgement } from "../domain/Acknowledgement.ts"
import { Database, decodeRows } from "./Database.ts"
import { idsToShow, knownId } from "./knownId.ts"
import { AcknowledgementRow, FindingIdRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"
import { UnknownReference } from "./UnknownReference.ts"

/** Why findings need no action, who acknowledged them, and until when. */
export interface Acknowledging {
  readonly reason: string
  readonly by: string
  /** When the findings become open again, in milliseconds since the epoch. */
  readonly until: number
}

/** Keeps one statement within SQLite's limit on bound values. */
const rowsAtOnce = 100

/** The acknowledgements of findings. Expired ones are kept for the record. */
export class Acknowledgements extends Effect.Service<Acknowledgements>()("chatlint/Acknowledgements", {
  effect: Effect.gen(function* () {
    const { sql, run, transaction } = yield* Database

    const idsIn = (rows: ReadonlyArray<unknown>) =>
      Effect.map(decodeRows(FindingIdRow)(rows), (found) => found.map(({ finding_id }) => finding_id))

    /** Resolves a finding id or its unique prefix. Fails with UnknownReference if there is none or several. */
    const named = (given: string): Effect.Effect<string, StoreError | UnknownReference> =>
      knownId("finding", given, (prefix) =>
        run(
          Effect.flatMap(
            sql`SELECT finding_id FROM findings WHERE substr(finding_id, 1, ${prefix.length}) = ${prefix}
              ORDER BY finding_id LIMIT ${idsToShow}`,
            idsIn
          )
        )
      )

    /** The current findings of one rule or in one chat. Fails with UnknownReference if there are none. */
    const standingBy = (
      kind: "rule" | "chat",
      given: string
    ): Effect.Effect<ReadonlyArray<string>, StoreError | UnknownReference> =>
      Effect.gen(function* () {
        const column = kind === "rule" ? sql`rule` : sql`chat_id`
        const found = yield* run(
          Effect.flatMap(
            sql`SELECT finding_id FROM findings WHERE ${column} = ${given} AND withdrawn_run IS NULL ORDER BY finding_id`,
            idsIn
          )
        )
        if (found.length > 0) return found
        return yield* new UnknownReference({ kind, problem: "unknown", given, nearest: [] })
      })

    /** Acknowledges all of the findings or none. Replaces earlier acknowledgements of the same findings. */
    const acknowledge = (
      findingIds: ReadonlyArray<string>,
      { reason, by, until }: Acknowledging
    ): Effect.Effect<void, StoreError> =>
      transaction(
        Effect.flatMap(Clock.currentTimeMillis, (now) =>
          Effect.forEach(
            Arrays.chunksOf(findingIds, rowsAtOnce),
            (part) =>
              sql`INSERT INTO acknowledgements ${sql.insert(
                part.map((id) => ({
                  finding_id: id,
                  reason,
                  acknowledged_by: by,
                  acknowledged_at: now,
                  until
                }))
              )} ON CONFLICT (finding_id) DO UPDATE SET reason = excluded.reason,
                acknowledged_by = excluded.acknowledged_by, acknowledged_at = excluded.acknowledged_at,
                until = excluded.until`,
            { discard: true }
          )
        )
      )

    /** Deletes acknowledgements and returns how many there were. */
    const undo = (findingIds: ReadonlyArray<string>): Effect.Effect<number, StoreError> =>
      transaction(
        Effect.map(
          Effect.forEach(Arrays.chunksOf(findingIds, rowsAtOnce), (part) =>
            Effect.flatMap(
              sql`DELETE FROM acknowledgements WHERE ${sql.in("finding_id", part)} RETURNING finding_id`,
              idsIn
            )
          ),
          (deleted) => deleted.flat().length
        )
      )

    /** All acknowledgements, ordered by end date. */
    const all: Effect.Effect<ReadonlyArray<Acknowledgement>, StoreError> = run(
      Effect.map(
        Effect.flatMap(sql`SELECT * FROM acknowledgements ORDER BY until, finding_id`, decodeRows(AcknowledgementRow)),
        (rows) => rows.map(acknowledgementOf)
      )
    )

    return { named, standingBy, acknowledge, undo, all }
  })
}) {}

const acknowledgementOf = (row: typeof AcknowledgementRow.Type): Acknowledgement => ({
  findingId: row.finding_id,
  reason: row.reason,
  by: row.acknowledged_by,
  at: new Date(row.acknowledged_at).toISOString(),
  until: new Date(row.until).toISOString()
})
