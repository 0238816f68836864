import * as SqlClient from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import { Effect, type ParseResult, Schema, Stream } from "effect"
import { storeErrorOf } from "./SqliteStore.ts"
import type { StoreError } from "./StoreError.ts"

type DatabaseFault = SqlError | ParseResult.ParseError

/** Access to the database, which maps its faults to errors that name the file and the remedy. */
export class Database extends Effect.Service<Database>()("chatlint/Database", {
  effect: Effect.fn(function* (path: string) {
    const sql = yield* SqlClient.SqlClient

    const run = <A, R>(effect: Effect.Effect<A, DatabaseFault, R>): Effect.Effect<A, StoreError, R> =>
      effect.pipe(
        Effect.mapError((error) => storeErrorOf(path, error)),
        // The SQL client reports a failed COMMIT (disk full) as a defect.
        Effect.catchAllDefect((defect) => Effect.fail(storeErrorOf(path, defect)))
      )

    return {
      sql,
      run,
      /** Runs the effect in a transaction, which is rolled back if the process is killed. */
      transaction: <A, R>(effect: Effect.Effect<A, DatabaseFault, R>) => run(sql.withTransaction(effect)),
      /** Decodes a stream of rows without holding them all in memory. */
      stream: <A, I, R>(
        rows: Stream.Stream<unknown, SqlError, R>,
        schema: Schema.Schema<A, I>
      ): Stream.Stream<A, StoreError, R> => {
        const decode = Schema.decodeUnknown(schema)
        return rows.pipe(
          Stream.mapEffect((row) => decode(row)),
          Stream.mapError((error) => storeErrorOf(path, error))
        )
      }
    }
  })
}) {}

/** Decodes rows. A row that does not match the schema means that the database is damaged. */
export const decodeRows = <A, I>(schema: Schema.Schema<A, I>) => Schema.decodeUnknown(Schema.Array(schema))
