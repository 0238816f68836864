import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { Budgets } from "../../src/store/Budgets.ts"
import { storeAt, temporaryFolder } from "./temporaryStore.ts"

describe("request budgets", () => {
  it.scoped("are kept across processes, per business and method", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      const until = 1_790_000_000_500.25
      yield* Effect.gen(function* () {
        const budgets = yield* Budgets
        yield* budgets.save("1001", "getChats", { limit: 5000, remaining: 4999, window: 7, until: 8 })
        yield* budgets.save("1001", "getChats", { limit: 5000, remaining: 17, window: 1_790_000_000_000, until })
        yield* budgets.save("1001", "getChatHistory", {
          limit: Number.MAX_SAFE_INTEGER,
          remaining: 0,
          window: 1,
          until: 2
        })
      }).pipe(Effect.provide(storeAt(path)))
      yield* Effect.gen(function* () {
        const { load } = yield* Budgets
        assert.deepStrictEqual(
          yield* load("1001", "getChats"),
          Option.some({ limit: 5000, remaining: 17, window: 1_790_000_000_000, until: 1_790_000_000_500 })
        )
        assert.deepStrictEqual(
          yield* load("1001", "getChatHistory"),
          Option.some({ limit: Number.MAX_SAFE_INTEGER, remaining: 0, window: 1, until: 2 })
        )
        assert.deepStrictEqual(yield* load("1002", "getChats"), Option.none())
      }).pipe(Effect.provide(storeAt(path)))
    })
  )
})
