import * as SqlClient from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import { Effect, type ParseResult, Schema, Stream } from "effect"
import { storeErrorOf } from "./SqliteStore.ts"
import type { StoreError } from "./StoreError.ts"

type DatabaseFault = SqlError | ParseResult.ParseError

/** How the database is spoken to, with its faults turned into errors that name the file and the remedy. */
export class Database extends Effect.Service<Database>()("chatlint/Database", {
  effect: Effect.fn(function* (path: string) {
    const sql = yield* SqlClient.SqlClient

    const run = <A, R>(effect: Effect.Effect<A, DatabaseFault, R>): Effect.Effect<A, StoreError, R> =>
      effect.pipe(
        Effect.mapError((error) => storeErrorOf(path, error)),
        // A COMMIT that fails (the disk is full) comes as a defect from the SQL client.
        Effect.catchAllDefect((defect) => Effect.fail(storeErrorOf(path, defect)))
      )

    return {
      sql,
      run,
      /** All of it or nothing, also when the process is killed in the middle. */
      transaction: <A, R>(effect: Effect.Effect<A, DatabaseFault, R>) => run(sql.withTransaction(effect)),
      /** Rows one after the other, never all at once. */
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

/** Reads rows as what they are meant to be; a row of another form is a damaged database. */
export const decodeRows = <A, I>(schema: Schema.Schema<A, I>) => Schema.decodeUnknown(Schema.Array(schema))
