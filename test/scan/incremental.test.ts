import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Either, TestClock } from "effect"
import { compileAllowList } from "../../src/engine/AllowList.ts"
import { compileRuleSet } from "../../src/engine/rule/compileRuleSet.ts"
import { memoryShop } from "../../src/sandbox/memoryShop.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import type { ScanOptions } from "../../src/scan/scan.ts"
import { RunRecords } from "../../src/store/RunRecords.ts"
import { shippedSources } from "../engine/shippedRules.ts"
import { listPage, ok } from "../market/scriptedMarket.ts"
import { mutableShop } from "../sandbox/mutableShop.ts"
import { storeAt, temporaryFolder } from "../store/temporaryStore.ts"
import { chatWithPhones, dateAt, dated, messageIdAt, phoneAt, shopOf } from "./sampleShops.ts"
import { businessOf, factsOf, scanShop } from "./scanning.ts"
import { isHistory, scanScripted } from "./scanScripted.ts"

const written = (place: number, message: string) => ({ createdAt: dateAt(place), sender: "PARTNER", message })

describe("a second scan", () => {
  it.scopedLive("of an unchanged shop requests only the list, and finds the same", () =>
    Effect.gen(function* () {
      const shop = shopOf(...[1n, 2n, 3n].map((id) => chatWithPhones(id, 12, [5])))
      const sandbox = yield* startSandbox({ shops: [shop] })
      const path = join(yield* temporaryFolder, "chatlint.db")
      const first = yield* scanShop(sandbox, shop, path)
      sandbox.log.reset()
      const second = yield* scanShop(sandbox, shop, path)
      assert.deepInclude(sandbox.log.counters().requests, { list: 1, history: 0 })
      assert.deepStrictEqual(factsOf(second), factsOf(first))
      assert.deepInclude(businessOf(second).coverage, {
        chatsListed: 3,
        chatsScanned: 0,
        chatsUnchanged: 3,
        messages: 0
      })
      assert.deepStrictEqual(
        [...first.findings, ...second.findings].map(({ status }) => status),
        ["new", "new", "new", "repeated", "repeated", "repeated"]
      )
    })
  )

  for (const messageIdFrom of ["inclusive", "exclusive"] as const) {
    for (const order of ["newest-first", "oldest-first"] as const) {
      it.scopedLive(`asks only for what is new and a little before it (${messageIdFrom}, ${order})`, () =>
        Effect.gen(function* () {
          const shop = mutableShop(shopOf(chatWithPhones(1n, 150, [3, 145]), chatWithPhones(2n, 5, [])))
          const sandbox = yield* startSandbox({
            shops: [shop],
            history: { messageIdFrom, order },
            remember: "requests"
          })
          const path = join(yield* temporaryFolder, "chatlint.db")
          const first = yield* scanShop(sandbox, shop, path)
          assert.strictEqual(first.findings.length, 2)
          shop.append(1n, written(200, `А это новый номер: ${phoneAt(200)}`))
          shop.append(1n, written(201, "Спасибо"))
          sandbox.log.reset()
          const second = yield* scanShop(sandbox, shop, path)
          const asked = sandbox.log.requests().filter(({ method }) => method === "history")
          assert.deepStrictEqual(
            asked.map(({ chatId, body }) => [chatId, body]),
            [["1", `{"messageIdFrom":${messageIdAt(138)}}`]]
          )
          assert.deepInclude(businessOf(second).coverage, {
            chatsScanned: 1,
            chatsUnchanged: 1,
            messages: 2,
            partnerMessages: 2
          })
          // The number at 145 is in the context that was read again: it is still one finding, and not a new one.
          assert.deepStrictEqual(
            second.findings.map(({ status, spans }) => [status, String(spans[0].messageId)]),
            [
              ["new", String(shopMessageId(shop, 150))],
              ["repeated", String(messageIdAt(3))],
              ["repeated", String(messageIdAt(145))]
            ]
          )
        })
      )
    }
  }

  it.scopedLive("finds a number whose parts were written on different days", () =>
    Effect.gen(function* () {
      const day = 24 * 60
      const shop = mutableShop(shopOf(chatWithPhones(1n, 3, [])))
      const sandbox = yield* startSandbox({ shops: [shop] })
      const path = join(yield* temporaryFolder, "chatlint.db")
      shop.append(1n, written(10, "наш номер 8 926"))
      const first = yield* scanShop(sandbox, shop, path)
      assert.strictEqual(first.findings.length, 0)
      shop.append(1n, written(10 + day, "555-10-42"))
      const second = yield* scanShop(sandbox, shop, path)
      assert.deepStrictEqual(
        second.findings.map(({ rule, spans }) => [rule, spans.length]),
        [["phone-number", 2]]
      )
      const other = join(yield* temporaryFolder, "chatlint.db")
      assert.deepStrictEqual(
        (yield* scanShop(sandbox, shop, other)).findings.map(({ spans }) => spans),
        second.findings.map(({ spans }) => spans)
      )
    })
  )

  it.scopedLive("reads a chat without a valid date once in every scan", () =>
    Effect.gen(function* () {
      const shop = shopOf(dated(chatWithPhones(1n, 5, [2]), "недавно"), chatWithPhones(2n, 5, []))
      const sandbox = yield* startSandbox({ shops: [shop] })
      const path = join(yield* temporaryFolder, "chatlint.db")
      for (const [night, chatsScanned] of [2, 1, 1].entries()) {
        sandbox.log.reset()
        const scanned = yield* scanShop(sandbox, shop, path)
        assert.strictEqual(sandbox.log.counters().requests.history, chatsScanned)
        assert.deepInclude(businessOf(scanned).coverage, { chatsScanned, chatsUnchanged: 2 - chatsScanned })
        assert.deepStrictEqual(
          scanned.findings.map(({ status }) => status),
          [night === 0 ? "new" : "repeated"]
        )
      }
    })
  )

  it.scoped("reads a chat again if its last message was written at about the time of the scan, by either clock", () =>
    Effect.gen(function* () {
      const now = Date.parse("2026-11-22T10:00:00.700Z")
      yield* TestClock.setTime(now)
      const dates = [
        "2026-11-22T10:00:00Z",
        "2026-11-22T13:00:00.650+03:00",
        "2026-11-22T09:59:57Z",
        "2026-11-22T10:30:00Z",
        "2026-11-22T09:00:00Z"
      ]
      const list = ok({ chats: dates.map((updatedAt, index) => ({ chatId: index + 1, updatedAt })) })
      const history = (chatId: number) =>
        ok({ messages: [{ messageId: 1, createdAt: dates[chatId - 1], sender: "CUSTOMER", message: "m" }], paging: {} })
      const path = join(yield* temporaryFolder, "chatlint.db")
      const nights = yield* Effect.replicateEffect(
        Effect.zipLeft(
          scanScripted(path, (asked) => (isHistory(asked) ? history(Number(asked.query.get("chatId"))) : list), {}, 0),
          TestClock.adjust("1 hours")
        ),
        3
      )
      assert.deepStrictEqual(
        nights.map(({ histories }) => histories.map(({ query }) => query.get("chatId")).sort()),
        [["1", "2", "3", "4", "5"], ["1", "2", "3", "4"], []]
      )
    })
  )

  it.scoped("reads a chat again if messages up to its date are missing, and withdraws nothing on an empty answer", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse("2026-11-23T10:00:00Z"))
      const list = ok({ chats: [{ chatId: 1, updatedAt: "2026-11-22T12:00:00Z" }] })
      const message = (id: number, createdAt: string, text: string) => ({
        messageId: id,
        createdAt,
        sender: "PARTNER",
        message: text
      })
      const hello = message(1, "2026-11-22T11:00:00Z", "Здравствуйте")
      const answers = [
        { messages: [] },
        { messages: [hello] },
        { messages: [hello, message(2, "2026-11-22T12:00:00.4Z", `Номер ${phoneAt(42)}`)] }
      ]
      const path = join(yield* temporaryFolder, "chatlint.db")
      const findings: Array<number> = []
      for (const answer of answers) {
        const { scanned } = yield* scanScripted(path, (asked) =>
          isHistory(asked) ? ok({ ...answer, paging: {} }) : list
        )
        findings.push(scanned.findings.length)
      }
      assert.deepStrictEqual(findings, [0, 0, 1])
      const empty = yield* scanScripted(path, (asked) => (isHistory(asked) ? ok({ messages: [], paging: {} }) : list), {
        everything: true
      })
      assert.lengthOf(empty.scanned.findings, 1)
    })
  )

  it.scoped("lists again if a chat is missing, since it may have moved to a page already read", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      const night = (pages: ReadonlyArray<readonly [ReadonlyArray<number>, ReadonlyArray<number>]>) =>
        Effect.map(
          scanScripted(path, (asked, number) => {
            if (isHistory(asked)) {
              const message = { messageId: 5, sender: "PARTNER", message: `Номер ${phoneAt(5)}` }
              return ok({ messages: [message], paging: {} })
            }
            const [first, second] = pages[number > 2 ? pages.length - 1 : 0] ?? assert.fail("no page")
            return asked.query.has("pageToken") ? listPage(second) : listPage(first, "next")
          }),
          ({ scanned, asked }) => [
            scanned.businesses[0]?.coverage.chatsListed,
            scanned.findings.length,
            asked.filter((one) => !isHistory(one)).length
          ]
        )
      const all = [[1, 2], [3]] as const
      const moved = [[1, 2], []] as const
      assert.deepStrictEqual(yield* night([all]), [3, 3, 2])
      assert.deepStrictEqual(yield* night([moved, [[2, 3], []]]), [3, 3, 4])
      // A chat that is really gone costs a second list once.
      assert.deepStrictEqual(yield* night([[[2], [3]]]), [2, 2, 4])
      assert.deepStrictEqual(yield* night([[[2], [3]]]), [2, 2, 2])
    })
  )

  it.scopedLive(
    "of a short chat reads its first message, whether or not the marketplace includes the message to start from",
    () =>
      Effect.gen(function* () {
        for (const messageIdFrom of ["inclusive", "exclusive"] as const) {
          const proposal = "Давайте я вам в телеграм фото пришлю?"
          const shop = mutableShop(
            memoryShop({
              chats: [
                {
                  ...chatWithPhones(1n, 1, []),
                  messages: [{ messageId: 1n, createdAt: dateAt(0), sender: "CUSTOMER", message: proposal }]
                }
              ]
            })
          )
          const sandbox = yield* startSandbox({ shops: [shop], history: { messageIdFrom } })
          const path = join(yield* temporaryFolder, "chatlint.db")
          assert.lengthOf((yield* scanShop(sandbox, shop, path)).findings, 0)
          shop.append(1n, written(10, "Давайте, присылайте туда"))
          assert.isNotEmpty((yield* scanShop(sandbox, shop, path)).findings, messageIdFrom)
        }
      })
  )

  it.scopedLive("of everything requests every message again and keeps the ids of findings", () =>
    Effect.gen(function* () {
      const shop = shopOf(chatWithPhones(1n, 120, [5, 100]))
      const sandbox = yield* startSandbox({ shops: [shop] })
      const path = join(yield* temporaryFolder, "chatlint.db")
      const first = yield* scanShop(sandbox, shop, path)
      sandbox.log.reset()
      const again = yield* scanShop(sandbox, shop, path, { everything: true })
      assert.strictEqual(sandbox.log.counters().requests.history, 2)
      assert.deepInclude(businessOf(again).coverage, { chatsScanned: 1, messages: 120 })
      assert.deepStrictEqual(factsOf(again), factsOf(first))
      const elsewhere = yield* scanShop(sandbox, shop, join(yield* temporaryFolder, "chatlint.db"))
      assert.strictEqual(elsewhere.findings.length, first.findings.length)
      const ids = new Set(first.findings.map(({ id }) => id))
      assert.isTrue(elsewhere.findings.every(({ id }) => !ids.has(id)))
    })
  )

  it.scopedLive(
    "with other rules reports which findings only they made, and which wordings recurred in several chats",
    () =>
      Effect.gen(function* () {
        const shop = mutableShop(shopOf(...[1n, 2n, 3n].map((id) => chatWithPhones(id, 12, [5]))))
        const sandbox = yield* startSandbox({ shops: [shop] })
        const path = join(yield* temporaryFolder, "chatlint.db")
        const withoutPhones = Either.getOrThrowWith(
          compileRuleSet(shippedSources.filter(({ path: file }) => file !== "rules/phone-number.yaml")),
          (errors) => errors[0]
        )
        const first = yield* scanShop(sandbox, shop, path, { ruleSet: withoutPhones })
        assert.strictEqual(first.findings.length, 0)
        shop.append(1n, written(200, `А это новый номер: ${phoneAt(200)}`))
        const second = yield* scanShop(sandbox, shop, path, { everything: true })
        const { changes, rootCauses } = yield* Effect.provide(
          Effect.flatMap(RunRecords, ({ of }) => of(second)),
          storeAt(path)
        )
        assert.deepInclude(changes, { new: 4, foundByChangedRules: 3, repeated: 0, clearedByChangedRules: 0 })
        assert.deepStrictEqual(
          rootCauses.map(({ findings, chats, chatIds }) => ({ findings, chats, chatIds: chatIds.toSorted() })),
          [{ findings: 3, chats: 3, chatIds: ["1", "2", "3"] }]
        )
        const third = yield* scanShop(sandbox, shop, path, { everything: true, ruleSet: withoutPhones })
        const { changes: last } = yield* Effect.provide(
          Effect.flatMap(RunRecords, ({ of }) => of(third)),
          storeAt(path)
        )
        assert.deepInclude(last, { new: 0, repeated: 0, clearedByChangedRules: 4, noLongerInWindow: 0 })
      })
  )
})

describe("a buyer's name", () => {
  it.scoped("is hidden even if only the list of chats has it", () =>
    Effect.gen(function* () {
      const customer = { name: "Наталья Верещагина" }
      const list = ok({ chats: [{ chatId: 1, context: { type: "ORDER", customer } }], paging: {} })
      const message = { messageId: 5, sender: "PARTNER", message: `Наталья, звоните: ${phoneAt(5)}` }
      const { scanned } = yield* scanScripted(join(yield* temporaryFolder, "chatlint.db"), (asked) =>
        isHistory(asked) ? ok({ context: { type: "ORDER" }, messages: [message], paging: {} }) : list
      )
      assert.isNotEmpty(scanned.findings)
      for (const { excerpt } of scanned.findings) assert.notInclude(excerpt, "Наталья")
    })
  )
})

describe("settings other than the rules", () => {
  const night = (path: string, more: Partial<ScanOptions>) =>
    Effect.gen(function* () {
      const shop = shopOf(chatWithPhones(1n, 12, [5]))
      const sandbox = yield* startSandbox({ shops: [shop] })
      const { findings, chatsJudgedByOlderRules } = yield* scanShop(sandbox, shop, path, more)
      return { statuses: findings.map(({ status }) => status), chatsJudgedByOlderRules }
    })

  it.scopedLive("hide findings below the minimum confidence from the runs that set it, and from no other", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      const sure = { minConfidence: 1 }
      for (const [more, statuses] of [
        [sure, []],
        [{}, ["new"]],
        [sure, []],
        [{ ...sure, everything: true }, []],
        [{}, ["repeated"]]
      ] as const) {
        assert.deepStrictEqual(yield* night(path, more), { statuses: [...statuses], chatsJudgedByOlderRules: 0 })
      }
    })
  )

  it.scopedLive("change which chats count as judged differently, until these are read again", () =>
    Effect.gen(function* () {
      const number = Either.getOrThrow(compileAllowList({ numbers: [phoneAt(5)] }))
      for (const more of [{ allowListsOf: () => [number] }, { region: "TR" }]) {
        const path = join(yield* temporaryFolder, "chatlint.db")
        assert.strictEqual((yield* night(path, more)).chatsJudgedByOlderRules, 0)
        assert.strictEqual((yield* night(path, more)).chatsJudgedByOlderRules, 0)
        assert.strictEqual((yield* night(path, {})).chatsJudgedByOlderRules, 1)
        assert.deepInclude(yield* night(path, { everything: true }), { chatsJudgedByOlderRules: 0 })
        assert.strictEqual((yield* night(path, more)).chatsJudgedByOlderRules, 1)
      }
    })
  )
})

const shopMessageId = (shop: ReturnType<typeof mutableShop>, place: number): bigint | undefined =>
  shop.history(1n)?.messages(place, 1)[0]?.messageId
