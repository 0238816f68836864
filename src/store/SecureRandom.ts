import { randomBytes } from "node:crypto"
import { Context, Effect } from "effect"

/** Cryptographically secure random bytes; tests replace them. */
export class SecureRandom extends Context.Reference<SecureRandom>()("chatlint/SecureRandom", {
  defaultValue: () => ({
    /** Returns the given number of random bytes in hexadecimal. */
    hexadecimal: (bytes: number): Effect.Effect<string> => Effect.sync(() => randomBytes(bytes).toString("hex"))
  })
}) {}
