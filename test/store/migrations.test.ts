import { join } from "node:path"
import * as Migrator from "@effect/sql/Migrator"
import * as SqlClient from "@effect/sql/SqlClient"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { Database } from "../../src/store/Database.ts"
import { migrations } from "../../src/store/migrations.ts"
import { RunChanges } from "../../src/store/RunChanges.ts"
import { RunHistory } from "../../src/store/RunHistory.ts"
import { storeAt, temporaryFolder } from "./temporaryStore.ts"

const businessId = BusinessId.make("1001")

/** Reverts a database to its first tables, with the data of three runs. */
const asOfTheFirst = Effect.gen(function* () {
  const { sql, run } = yield* Database
  const newer = yield* run(
    sql<{ readonly name: string }>`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
  )
  for (const { name } of newer) yield* run(sql`DROP TABLE ${sql(name)}`)
  yield* run(
    Effect.mapError(
      Effect.provideService(
        Migrator.make({})({ loader: Migrator.fromRecord({ "0001_first_tables": migrations["0001_first_tables"] }) }),
        SqlClient.SqlClient,
        sql
      ),
      (error) => (error._tag === "MigrationError" ? assert.fail(error.message) : error)
    )
  )
  yield* run(sql`INSERT INTO runs (run_id, started_at, finished_at, rule_set, complete)
    VALUES ('third', 30, 31, 'r', 1), ('first', 10, 11, 'r', 1), ('second', 20, 21, 'r', 0)`)
  yield* run(
    sql`INSERT INTO run_businesses (run_id, business_id, chats_listed)
      VALUES ('first', '1001', 1), ('second', '1001', 1), ('third', '1001', 1)`
  )
  yield* run(sql`INSERT INTO not_scanned (run_id, business_id, chat_id, reason, message)
    VALUES ('second', '1001', '8', 'ChatNotFound', 'm')`)
  const rows: ReadonlyArray<readonly [string, string, string | null]> = [
    ["stays", "first", null],
    ["withdrawn", "first", "third"],
    ["came later", "second", null]
  ]
  for (const [id, firstRun, withdrawnRun] of rows) {
    yield* run(
      sql`INSERT INTO findings ${sql.insert({
        finding_id: id,
        business_id: "1001",
        chat_id: "7",
        rule: "phone-number",
        severity: "error",
        confidence: 1,
        context: "ORDER",
        spans: '[{"messageId":"5","start":3,"end":19}]',
        masked_match: "m",
        masked_excerpt: "e",
        rule_set: "r",
        first_run: firstRun,
        last_run: "third",
        withdrawn_run: withdrawnRun
      })}`
    )
  }
})

describe("a database of the first version", () => {
  it.scoped("is migrated with its runs in order and counted, and withdrawn findings reported as gone", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      yield* Effect.scoped(Effect.provide(asOfTheFirst, storeAt(path)))
      yield* Effect.gen(function* () {
        const { trend, last, previous } = yield* RunHistory
        const points = yield* trend("third", [businessId])
        assert.deepStrictEqual(
          points.map(({ runId, complete, byStatus }) => ({ runId, complete, ...byStatus })),
          [
            { runId: "first", complete: true, new: 2, repeated: 0, acknowledged: 0 },
            { runId: "second", complete: false, new: 1, repeated: 2, acknowledged: 0 },
            { runId: "third", complete: true, new: 0, repeated: 2, acknowledged: 0 }
          ]
        )
        assert.strictEqual(Option.getOrUndefined(yield* last())?.id, "third")
        const before = yield* previous("third", [businessId])
        assert.strictEqual(Option.getOrUndefined(before)?.id, "second")
        assert.deepInclude(yield* (yield* RunChanges).between(before, "third", [businessId]), {
          new: 0,
          repeated: 2,
          clearedByChangedRules: 1
        })
      }).pipe(Effect.provide(storeAt(path)), Effect.scoped)
    })
  )
})
