import { Effect } from "effect"
import { Database, decodeRows } from "./Database.ts"
import { SecretRow } from "./rows.ts"
import { SecureRandom } from "./SecureRandom.ts"

/**
 * The key of finding ids, in hexadecimal: created on first use and stored with the data. Phone numbers are so few that
 * an unkeyed digest could be reversed by trying them all.
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
