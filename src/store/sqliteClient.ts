import type * as Reactivity from "@effect/experimental/Reactivity"
import * as SqlClient from "@effect/sql/SqlClient"
import type { Connection } from "@effect/sql/SqlConnection"
import { SqlError } from "@effect/sql/SqlError"
import * as Statement from "@effect/sql/Statement"
import { Chunk, Effect, Option, Scope, Stream } from "effect"
import type { SqliteDriver, SqliteStatement } from "./SqliteDriver.ts"

const statementsKept = 100
const rowsAtOnce = 256

const takeRows = (rows: Iterator<unknown>): ReadonlyArray<unknown> => {
  const taken: Array<unknown> = []
  while (taken.length < rowsAtOnce) {
    const next = rows.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

/** libsql reads a text only up to the first NUL, and other databases reject NUL; external texts may contain it. */
const withoutNul = (parameters: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  parameters.map((value) => (typeof value === "string" ? value.replaceAll("\0", "\ufffd") : value))

/**
 * An @effect/sql client over one synchronous SQLite connection.
 *
 * A single permit makes a transaction exclude every other statement of this process. BEGIN IMMEDIATE waits for other
 * processes at the start of a transaction, where waiting is safe, and not at its first write.
 */
export const makeSqliteClient = (
  driver: SqliteDriver
): Effect.Effect<SqlClient.SqlClient, never, Scope.Scope | Reactivity.Reactivity> =>
  Effect.gen(function* () {
    const attempt = <A>(evaluate: () => A) =>
      Effect.try({
        try: evaluate,
        catch: (cause) => new SqlError({ cause, message: "the database refused a statement" })
      })

    const statements = new Map<string, SqliteStatement>()

    /** Statements are cached: a dropped one holds SQLite's memory until it is garbage-collected. */
    const prepared = (sql: string): SqliteStatement => {
      const known = statements.get(sql)
      if (known !== undefined) return known
      const statement = driver.prepare(sql)
      statements.set(sql, statement)
      const oldest = statements.keys().next()
      if (statements.size > statementsKept && !oldest.done) statements.delete(oldest.value)
      return statement
    }

    /** Streams rows in chunks, so that a long result is never held in memory. */
    const rowsOf = (sql: string, parameters: ReadonlyArray<unknown>) =>
      Stream.unwrap(
        Effect.map(
          attempt(() => driver.prepare(sql).iterate(withoutNul(parameters))[Symbol.iterator]()),
          (rows) =>
            Stream.repeatEffectChunkOption(
              Effect.flatMap(
                Effect.mapError(
                  attempt(() => takeRows(rows)),
                  Option.some
                ),
                (taken) =>
                  taken.length === 0 ? Effect.fail(Option.none()) : Effect.succeed(Chunk.unsafeFromArray(taken))
              )
            )
        )
      )

    const all = (sql: string, parameters: ReadonlyArray<unknown>) =>
      attempt(() => prepared(sql).all(withoutNul(parameters)))

    // Column names are kept: the client is made without a transformation.
    const connection: Connection = {
      execute: all,
      executeRaw: all,
      executeValues: (sql, parameters) => attempt(() => prepared(sql).allArrays(withoutNul(parameters))),
      executeUnprepared: all,
      executeStream: rowsOf
    }

    const permit = yield* Effect.makeSemaphore(1)
    const held = Effect.uninterruptibleMask((restore) =>
      Effect.as(
        Effect.zipRight(
          restore(permit.take(1)),
          Effect.tap(Effect.scope, (scope) => Scope.addFinalizer(scope, permit.release(1)))
        ),
        connection
      )
    )

    return yield* SqlClient.make({
      acquirer: permit.withPermits(1)(Effect.succeed(connection)),
      transactionAcquirer: held,
      compiler: Statement.makeCompilerSqlite(),
      spanAttributes: [["db.system.name", "sqlite"]],
      beginTransaction: "BEGIN IMMEDIATE"
    })
  })
