import { Effect } from "effect"
import { Database, decodeRows } from "./Database.ts"
import { SecretRow } from "./rows.ts"
import { SecureRandom } from "./SecureRandom.ts"

/**
 * The key of the findings' ids, in hexadecimal: made on first use and kept with the data. A phone number has few
 * enough values to be found from a bare digest by trying; without this key it cannot.
 */
export const identityKey = Effect.gen(function* () {
  const { sql, transaction } = yield* Database
  const random = yield* SecureRandom
  return yield* transaction(
    Effect.gen(function* () {
      const made = yield* random.hexadecimal(32)
      yield* sql`INSERT INTO secrets (name, value) VALUES ('identity', ${made}) ON CONFLICT (name) DO NOTHING`
      const [row] = yield* decodeRows(SecretRow)(yield* sql`SELECT value FROM secrets WHERE name = 'identity'`)
      return row?.value ?? made
    })
  )
})
