import { Effect, Option, Redacted } from "effect"
import { SecureRandom } from "../store/SecureRandom.ts"
import { BaselineError } from "./BaselineError.ts"
import { type BaselineFile, keyIdOf } from "./BaselineFile.ts"

/** The key of draft finding ids. */
export interface DraftIdentityKey {
  readonly key: Redacted.Redacted
  /** Where it is stored; "nowhere" means that another run makes other ids. */
  readonly kept: "configuration" | "baseline" | "nowhere"
}

/**
 * The key that the configuration names, or else that of the baseline, or else a random one for this run. Fails if the
 * baseline was made with another key, because none of its findings would be recognised.
 *
 * @param configured the key that the configuration names.
 * @param path of the baseline.
 */
export const draftIdentityKeyOf = (
  configured: Option.Option<Redacted.Redacted>,
  baseline: Option.Option<BaselineFile>,
  path: string
): Effect.Effect<DraftIdentityKey, BaselineError> =>
  Effect.gen(function* () {
    const keyId = Option.map(baseline, (file) => file.keyId)
    if (Option.isSome(configured)) {
      const isSame = Option.match(keyId, {
        onNone: () => true,
        onSome: (id) => id === keyIdOf(Redacted.value(configured.value))
      })
      return isSame
        ? { key: configured.value, kept: "configuration" }
        : yield* new BaselineError({ path, reason: "otherKey" })
    }
    const own = Option.flatMap(baseline, ({ key }) => Option.fromNullable(key))
    if (Option.isSome(own)) return { key: Redacted.make(own.value), kept: "baseline" }
    if (Option.isSome(baseline)) return yield* new BaselineError({ path, reason: "noKey" })
    const random = yield* SecureRandom
    return { key: Redacted.make(yield* random.hexadecimal(32)), kept: "nowhere" }
  })
