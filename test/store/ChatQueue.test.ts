import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, TestClock } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import { ChatQueue, longestQueue } from "../../src/store/ChatQueue.ts"
import { Database } from "../../src/store/Database.ts"
import { inStore, storeAt, temporaryFolder } from "./temporaryStore.ts"

const business = BusinessId.make("1001")
const chat = (id: number) => ChatId.make(String(id))

const nextOf = (queue: ChatQueue) => Effect.map(queue.next, Option.getOrThrow)

describe("the queue of chats", () => {
  it.effect("holds a chat once, however often it is notified, oldest first", () =>
    inStore(
      Effect.gen(function* () {
        const queue = yield* ChatQueue
        for (const id of [1, 2, 1, 1]) {
          assert.isTrue(yield* queue.add(business, chat(id)))
          yield* TestClock.adjust("1 second")
        }
        assert.strictEqual(yield* queue.size, 2)
        const first = yield* nextOf(queue)
        assert.deepStrictEqual([first.chatId, first.notifications], [chat(1), 3])
        yield* queue.done(first)
        assert.strictEqual((yield* nextOf(queue)).chatId, chat(2))
      })
    )
  )

  it.effect("keeps a chat that was notified again while it was read", () =>
    inStore(
      Effect.gen(function* () {
        const queue = yield* ChatQueue
        yield* queue.add(business, chat(1))
        const read = yield* nextOf(queue)
        yield* queue.add(business, chat(1))
        yield* queue.done(read)
        const again = yield* nextOf(queue)
        assert.strictEqual(again.notifications, 2)
        yield* queue.done(again)
        assert.isTrue(Option.isNone(yield* queue.next))
        assert.isTrue(Option.isNone(yield* queue.nextDueAt))
      })
    )
  )

  it.effect("returns a failed chat at its due time, even if it is notified earlier", () =>
    inStore(
      Effect.gen(function* () {
        const queue = yield* ChatQueue
        yield* queue.add(business, chat(1))
        yield* queue.postpone(yield* nextOf(queue), 60_000)
        yield* queue.add(business, chat(1))
        assert.isTrue(Option.isNone(yield* queue.next))
        assert.deepStrictEqual(yield* queue.nextDueAt, Option.some(60_000))
        yield* TestClock.adjust("1 minute")
        assert.strictEqual((yield* nextOf(queue)).attempts, 1)
      })
    )
  )

  it.effect("survives a restart", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const path = join(yield* temporaryFolder, "chatlint.db")
        yield* Effect.provide(
          Effect.flatMap(ChatQueue, (queue) => queue.add(business, chat(1))),
          storeAt(path)
        )
        const kept = yield* Effect.provide(Effect.flatMap(ChatQueue, nextOf), storeAt(path))
        assert.strictEqual(kept.chatId, chat(1))
      })
    )
  )

  it.effect("refuses a new chat of a business that fills its share, but accepts known chats and other businesses", () =>
    inStore(
      Effect.gen(function* () {
        const queue = yield* ChatQueue
        yield* queue.add(business, chat(1))
        yield* fill("1001", longestQueue.ofBusiness - 1)
        assert.isFalse(yield* queue.add(business, chat(2)))
        assert.isTrue(yield* queue.add(business, chat(1)))
        assert.isTrue(yield* queue.add(BusinessId.make("2002"), chat(2)))
      })
    )
  )

  it.effect("refuses a new chat when all businesses together fill it", () =>
    inStore(
      Effect.gen(function* () {
        const queue = yield* ChatQueue
        yield* queue.add(business, chat(1))
        yield* fill("2002", longestQueue.ofAll - 1)
        assert.isFalse(yield* queue.add(business, chat(2)))
        assert.isTrue(yield* queue.add(business, chat(1)))
      })
    )
  )
})

/** Fills the queue with chats of a business, in one statement. */
const fill = (businessId: string, count: number) =>
  Effect.flatMap(Database, ({ sql, run }) =>
    run(sql`INSERT INTO queued_chats (business_id, chat_id, notifications, attempts, due_at)
        WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${count})
        SELECT ${businessId}, CAST(n + 1000 AS TEXT), 1, 0, 0 FROM counted`)
  )
