import { Array as Arrays, Clock, Effect } from "effect"
import type { Acknowledgement } from "../domain/Acknowledgement.ts"
import { Database, decodeRows } from "./Database.ts"
import { idsToShow, knownId } from "./knownId.ts"
import { AcknowledgementRow, FindingIdRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"
import { UnknownReference } from "./UnknownReference.ts"

/** Why findings need nothing done, who says so, and until when. */
export interface Acknowledging {
  readonly reason: string
  readonly by: string
  /** The instant from which they count again, in milliseconds since the epoch. */
  readonly until: number
}

/** Pieces small enough for SQLite's limit on values in one statement. */
const rowsAtOnce = 100

/** What people have acknowledged. An acknowledgement whose time has passed is kept, so that one sees what there was. */
export class Acknowledgements extends Effect.Service<Acknowledgements>()("chatlint/Acknowledgements", {
  effect: Effect.gen(function* () {
    const { sql, run, transaction } = yield* Database

    const idsIn = (rows: ReadonlyArray<unknown>) =>
      Effect.map(decodeRows(FindingIdRow)(rows), (found) => found.map(({ finding_id }) => finding_id))

    /** The finding of that id, or the only one whose id begins so; else fails with UnknownReference. */
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

    /** The findings that stand by one rule or in one chat. Fails with UnknownReference where none does. */
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

    /** Acknowledges the findings, all of them or none; what was said of one before is replaced. */
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

    /** Takes acknowledgements back, and tells how many there were. */
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

    /** All of them, those that end first first. */
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
