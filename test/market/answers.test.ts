import { assert, describe, it } from "@effect/vitest"
import { Either, Option } from "effect"
import { readCampaigns, readChats, readHistory, readKeyScopes } from "../../src/market/answers.ts"
import { parseJson } from "../../src/market/parseJson.ts"

const message = { messageId: 5, createdAt: "2026-10-01T12:00:00+03:00", sender: "PARTNER", message: "Здравствуйте" }
const chat = { chatId: 7, context: { type: "ORDER", orderId: 31 }, updatedAt: "2026-10-01T12:00:00+03:00" }

/** A value after a round trip through JSON. */
const sent = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer))

const history = (result: unknown) => readHistory(sent({ status: "OK", result }))
const list = (result: unknown) => readChats(sent({ status: "OK", result }))

const messagesOf = (messages: unknown) => Either.getOrThrow(history({ context: { type: "DIRECT" }, messages })).items

describe("a page of a history", () => {
  it("is read with its instants, whatever their offsets", () => {
    const [first] = messagesOf([message])
    assert.deepStrictEqual({ ...first }, { ...first, id: "5", sender: "PARTNER", text: "Здравствуйте", files: [] })
    assert.deepStrictEqual(first?.at, Option.some(Date.parse("2026-10-01T09:00:00Z")))
  })

  const lenient: ReadonlyArray<readonly [string, object, object]> = [
    ["a missing text", { message: undefined }, { text: "" }],
    ["a null text", { message: null }, { text: "" }],
    ["a text that is a number", { message: 89_000_001_122 }, { text: "89000001122" }],
    ["a null payload", { payload: null }, { files: [] }],
    ["a payload of nulls", { payload: [null] }, { files: [] }],
    ["a file without a name", { payload: [{ url: "https://example.net" }, { name: "1.jpg" }] }, { files: ["1.jpg"] }],
    ["an unknown sender", { sender: "COURIER" }, { sender: "UNKNOWN" }],
    ["a sender in lower case", { sender: "partner" }, { sender: "UNKNOWN" }],
    ["a missing sender", { sender: undefined }, { sender: "UNKNOWN" }],
    ["a sender that is not a string", { sender: 4 }, { sender: "UNKNOWN" }],
    ["an id that is a string", { messageId: "1780212617058078" }, { id: "1780212617058078" }],
    ["an invalid date", { createdAt: "вчера" }, { at: Option.none() }],
    ["a date that is a number", { createdAt: 5 }, { at: Option.none() }],
    ["unknown fields", { editedAt: null, reactions: [{ emoji: "👍" }] }, { id: "5" }]
  ]
  it.each(lenient)("is read in spite of %s", (_, change, expected) => {
    const [first] = messagesOf([{ ...message, ...change }])
    assert.deepStrictEqual({ ...first }, { ...first, ...expected })
  })

  it("reports how many entries of its lists are empty", () => {
    const page = Either.getOrThrow(history({ messages: [null, message, null] }))
    assert.deepStrictEqual([page.items.length, page.unreadable], [1, 2])
  })

  it("is read in spite of null items, missing and null contexts, and the deprecated order id", () => {
    assert.strictEqual(messagesOf([null, message, null]).length, 1)
    for (const context of [undefined, null, "ORDER", {}]) {
      const page = Either.getOrThrow(history({ context, messages: [], orderId: 44 }))
      assert.deepInclude(page.context, { type: "UNKNOWN", orderId: Option.some("44") })
    }
  })

  it.each(["page 7", "7", "recently", "2026-13-01T00:00:00Z", "", 20261001])(
    "has no instant in the date %j",
    (date) => {
      assert.deepStrictEqual(messagesOf([{ ...message, createdAt: date }])[0]?.at, Option.none())
    }
  )

  it("keeps the order received", () => {
    const ids = messagesOf([9, 3, 7].map((messageId) => ({ ...message, messageId }))).map(({ id }) => id)
    assert.deepStrictEqual(ids.map(String), ["9", "3", "7"])
  })

  it("keeps ids that a JavaScript number would round", () => {
    const text = `{"result":{"messages":[{"messageId":9007199254740993},{"messageId":9223372036854775807}],"context":{"type":"ORDER","orderId":9007199254740995}}}`
    const page = Either.getOrThrow(Either.flatMap(parseJson(text), readHistory))
    assert.deepStrictEqual(
      page.items.map(({ id }) => String(id)),
      ["9007199254740993", "9223372036854775807"]
    )
    assert.deepStrictEqual(page.context.orderId, Option.some("9007199254740995"))
  })

  const tokens: ReadonlyArray<readonly [unknown, Option.Option<string>]> = [
    [undefined, Option.none()],
    [null, Option.none()],
    [{}, Option.none()],
    [{ nextPageToken: null }, Option.none()],
    [{ nextPageToken: "" }, Option.none()],
    [{ nextPageToken: "abc==" }, Option.some("abc==")],
    [{ nextPageToken: 2342 }, Option.some("2342")],
    [{ nextPageToken: 0 }, Option.some("0")]
  ]
  it.each(tokens)("with the paging %j leads to %j", (paging, expected) => {
    assert.deepStrictEqual(Either.getOrThrow(history({ messages: [], paging })).nextToken, expected)
    assert.deepStrictEqual(Either.getOrThrow(list({ chats: [], paging })).nextToken, expected)
  })

  const word = "позвоните 89261234567"
  const strict: ReadonlyArray<readonly [string, unknown, string]> = [
    ["no result", undefined, "result is missing"],
    ["a null result", null, "result does not have the documented form"],
    ["no messages", {}, "result.messages is missing"],
    ["null messages", { messages: null }, "result.messages does not have the documented form"],
    ["messages in an object", { messages: { 0: message } }, "result.messages does not have the documented form"],
    [
      "a token that is a list",
      { messages: [], paging: { nextPageToken: [word] } },
      "result.paging.nextPageToken does not have the documented form"
    ],
    ["a paging that is a text", { messages: [], paging: word }, "result.paging does not have the documented form"]
  ]
  it.each(strict)("is malformed with %s, and the error says where without quoting it", (_, result, issue) => {
    assert.deepStrictEqual(history(result), Either.left(issue))
  })

  const odd: ReadonlyArray<readonly [string, { readonly messages: ReadonlyArray<unknown> }, string]> = [
    ["a message that is a text", { messages: [word] }, "result.messages[0] does not have the documented form"],
    ["a message without id", { messages: [message, { message: word }] }, "result.messages[1].messageId is missing"],
    [
      "a null id",
      { messages: [{ ...message, messageId: null }] },
      "result.messages[0].messageId does not have the documented form"
    ],
    [
      "the id 0",
      { messages: [{ ...message, messageId: 0 }] },
      "result.messages[0].messageId does not have the documented form"
    ],
    [
      "a negative id",
      { messages: [{ ...message, messageId: -5 }] },
      "result.messages[0].messageId does not have the documented form"
    ],
    [
      "a rounded id",
      { messages: [{ ...message, messageId: 2 ** 60 }] },
      "result.messages[0].messageId does not have the documented form"
    ],
    [
      "an id with a fraction",
      { messages: [{ ...message, messageId: 1.5 }] },
      "result.messages[0].messageId does not have the documented form"
    ],
    [
      "a text for an id",
      { messages: [{ ...message, messageId: word }] },
      "result.messages[0].messageId does not have the documented form"
    ],
    [
      "a text that is a list",
      { messages: [{ ...message, message: [word] }] },
      "result.messages[0].message does not have the documented form"
    ],
    [
      "a text that is an object",
      { messages: [{ ...message, message: { text: word } }] },
      "result.messages[0].message does not have the documented form"
    ],
    [
      "a text that is a boolean",
      { messages: [{ ...message, message: true }] },
      "result.messages[0].message does not have the documented form"
    ],
    [
      "a payload that is not a list",
      { messages: [{ ...message, payload: { name: word } }] },
      "result.messages[0].payload does not have the documented form"
    ]
  ]
  it.each(odd)("reports where %s is without quoting it, and reads the other messages", (_, { messages }, issue) => {
    const page = Either.getOrThrow(history({ messages: [...messages, { ...message, messageId: 6 }] }))
    assert.deepStrictEqual(page.malformed, [issue])
    assert.strictEqual(page.items.length, messages.length)
    assert.strictEqual(String(page.items.at(-1)?.id), "6")
  })

  it("is malformed if lists are nested deeper than the stack allows", () => {
    const answer = parseJson(`{"result":${"[".repeat(200_000)}${"]".repeat(200_000)}}`)
    assert.deepStrictEqual(
      readHistory(Either.getOrThrow(answer)),
      Either.left("result does not have the documented form")
    )
  })

  it.each([[null], ["x"], [[]], [5]])("is malformed when the answer is %j", (answer) => {
    assert.isTrue(Either.isLeft(readHistory(answer)))
  })
})

describe("a page of the list", () => {
  it("is read with what the chat is about", () => {
    const { items } = Either.getOrThrow(
      list({
        chats: [{ ...chat, context: { type: "RETURN", orderId: 31, customer: { name: "Анна", publicId: "x" } } }]
      })
    )
    assert.strictEqual(String(items[0]?.id), "7")
    assert.deepInclude(items[0]?.context, {
      type: "RETURN",
      orderId: Option.some("31"),
      customerName: Option.some("Анна")
    })
  })

  const lenient: ReadonlyArray<readonly [string, object]> = [
    ["no date", { updatedAt: undefined }],
    ["a null date", { updatedAt: null }],
    ["an invalid date", { updatedAt: "recently" }],
    ["a null context", { context: null }],
    ["a null customer", { context: { type: "ORDER", customer: null } }],
    ["an unknown type", { context: { type: "AUCTION" }, type: "VIDEO", status: "SLEEPING" }]
  ]
  it.each(lenient)("is read in spite of %s", (_, change) => {
    assert.strictEqual(Either.getOrThrow(list({ chats: [{ ...chat, ...change }, null] })).items.length, 1)
  })

  it("accepts only a word as the type, and only digits as an order id", () => {
    const hostile = { type: "\u001b[31m<script>", orderId: "31\u0000 ACMA:x" }
    const { items } = Either.getOrThrow(list({ chats: [{ ...chat, context: hostile, orderId: "8-926" }] }))
    assert.deepInclude(items[0]?.context, { type: "UNKNOWN", orderId: Option.none() })
  })

  it("is malformed with no chats", () => {
    assert.deepStrictEqual(list({}), Either.left("result.chats is missing"))
  })

  it.each([
    ["a chat without id", { ...chat, chatId: undefined }, "result.chats[0].chatId is missing"],
    ["a chat that is a list", [chat], "result.chats[0] does not have the documented form"],
    [
      "a chat id with leading zeros",
      { ...chat, chatId: "007" },
      "result.chats[0].chatId does not have the documented form"
    ]
  ])("tells of %s where it is, and reads the others", (_, odd, issue) => {
    const page = Either.getOrThrow(list({ chats: [odd, chat] }))
    assert.deepStrictEqual(page.malformed, [issue])
    assert.deepStrictEqual(
      page.items.map(({ id }) => String(id)),
      ["7"]
    )
  })
})

describe("a page of the campaigns", () => {
  it("yields the businesses it names, and counts shops without one", () => {
    const campaigns = [
      { business: { id: 3 } },
      { business: { id: null } },
      { business: null },
      {},
      null,
      { business: {} }
    ]
    assert.deepStrictEqual(Either.getOrThrow(readCampaigns({ campaigns })).items.map(String), ["3"])
  })

  it("is malformed when a business cannot be decoded", () => {
    assert.isTrue(Either.isLeft(readCampaigns({ campaigns: [{ business: { id: 1.5 } }] })))
    assert.isTrue(Either.isLeft(readCampaigns({})))
  })
})

it("a key's scopes are decoded into the cabinet's names for them", () => {
  const authScopes = ["COMMUNICATION", "ALL_METHODS_READ_ONLY", "ALL_METHODS", "INVENTORY_AND_ORDER_PROCESSING"]
  assert.deepStrictEqual(
    readKeyScopes({ result: { apiKey: { authScopes } } }),
    Either.right(["communication", "all-methods:read-only", "all-methods", "inventory-and-order-processing"])
  )
})
