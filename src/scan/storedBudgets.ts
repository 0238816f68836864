import { Effect, Layer, Option } from "effect"
import { BudgetLedger } from "../market/RequestBudget.ts"
import { Budgets } from "../store/Budgets.ts"

/**
 * Stores request budgets in the database. Database errors are only logged here: the next chat's commit fails with an
 * error that says what to do.
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
