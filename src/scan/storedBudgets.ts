import { Effect, Layer, Option } from "effect"
import { BudgetLedger } from "../market/RequestBudget.ts"
import { Budgets } from "../store/Budgets.ts"

/**
 * Keeps the request budgets in the database. A database that cannot be written makes the next chat's commit fail, with
 * an error that tells what to do; here it is only logged.
 */
export const storedBudgets: Layer.Layer<BudgetLedger, never, Budgets> = Layer.effect(
  BudgetLedger,
  Effect.map(Budgets, (budgets) => ({
    load: (businessId, operation) =>
      budgets
        .load(businessId, operation)
        .pipe(Effect.catchAll((error) => Effect.as(Effect.logWarning(error.message), Option.none()))),
    save: ({ businessId, operation, ...limit }) =>
      budgets.save(businessId, operation, limit).pipe(Effect.catchAll((error) => Effect.logWarning(error.message)))
  }))
)
