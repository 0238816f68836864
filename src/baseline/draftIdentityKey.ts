import { Effect, Option, Redacted } from "effect"
import { SecureRandom } from "../store/SecureRandom.ts"
import { BaselineError } from "./BaselineError.ts"
import { type BaselineFile, keyIdOf } from "./BaselineFile.ts"

/** The key of the ids of findings in drafts. */
export interface DraftIdentityKey {
  readonly key: Redacted.Redacted
  /** Where it is kept: nowhere means that another run makes other ids. */
  readonly kept: "configuration" | "baseline" | "nowhere"
}

/**
 * The key that the configuration names, else that of the baseline, else one for this run alone. Fails where a baseline
 * was made with another key: nothing in it would be found again.
 *
 * @param configured what the configuration names.
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
