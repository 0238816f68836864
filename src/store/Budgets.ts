import { Effect, Option } from "effect"
import { Database, decodeRows } from "./Database.ts"
import { BudgetRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"

/** The last known limit of one business and method. Times are milliseconds since the epoch. */
export interface StoredBudget {
  readonly limit: number
  readonly remaining: number
  readonly window: number
  readonly until: number
}

/** Stores request budgets, so that a restart within the hour knows how many requests were used. */
export class Budgets extends Effect.Service<Budgets>()("chatlint/Budgets", {
  effect: Effect.gen(function* () {
    const { sql, run } = yield* Database
    return {
      load: (businessId: string, operation: string): Effect.Effect<Option.Option<StoredBudget>, StoreError> =>
        run(
          Effect.gen(function* () {
            const rows = yield* sql`SELECT request_limit, remaining, limit_window, until FROM budgets
              WHERE business_id = ${businessId} AND operation = ${operation}`
            const [row] = yield* decodeRows(BudgetRow)(rows)
            return Option.map(Option.fromNullable(row), (known) => ({
              limit: known.request_limit,
              remaining: known.remaining,
              window: known.limit_window,
              until: known.until
            }))
          })
        ),
      save: (businessId: string, operation: string, budget: StoredBudget): Effect.Effect<void, StoreError> =>
        Effect.asVoid(
          run(
            sql`INSERT INTO budgets ${sql.insert({
              business_id: businessId,
              operation,
              request_limit: budget.limit,
              remaining: budget.remaining,
              limit_window: budget.window,
              until: Math.round(budget.until)
            })} ON CONFLICT (business_id, operation) DO UPDATE SET
              request_limit = excluded.request_limit, remaining = excluded.remaining,
              limit_window = excluded.limit_window, until = excluded.until`
          )
        )
    }
  })
}) {}
