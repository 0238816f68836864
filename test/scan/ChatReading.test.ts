import { assert, describe, it } from "@effect/vitest"
import { Option } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatContext, ChatId } from "../../src/domain/Chat.ts"
import { Message, MessageId, type Sender } from "../../src/domain/Message.ts"
import { businessJudging } from "../../src/scan/businessJudging.ts"
import { ChatReading } from "../../src/scan/ChatReading.ts"
import type { Judge } from "../../src/scan/Judge.ts"
import { judgingDigest } from "../../src/scan/judgingDigest.ts"
import { messageDigest } from "../../src/scan/messageDigest.ts"
import type { Cursor, PendingChat } from "../../src/store/ChatProgress.ts"
import { shippedRules } from "../engine/shippedRules.ts"
import { phoneAt } from "./sampleShops.ts"

const businessId = BusinessId.make("1001")

const judge: Judge = {
  ruleSet: shippedRules,
  region: "RU",
  identityKey: "a1".repeat(32),
  reveal: Option.none(),
  minConfidence: 0,
  allowListsOf: () => []
}

const pending = (from: Option.Option<Cursor> = Option.none()): PendingChat => ({
  chatId: ChatId.make("7"),
  context: "ORDER",
  orderId: null,
  updatedAt: Option.none(),
  cursor: from,
  ruleSet: Option.map(from, () => judgingDigest(judge, businessId))
})

const cursor = (last: number, context: number, judged: ReadonlyArray<Message> = []): Cursor => ({
  lastMessageId: MessageId.make(String(last)),
  contextMessageId: Option.some(MessageId.make(String(context))),
  judged: new Set(judged.map((message) => messageDigest(judge.identityKey, message)))
})

const context = new ChatContext({
  type: "ORDER",
  orderId: Option.some("89265550142"),
  customerName: Option.some("Анна")
})

const message = (id: number, text = "Спасибо", sender: Sender = "PARTNER"): Message =>
  new Message({ id: MessageId.make(String(id)), at: Option.some(id * 1000), sender, text, files: [] })

const range = (from: number, to: number): ReadonlyArray<Message> =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index))

/** Reads a chat of these pages. */
const read = (pages: ReadonlyArray<ReadonlyArray<Message>>, chat = pending(), by = judge, unreadable = 0) => {
  const reading = new ChatReading(businessJudging(by, businessId), chat)
  for (const messages of pages) reading.add({ messages, unreadable, context })
  return { findings: reading.findings(), outcome: reading.outcome({ isSettled: true }) }
}

const cursorAfter = (...parameters: Parameters<typeof read>) => {
  const { outcome } = read(...parameters)
  return outcome.kind === "read" ? Option.getOrUndefined(outcome.cursor) : undefined
}

/** The cursor without the digests of judged messages. */
const placeAfter = (...parameters: Parameters<typeof read>): Cursor | undefined => {
  const after = cursorAfter(...parameters)
  return after === undefined ? undefined : { ...after, judged: new Set<string>() }
}

describe("a chat's findings", () => {
  it("do not contain the buyer's name that the marketplace gives", () => {
    const { findings } = read([[message(1, "Здравствуйте, Анна! Для Анны наш номер 8 926 555-01-43, Анне скидка")]])
    assert.deepStrictEqual(
      findings.map(({ excerpt }) => excerpt),
      ["…•••! Для ••• наш номер ██████, ••• скидка"]
    )
  })

  it("are the same for a long chat read from either end, each once, wherever segments meet", () => {
    const count = 6_500
    const places = new Set([
      1, 2, 10, 11, 500, 1_979, 1_980, 1_981, 1_990, 1_999, 2_000, 2_001, 2_010, 2_020, 3_960, 3_981, 4_520, 4_521,
      6_490, 6_500
    ])
    const messages = range(1, count).map((one) =>
      places.has(Number(one.id)) ? message(Number(one.id), `Номер ${phoneAt(Number(one.id) % 9000)}`) : one
    )
    const pages = Array.from({ length: count / 100 }, (_, page) => messages.slice(page * 100, (page + 1) * 100))
    const factsOf = (found: ReturnType<typeof read>) =>
      found.findings.map(({ id, spans, match }) => JSON.stringify([id, spans, match])).sort()
    const oldestFirst = read(pages)
    const newestFirst = read(pages.toReversed().map((page) => page.toReversed()))
    const mixed = read(pages.toReversed())
    assert.strictEqual(oldestFirst.findings.length, places.size)
    assert.deepStrictEqual(factsOf(newestFirst), factsOf(oldestFirst))
    assert.deepStrictEqual(factsOf(mixed), factsOf(oldestFirst))
    assert.deepStrictEqual(newestFirst.outcome, oldestFirst.outcome)
  })

  it("have the same ids whether or not they are revealed, and are masked by default", () => {
    const shown: Array<ReadonlyArray<string>> = []
    const show = (...words: ReadonlyArray<string>): void => {
      shown.push(words)
    }
    const revealing: Judge = { ...judge, reveal: Option.some(show) }
    const pages = [[message(1, `Анна, номер ${phoneAt(42)}`)]]
    const [hidden] = read(pages).findings
    const [revealed] = read(pages, pending(), revealing).findings
    assert.deepStrictEqual(revealed, hidden)
    const digits = phoneAt(42).replaceAll(/\D/g, "")
    assert.notInclude(JSON.stringify(hidden).replaceAll(/[^\d"]/g, ""), digits.slice(1))
    assert.notInclude(hidden?.excerpt, "Анна")
    assert.strictEqual(shown[0]?.[0], hidden?.id)
    assert.include(shown[0]?.[2], phoneAt(42))
  })

  it("are not made again of known messages whose beginning is no longer read", () => {
    // Without the first message, "зелёный мессенджер" starts a finding of its own, and the address is another one.
    const talks = [
      ["запросите: shop.pechati", "собачка", "яндекс точка ру"],
      ["отвечу по рецептам", "давайте в зелёном мессенджере продолжим"]
    ]
    for (const words of talks) {
      const messages = words.map((text, index) => message(index + 1, text))
      const first = read([messages])
      assert.isNotEmpty(first.findings, words.join())
      const later = read(
        [[...messages.slice(1), message(20, "спасибо", "CUSTOMER")]],
        pending(Option.some(cursor(3, 2, messages)))
      )
      assert.deepStrictEqual(later.findings, [])
    }
  })

  it("include known messages if a new one completes the violation, or if the rules have changed", () => {
    const pieces = [message(1, "наш номер 8 926"), message(2, "пишите, если что", "CUSTOMER"), message(3, "555-10-42")]
    const known = pending(Option.some(cursor(2, 1, pieces.slice(0, 2))))
    assert.deepStrictEqual(
      read([pieces], known).findings.map(({ rule, spans }) => [rule, spans.length]),
      [["phone-number", 2]]
    )
    const old = [message(1, `Номер ${phoneAt(42)}`), message(3)]
    const judged = pending(Option.some(cursor(3, 1, old)))
    assert.deepStrictEqual(read([old], judged).findings, [])
    assert.lengthOf(read([old], { ...judged, ruleSet: Option.some("sha256:yesterday") }).findings, 1)
  })

  it("include what a new message adds to a known one, besides what was found there before", () => {
    const talks = [
      ["Артикул 89601124738, тел +79265550142", "это не артикул, по нему звоните"],
      ["? куда за упаковку?", "2202 2033", "7145 5082", "Марина"]
    ]
    for (const words of talks) {
      const messages = words.map((text, index) =>
        message(index + 1, text, text.startsWith("?") ? "CUSTOMER" : "PARTNER")
      )
      const first = messages.slice(0, -1)
      const nights = [read([first]), read([messages], pending(Option.fromNullable(cursorAfter([first]))))]
      const kept = new Map(nights.flatMap(({ findings }) => findings.map((finding) => [finding.id, finding])))
      const fresh = read([messages]).findings
      assert.isNotEmpty(nights[1]?.findings, words.join())
      assert.deepStrictEqual(kept, new Map(fresh.map((finding) => [finding.id, finding])), words.join())
    }
  })

  it("include what a page adds to the previous one, besides what was found there", () => {
    const filler = range(1, 1_998)
    const number = message(1_999, "Артикул 89601124738, тел +79265550142")
    const pages = [[...filler, number, message(2_000)], [message(2_001, "это не артикул, по нему звоните")]]
    assert.lengthOf(
      read(pages).findings.filter(({ rule }) => rule === "phone-number"),
      2
    )
    assert.lengthOf(read(pages.toReversed().map((page) => page.toReversed())).findings, read(pages).findings.length)
  })

  it("include messages that appear for the first time, whatever their id, and edited ones", () => {
    const [hello, market, thanks] = [
      message(10, "Здравствуйте"),
      message(900, "", "MARKET"),
      message(20, "", "CUSTOMER")
    ]
    const call = (id: number) => message(id, `Номер ${phoneAt(42)}`)
    const nights: ReadonlyArray<readonly [string, ReadonlyArray<Message>, ReadonlyArray<Message>, number]> = [
      ["between two that were read", [hello, thanks], [hello, call(15), thanks], 1],
      ["before all that were read", [hello, thanks], [call(5), hello, thanks], 1],
      ["below the id of an automatic message", [hello, market], [hello, call(30), market], 1],
      ["in place of no words", [hello, message(15, ""), thanks], [hello, call(15), thanks, message(40)], 2],
      ["in place of other words", [hello, thanks], [call(10), thanks, message(40)], 2]
    ]
    for (const [name, first, later, partnerMessages] of nights) {
      const { findings, outcome } = read([later], pending(Option.fromNullable(cursorAfter([first]))))
      assert.lengthOf(findings, 1, name)
      assert.deepInclude(outcome, { partnerMessages }, name)
      const again = pending(
        Option.fromNullable(cursorAfter([later], pending(Option.fromNullable(cursorAfter([first])))))
      )
      assert.deepStrictEqual(read([later], again).findings, [], name)
    }
  })

  it("are complete for a page with more messages than a function call takes arguments", () => {
    const messages = [message(1, `Номер ${phoneAt(42)}`), ...range(2, 150_000)]
    assert.lengthOf(read([messages]).findings, 1)
  })

  it("do not include the numbers of the chat and its order", () => {
    assert.deepStrictEqual(read([[message(1, "Ваш заказ 89265550142 уже едет")]]).findings, [])
  })
})

describe("a chat's counts", () => {
  it("omit messages that were counted before and are read again for context", () => {
    const page = [message(8), message(9, "", "CUSTOMER"), message(10), message(11), message(12, "", "UNKNOWN")]
    assert.deepInclude(read([page], pending(Option.some(cursor(10, 8, page.slice(0, 3))))).outcome, {
      messages: 2,
      partnerMessages: 1,
      unknownSenders: 1
    })
    assert.deepInclude(read([page]).outcome, { messages: 5, partnerMessages: 3, unknownSenders: 1 })
  })

  it("include unreadable entries, with unknown senders", () => {
    assert.deepInclude(read([[message(1)]], pending(), judge, 2).outcome, {
      messages: 3,
      partnerMessages: 1,
      unknownSenders: 2
    })
  })
})

describe("a chat's cursor", () => {
  it("is the newest id, with ten messages of context and one to start from, whatever the order of the pages", () => {
    const expected = cursor(30, 19)
    assert.deepStrictEqual(placeAfter([range(1, 15), range(16, 30)]), expected)
    assert.deepStrictEqual(placeAfter([range(16, 30).toReversed(), range(1, 15).toReversed()]), expected)
  })

  it("has no message to start from in a short chat, whose first one matters", () => {
    assert.deepStrictEqual(placeAfter([range(1, 11)]), { ...cursor(11, 1), contextMessageId: Option.none() })
    assert.deepStrictEqual(placeAfter([range(1, 12)]), cursor(12, 1))
  })

  it("does not exist for a chat without messages, and is kept if no message is returned", () => {
    assert.isUndefined(placeAfter([[]]))
    assert.deepStrictEqual(placeAfter([[]], pending(Option.some(cursor(30, 20)))), cursor(30, 20))
  })

  it("keeps its context however often the marketplace leaves out the message to start from", () => {
    let place = cursorAfter([range(1, 30)])
    for (let night = 0; night < 15; night += 1) {
      const from = Number(Option.getOrThrow(place?.contextMessageId ?? Option.none())) + 1
      place = cursorAfter([range(from, 30)], pending(Option.fromNullable(place)))
    }
    const { judged, ...where } = place ?? assert.fail("no cursor")
    assert.deepStrictEqual({ ...where, judged: new Set<string>() }, cursor(30, 19))
    // Messages that one answer omits are not new when they return.
    assert.deepInclude(read([range(19, 30)], pending(Option.fromNullable(place))).outcome, { messages: 0 })
    assert.isAtMost(judged.size, 24)
  })

  it("does not move back if the last messages have vanished", () => {
    assert.deepStrictEqual(placeAfter([range(20, 28)], pending(Option.some(cursor(30, 20)))), cursor(30, 20))
  })
})
