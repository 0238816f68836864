import { assert, describe, it } from "@effect/vitest"
import { findPhoneNumbersInText } from "libphonenumber-js/max"
import * as linkify from "linkifyjs"
import { demoShop, vanishedChatId } from "../../src/sandbox/demoShop.ts"
import type { Shop, ShopMessage } from "../../src/sandbox/Shop.ts"
import { generatedShop } from "./generatedShop.ts"
import { mutableShop } from "./mutableShop.ts"
import { plantedViolations } from "./plantedViolations.ts"
import { sampleChat, sampleMessageId, sampleShop } from "./sampleShop.ts"
import { shopTotals } from "./shopTotals.ts"

const chatsOf = (shop: Shop) => shop.chats(0, shop.chatCount)

function* messagesOf(shop: Shop): Generator<ShopMessage> {
  for (const { chatId } of chatsOf(shop)) {
    const history = shop.history(chatId)
    yield* history?.messages(0, history.messageCount) ?? []
  }
}

const hasPhone = (text: string): boolean => findPhoneNumbersInText(text, "RU").length > 0

const hasForeignLink = (text: string): boolean =>
  linkify.find(text, "url").some(({ href }) => !/(^|\.)market\.yandex\.ru$/.test(new URL(href).hostname))

const asksForContact = (text: string): boolean =>
  /(пришлите|напишите|укажите|оставьте).{0,20} ваш (номер|телефон|адрес электронной)/i.test(text)

/** The rules that a text breaks, determined independently of the product. */
const judged = (text: string): ReadonlyArray<string> => [
  ...(asksForContact(text) ? ["contact-request"] : []),
  ...(hasForeignLink(text) ? ["outbound-link"] : []),
  ...(hasPhone(text) ? ["phone-number"] : [])
]

const checkLabels = (shop: Shop): void => {
  for (const { sender, message, breaks } of messagesOf(shop)) {
    if (sender !== "PARTNER") assert.isUndefined(breaks)
    else assert.deepStrictEqual([...(breaks ?? [])].sort(), judged(message ?? ""), message)
  }
}

/** Checks the invariants of shops that the sandbox relies on. */
const checkShape = (shop: Shop): void => {
  for (const chat of chatsOf(shop)) {
    const history = shop.history(chat.chatId)
    const messages = history?.messages(0, history.messageCount) ?? []
    assert.strictEqual(messages.length, history?.messageCount)
    assert.deepStrictEqual(history?.chat, chat)
    assert.strictEqual(chat.updatedAt, messages.at(-1)?.createdAt)
    messages.forEach((message, index) => {
      const before = messages[index - 1]
      if (before !== undefined) {
        assert.isTrue(before.messageId < message.messageId)
        assert.isAtMost(Date.parse(before.createdAt), Date.parse(message.createdAt))
      }
      assert.match(message.createdAt, /^2026-1[01]-\d\dT\d\d:\d\d:\d\d\+03:00$/)
    })
  }
}

describe("the demo's shop", () => {
  it("has 40 chats of every kind, with correct labels", () => {
    assert.strictEqual(demoShop.chatCount, 40)
    assert.strictEqual(new Set(chatsOf(demoShop).map(({ chatId }) => chatId)).size, 40)
    assert.deepStrictEqual([...new Set(chatsOf(demoShop).map(({ context }) => context.type))].sort(), [
      "DIRECT",
      "ORDER",
      "RETURN"
    ])
    checkShape(demoShop)
    checkLabels(demoShop)
  })

  it("breaks each of the three rules several times", () => {
    const rules = [...plantedViolations(demoShop)].map(({ rule }) => rule)
    for (const rule of ["contact-request", "outbound-link", "phone-number"])
      assert.isAtLeast(rules.filter((name) => name === rule).length, 4)
  })

  it("has the hard cases: every sender, stickers, files, buyers' phones, a chat that is gone", () => {
    const messages = [...messagesOf(demoShop)]
    assert.deepStrictEqual([...new Set(messages.map(({ sender }) => sender))].sort(), [
      "CUSTOMER",
      "MARKET",
      "PARTNER",
      "SUPPORT"
    ])
    assert.isTrue(messages.some(({ message, payload }) => message === undefined && payload === undefined))
    assert.isTrue(messages.some(({ message, payload }) => message === undefined && payload !== undefined))
    assert.isTrue(messages.some(({ sender, message }) => sender === "CUSTOMER" && hasPhone(message ?? "")))
    assert.isDefined(demoShop.history(vanishedChatId))
    assert.isFalse([...plantedViolations(demoShop)].some(({ chatId }) => chatId === vanishedChatId))
  })

  it("has one chat of several pages with a violation far from both ends", () => {
    const long = chatsOf(demoShop).filter(({ chatId }) => (demoShop.history(chatId)?.messageCount ?? 0) > 200)
    assert.strictEqual(long.length, 1)
    const history = demoShop.history(long[0]?.chatId ?? 0n)
    assert.deepStrictEqual(
      history?.messages(100, 60).flatMap(({ breaks }) => breaks ?? []),
      ["outbound-link"]
    )
  })
})

describe("a generated shop", () => {
  const options = { seed: 7, chats: 300, violatingShare: 0.05 }

  it("is determined by the seed, whether read as a whole or in parts", () => {
    const [shop, again, other] = [
      generatedShop(options),
      generatedShop(options),
      generatedShop({ ...options, seed: 8 })
    ]
    assert.deepStrictEqual([...messagesOf(shop)], [...messagesOf(again)])
    assert.notDeepEqual([...messagesOf(shop)], [...messagesOf(other)])
    for (const { chatId } of shop.chats(100, 20)) {
      const [history, later] = [shop.history(chatId), again.history(chatId)]
      assert.deepStrictEqual(history?.messages(0, 1_000).slice(2, 5), later?.messages(2, 3))
    }
    assert.deepStrictEqual(shop.chats(290, 20), chatsOf(shop).slice(290))
  })

  it("has the invariants of every shop, and correct labels", () => {
    const shop = generatedShop(options)
    checkShape(shop)
    checkLabels(shop)
  })

  it("has many short chats, a few long ones, and the configured share of violations", () => {
    const shop = generatedShop({ ...options, chats: 3_000 })
    const counts = chatsOf(shop).map(({ chatId }) => shop.history(chatId)?.messageCount ?? 0)
    const share = (test: (count: number) => boolean) => counts.filter(test).length / counts.length
    assert.isAbove(
      share((count) => count >= 3 && count <= 15),
      0.8
    )
    const long = share((count) => count > 100 && count <= 400)
    assert.isTrue(long > 0.01 && long < 0.05)
    const ofShop = [...messagesOf(shop)].filter(({ sender }) => sender === "PARTNER").length
    const violating = [...plantedViolations(shop)].length / ofShop
    assert.isTrue(violating > 0.04 && violating < 0.06, `${violating}`)
  })

  it("can have ids that a number cannot represent", () => {
    const shop = generatedShop({ ...options, idsAbove: 2n ** 53n })
    checkShape(shop)
    for (const { messageId } of messagesOf(shop)) assert.isAbove(Number(messageId), Number.MAX_SAFE_INTEGER)
  })

  it("has no chats but its own", () => {
    const shop = generatedShop(options)
    assert.isUndefined(shop.history(1n))
    assert.isUndefined(shop.history(14_600_001n + 300n))
  })
})

describe("shopTotals", () => {
  it("counts the minimum of requests: one per 20 chats and per 100 messages, at least one", () => {
    assert.deepStrictEqual(shopTotals(sampleShop(0, 1, 100, 101, 250)), {
      chats: 5,
      messages: 452,
      leastListRequests: 1,
      leastHistoryRequests: 1 + 1 + 1 + 2 + 3,
      leastRequests: 9
    })
    assert.strictEqual(shopTotals(sampleShop(...Array<number>(21).fill(1))).leastListRequests, 2)
    assert.strictEqual(shopTotals(sampleShop()).leastRequests, 1)
  })
})

describe("a mutable shop", () => {
  it("appends a message to a chat and updates its updatedAt", () => {
    const shop = mutableShop(sampleShop(3, 3))
    const content = { createdAt: "2026-10-05T09:00:00Z", sender: "PARTNER", message: "новое" }
    const written = shop.append(2n, content)
    assert.strictEqual(written.messageId, sampleMessageId(3))
    assert.deepStrictEqual(
      shop
        .history(2n)
        ?.messages(2, 5)
        .map(({ message }) => message),
      ["m2", "новое"]
    )
    assert.deepStrictEqual(
      shop
        .history(2n)
        ?.messages(3, 1)
        .map(({ message }) => message),
      ["новое"]
    )
    assert.deepStrictEqual(
      shop
        .history(2n)
        ?.messages(0, 2)
        .map(({ message }) => message),
      ["m0", "m1"]
    )
    assert.deepStrictEqual(
      shop.chats(0, 5).map(({ updatedAt }) => updatedAt),
      ["2026-10-01T09:02:00Z", "2026-10-05T09:00:00Z"]
    )
    assert.strictEqual(shop.history(1n)?.messageCount, 3)
    assert.throws(() => shop.append(77n, content))
  })

  it("inserts a chat at the front, to which messages can be appended too", () => {
    const shop = mutableShop(sampleShop(1, 1))
    shop.addChat(sampleChat(9n, 2))
    shop.append(9n, { createdAt: "2026-10-05T09:00:00Z", sender: "CUSTOMER", message: "ещё" })
    assert.strictEqual(shop.chatCount, 3)
    const ids = (offset: number, limit: number) => shop.chats(offset, limit).map(({ chatId }) => chatId)
    assert.deepStrictEqual([ids(0, 2), ids(1, 2), ids(2, 2)], [[9n, 1n], [1n, 2n], [2n]])
    assert.strictEqual(shop.history(9n)?.messageCount, 3)
  })
})
