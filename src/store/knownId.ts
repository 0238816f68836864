import { Effect } from "effect"
import type { StoreError } from "./StoreError.ts"
import { UnknownReference } from "./UnknownReference.ts"

/** So many of the ids that could be meant are shown. */
export const idsToShow = 3

/** More of what was given is not looked at: no id is so long. */
const longestId = 64

/**
 * The id that is meant: the one given, or the only one that begins with what was given. Fails with UnknownReference,
 * which names what is known and begins most like it.
 *
 * @param idsBeginning the ids that begin with a text, in their order, at most `idsToShow` of them.
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
