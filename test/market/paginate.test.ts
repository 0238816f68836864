import { assert, describe, it } from "@effect/vitest"
import { Effect, Either, Option, Stream } from "effect"
import fc from "fast-check"
import type { Page } from "../../src/market/answers.ts"
import { BadPageToken, EndlessPaging, type MarketError, ServerFault } from "../../src/market/MarketError.ts"
import { paginate } from "../../src/market/paginate.ts"

type Fetch = (token: Option.Option<string>) => Effect.Effect<Page<string>, MarketError>

/** Reads all pages; returns the items in order, the number of pages requested, and the final error, if any. */
const readAll = (fetch: Fetch, maximumPages = 50) =>
  Effect.gen(function* () {
    let asked = 0
    const items: Array<string> = []
    const pages = paginate<string, Page<string>>({
      operation: "getChatHistory",
      fetch: (token) =>
        Effect.suspend(() => {
          asked += 1
          return asked > 1000 ? Effect.dieMessage("It asks without end") : fetch(token)
        }),
      keyOf: (item) => item,
      maximumPages
    })
    const end = yield* Effect.either(
      Stream.runForEach(pages, ({ fresh }) => Effect.sync(() => void items.push(...fresh)))
    )
    return { items, asked, error: Either.isLeft(end) ? end.left : undefined }
  })

const page = (items: ReadonlyArray<string>, token?: string): Page<string> => ({
  items,
  unreadable: 0,
  malformed: [],
  nextToken: Option.fromNullable(token)
})

/** Pages whose tokens are their indices in the list. */
const pagesOf =
  (pages: ReadonlyArray<ReadonlyArray<string>>): Fetch =>
  (token) => {
    const place = Number(Option.getOrElse(token, () => "0"))
    return Effect.succeed(page(pages[place] ?? [], place + 1 < pages.length ? String(place + 1) : undefined))
  }

const badToken = new BadPageToken({ operation: "getChatHistory" })

describe("paginate", () => {
  it("emits each item once, whatever the direction, the repeats and the empty pages", () => {
    const paging = fc.record({
      count: fc.nat(60),
      size: fc.integer({ min: 1, max: 9 }),
      overlap: fc.nat(8),
      newestFirst: fc.boolean(),
      backwardsWithin: fc.boolean(),
      emptyAt: fc.array(fc.nat(20), { maxLength: 4 })
    })
    fc.assert(
      fc.property(paging, ({ count, size, overlap, newestFirst, backwardsWithin, emptyAt }) => {
        const all = Array.from({ length: count }, (_, index) => `m${index}`)
        const ordered = newestFirst ? [...all].reverse() : all
        const step = Math.max(1, size - overlap)
        const pages: Array<ReadonlyArray<string>> = []
        for (let end = 0; pages.length === 0 || end < count; ) {
          const start = pages.length * step
          end = start + size
          const cut = ordered.slice(start, end)
          pages.push(backwardsWithin ? cut.reverse() : cut)
        }
        for (const place of emptyAt) pages.splice(Math.min(place, pages.length), 0, [])
        const { items, asked, error } = Effect.runSync(readAll(pagesOf(pages), 200))
        assert.isUndefined(error)
        assert.strictEqual(asked, pages.length)
        assert.strictEqual(items.length, count)
        assert.deepStrictEqual(new Set(items), new Set(all))
      }),
      { numRuns: 300 }
    )
  })

  it.effect("fails at a repeated token, after emitting the pages read so far", () =>
    Effect.gen(function* () {
      const fetch: Fetch = (token) =>
        Effect.succeed(
          Option.isNone(token) ? page(["a"], "x") : token.value === "x" ? page(["b"], "y") : page(["c"], "x")
        )
      const { items, asked, error } = yield* readAll(fetch)
      assert.deepStrictEqual([items, asked], [["a", "b", "c"], 3])
      assert.isTrue(error instanceof EndlessPaging && error.reason === "token" && error.pages === 3)
    })
  )

  it.effect("fails after five pages in a row with nothing new, but not after four", () =>
    Effect.gen(function* () {
      const endless = yield* readAll((token) => {
        const place = Number(Option.getOrElse(token, () => "0"))
        return Effect.succeed(page(place === 0 ? ["a"] : place % 2 === 0 ? [] : ["a"], String(place + 1)))
      })
      assert.deepStrictEqual(endless.items, ["a"])
      assert.isTrue(endless.error instanceof EndlessPaging && endless.error.reason === "empty")
      assert.strictEqual(endless.asked, 6)
      const busy = yield* readAll(pagesOf([["a"], [], [], [], [], ["b"], [], [], [], [], ["c"]]))
      assert.deepStrictEqual(busy, { items: ["a", "b", "c"], asked: 11, error: undefined })
    })
  )

  it.effect("fails after the maximum number of pages", () =>
    Effect.gen(function* () {
      const { items, error } = yield* readAll((token) => {
        const place = Number(Option.getOrElse(token, () => "0"))
        return Effect.succeed(page([`m${place}`], String(place + 1)))
      }, 7)
      assert.strictEqual(items.length, 7)
      assert.isTrue(error instanceof EndlessPaging && error.reason === "pages" && error.pages === 7)
    })
  )

  it("accepts exactly the maximum number of pages", () => {
    const pages = Array.from({ length: 7 }, (_, index) => [`m${index}`])
    assert.isUndefined(Effect.runSync(readAll(pagesOf(pages), 7)).error)
  })

  it.effect("restarts once after a refused token, and loses and duplicates nothing", () =>
    Effect.gen(function* () {
      let refused = 0
      const good = pagesOf([["a", "b"], ["b", "c"], ["d"], ["e"]])
      const { items, asked, error } = yield* readAll((token) => {
        if (Option.contains(token, "2") && refused === 0) {
          refused += 1
          return Effect.fail(badToken)
        }
        return good(token)
      })
      assert.isUndefined(error)
      assert.deepStrictEqual(items, ["a", "b", "c", "d", "e"])
      assert.strictEqual(asked, 3 + 4)
    })
  )

  it.effect("fails when a token is refused a second time, on whichever page", () =>
    Effect.gen(function* () {
      for (const bad of ["1", "2", "3"]) {
        const good = pagesOf([["a"], ["b"], ["c"], ["d"]])
        const { asked, error } = yield* readAll((token) =>
          Option.contains(token, bad) ? Effect.fail(badToken) : good(token)
        )
        assert.strictEqual(error?._tag, "BadPageToken")
        assert.strictEqual(asked, 2 * (Number(bad) + 1))
      }
    })
  )

  it.effect("does not restart after any other error, and keeps the items before it", () =>
    Effect.gen(function* () {
      const fault = new ServerFault({ operation: "getChatHistory", status: 500, detail: "" })
      const { items, asked, error } = yield* readAll((token) =>
        Option.isNone(token) ? Effect.succeed(page(["a"], "1")) : Effect.fail(fault)
      )
      assert.deepStrictEqual([items, asked, error?._tag], [["a"], 2, "ServerFault"])
    })
  )

  it.effect("starts from scratch each time it is run", () =>
    Effect.gen(function* () {
      const pages = paginate<string, Page<string>>({
        operation: "getChats",
        fetch: pagesOf([["a"], ["b"]]),
        keyOf: (item) => item,
        maximumPages: 5
      })
      const once = Stream.runCollect(Stream.mapConcat(pages, ({ fresh }) => fresh))
      assert.deepStrictEqual([...(yield* once)], ["a", "b"])
      assert.deepStrictEqual([...(yield* once)], ["a", "b"])
    })
  )
})
