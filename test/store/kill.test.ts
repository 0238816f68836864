import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { Database } from "../../src/store/Database.ts"
import { startChild } from "./startChild.ts"
import { storeAt, temporaryFolder } from "./temporaryStore.ts"

const KeptRow = Schema.Struct({ chat_id: Schema.String, is_read: Schema.Int, findings: Schema.Int })

/** For each chat, whether its cursor was saved and how many findings were. */
const kept = Effect.gen(function* () {
  const { sql, run } = yield* Database
  const rows = yield* run(sql`SELECT chats.chat_id, last_message_id IS NOT NULL AS is_read,
      (SELECT count(*) FROM findings WHERE findings.chat_id = chats.chat_id) AS findings FROM chats`)
  return yield* Schema.decodeUnknown(Schema.Array(KeptRow))(rows)
})

describe("a process killed while saving", () => {
  it.scopedLive(
    "leaves all of a chat's findings and its cursor, or none of them",
    () =>
      Effect.gen(function* () {
        for (const [after, pause] of [
          [1, 0],
          [12, 3]
        ] as const) {
          const path = join(yield* temporaryFolder, "chatlint.db")
          const child = yield* startChild("commitForever", path)
          yield* child.printed(`kept ${400 - after}.`)
          yield* Effect.sleep(pause)
          yield* child.kill("SIGKILL")
          yield* child.ended
          const chats = yield* Effect.provide(kept, storeAt(path))
          assert.strictEqual(chats.length, 400)
          for (const { chat_id, is_read, findings } of chats) {
            assert.strictEqual(findings, is_read === 1 ? 60 : 0, `chat ${chat_id}`)
            // The most recently updated come first, so those that the child reported as saved go down to this one.
            if (Number(chat_id) >= 400 - after) assert.strictEqual(is_read, 1, `chat ${chat_id}`)
          }
        }
      }),
    60_000
  )
})
