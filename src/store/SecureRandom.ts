import { randomBytes } from "node:crypto"
import { Context, Effect } from "effect"

/** Random bytes fit for secrets, from the operating system; tests put their own in its place. */
export class SecureRandom extends Context.Reference<SecureRandom>()("chatlint/SecureRandom", {
  defaultValue: () => ({
    /** So many bytes, in hexadecimal. */
    hexadecimal: (bytes: number): Effect.Effect<string> => Effect.sync(() => randomBytes(bytes).toString("hex"))
  })
}) {}
