import { Effect } from "effect"
import type { StoreError } from "./StoreError.ts"
import { UnknownReference } from "./UnknownReference.ts"

/** How many ids an error lists at most. */
export const idsToShow = 3

/** In characters. No id is longer, so the rest of the input is ignored. */
const longestId = 64

/**
 * Resolves an id or its unique prefix. Fails with UnknownReference, which lists the matching ids or the nearest one.
 *
 * @param idsBeginning returns the ids with a prefix, in their order, at most `idsToShow`.
 */
export const knownId = (
  kind: UnknownReference["kind"],
  given: string,
  idsBeginning: (prefix: string) => Effect.Effect<ReadonlyArray<string>, StoreError>
): Effect.Effect<string, StoreError | UnknownReference> =>
  Effect.gen(function* () {
    const found = given === "" ? [] : yield* idsBeginning(given)
    const [first] = found
    if (first !== undefined && (first === given || found.length === 1)) return first
    if (found.length > 0) return yield* new UnknownReference({ kind, problem: "ambiguous", given, nearest: found })
    for (let length = Math.min(given.length, longestId) - 1; length > 0; length--) {
      const [nearest] = yield* idsBeginning(given.slice(0, length))
      if (nearest !== undefined) {
        return yield* new UnknownReference({ kind, problem: "unknown", given, nearest: [nearest] })
      }
    }
    return yield* new UnknownReference({ kind, problem: "unknown", given, nearest: [] })
  })
