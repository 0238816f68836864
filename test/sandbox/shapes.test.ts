import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { memoryShop } from "../../src/sandbox/memoryShop.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { apiKey, ask, errorIn, historyPath, jsonOf, listPath, post } from "./ask.ts"
import { sampleChat, sampleShop } from "./sampleShop.ts"

describe("what the sandbox answers", () => {
  it.scopedLive("lists the cabinet's shops without a wrapper", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(1)] })
      const reply = yield* ask(sandbox, "/v2/campaigns")
      assert.strictEqual(reply.status, 200)
      assert.deepStrictEqual(jsonOf(reply), {
        campaigns: [
          {
            domain: "Магазин",
            id: 2001,
            business: { id: 1001, name: "Магазин" },
            placementType: "FBS",
            apiAvailability: "AVAILABLE"
          }
        ],
        pager: { total: 1, from: 1, to: 1, currentPage: 1, pagesCount: 1, pageSize: 100 },
        paging: {}
      })
    })
  )

  it.scopedLive("lists chats with every required field", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(3)] })
      const reply = yield* post(sandbox, listPath())
      assert.deepStrictEqual(jsonOf(reply), {
        status: "OK",
        result: {
          chats: [
            {
              chatId: 1,
              context: { type: "ORDER", customer: { name: "Анна К." }, campaignId: 2001, orderId: 53_600_000_001 },
              type: "CHAT",
              status: "FINISHED",
              createdAt: "2026-10-01T09:00:00Z",
              updatedAt: "2026-10-01T09:02:00Z"
            }
          ],
          paging: {}
        }
      })
    })
  )

  it.scopedLive("returns a history with its context, and exact int64 ids", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(1)] })
      const reply = yield* post(sandbox, historyPath(1n))
      assert.include(reply.text, '"messageId":9007199254740993,')
      assert.deepStrictEqual(jsonOf(reply), {
        status: "OK",
        result: {
          context: { type: "ORDER", customer: { name: "Анна К." }, campaignId: 2001, orderId: 53_600_000_001 },
          messages: [
            { messageId: 9_007_199_254_740_993n, createdAt: "2026-10-01T09:00:00Z", sender: "CUSTOMER", message: "m0" }
          ],
          paging: {}
        }
      })
      assert.strictEqual(reply.headers.get("content-type"), "application/json;charset=utf-8")
    })
  )

  it.scopedLive("never sends the rules that a message breaks", () =>
    Effect.gen(function* () {
      const { chat, messages } = sampleChat(1n, 1)
      const shop = memoryShop({
        chats: [{ chat, messages: messages.map((m) => ({ ...m, breaks: ["phone-number"] })) }]
      })
      const sandbox = yield* startSandbox({ shops: [shop] })
      assert.notInclude((yield* post(sandbox, historyPath(1n))).text, "phone-number")
    })
  )

  it.scopedLive("returns a key's scopes", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(1)] })
      const reply = yield* post(sandbox, "/v2/auth/token")
      assert.deepStrictEqual(jsonOf(reply), {
        status: "OK",
        result: { apiKey: { name: "chatlint", authScopes: ["ALL_METHODS_READ_ONLY"] } }
      })
    })
  )

  it.scopedLive("answers everything with HTML to simulate a wrong address", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(1)], answersHtml: true })
      const reply = yield* post(sandbox, listPath())
      assert.strictEqual(reply.status, 200)
      assert.match(reply.headers.get("content-type") ?? "", /^text\/html/)
      assert.match(reply.text, /^<!DOCTYPE html>/)
    })
  )

  it.scopedLive("reports that the port is taken", () =>
    Effect.gen(function* () {
      const { port } = yield* startSandbox({ shops: [sampleShop(1)] })
      const error = yield* Effect.flip(startSandbox({ shops: [sampleShop(1)], port }))
      assert.include(error.message, `127.0.0.1:${port}`)
    })
  )

  it.scopedLive("stops with its scope", () =>
    Effect.gen(function* () {
      const ended = yield* Effect.scoped(
        Effect.tap(startSandbox({ shops: [sampleShop(1)] }), (sandbox) => post(sandbox, listPath()))
      )
      yield* Effect.flip(post(ended, listPath()))
    })
  )
})

describe("what the sandbox refuses", () => {
  const lacking = memoryShop({ chats: [], businessId: 1002n, apiKey: "ACMA:lacking:00000000", scopes: ["PRICING"] })
  const json = { "Content-Type": "application/json" }
  const cases: ReadonlyArray<readonly [string, string, RequestInit, number, string]> = [
    ["no key", listPath(), { headers: json }, 401, "Credentials are not specified"],
    ["an empty key", listPath(), { headers: { ...json, "Api-Key": "" } }, 401, "Api-Key token is not specified"],
    ["an unknown key", listPath(), { headers: { ...json, "Api-Key": "x" } }, 401, "Api-Key token is invalid"],
    [
      "an unknown scheme",
      listPath(),
      { headers: { ...json, Authorization: "Basic x" } },
      401,
      "Authorization header has"
    ],
    [
      "an unknown token",
      listPath(),
      { headers: { ...json, Authorization: "Bearer x" } },
      403,
      "OAuth token is invalid"
    ],
    ["another cabinet", "/v2/businesses/1003/chats", {}, 403, "Access denied"],
    [
      "another cabinet's business named in the header",
      listPath(),
      { headers: { ...json, Authorization: `Bearer ${apiKey}`, "X-Business-Id": "1002" } },
      400,
      "URL businessId (1001) does not match"
    ],
    [
      "a key without a scope for chats",
      "/v2/businesses/1002/chats",
      { headers: { ...json, "Api-Key": lacking.apiKey } },
      403,
      "Token does not have any of the scopes to access the API method"
    ],
    ["no body", listPath(), { body: null }, 400, "Required request body is missing"],
    ["a null body", listPath(), { body: "null" }, 400, "Required request body is missing"],
    ["a body that is not an object", listPath(), { body: "[]" }, 400, "Illegal input at"],
    ["a body that is not JSON", listPath(), { body: "{" }, 400, "JSON: "],
    [
      "a body of another content type",
      listPath(),
      { headers: { "Api-Key": apiKey } },
      415,
      "Unknown content-type: text/plain"
    ],
    ["a body that is too big", listPath(), { body: `{"a":"${"x".repeat(600_000)}"}` }, 400, "The request is too big"],
    ["a filter", listPath(), { body: '{"types":["CHAT"]}' }, 400, "The sandbox cannot filter chats: types"],
    ["21 chats", listPath({ limit: "21" }), {}, 400, "Parameter limit must be less than or equal to 20"],
    ["no chats", listPath({ limit: "0" }), {}, 400, "Parameter limit must be greater than or equal to 1"],
    ["101 messages", historyPath(1n, { limit: "101" }), {}, 400, "Parameter limit must be less than or equal to 100"],
    ["no chat id", "/v2/businesses/1001/chats/history", {}, 400, "Required request parameter 'chatId' is not present"],
    ["a chat id of 0", historyPath(0n), {}, 400, "chatId must be greater than or equal to 1"],
    ["an unknown chat", historyPath(77n), {}, 404, "Can't find chat by id: 77"],
    ["a message id of 0", historyPath(1n), { body: '{"messageIdFrom":0}' }, 400, "messageIdFrom must be greater than"],
    ["a message id in words", historyPath(1n), { body: '{"messageIdFrom":"a"}' }, 400, "Type mismatch"],
    ["a made-up token", historyPath(1n, { pageToken: "eyBuZXh0SWQ6IDIzNDIgfQ==" }), {}, 400, "Bad page token"],
    ["the wrong verb", listPath(), { method: "PUT" }, 405, "Request method PUT not supported"],
    ["an unknown path", "/v1/chats", {}, 404, "Resource not found"]
  ]
  for (const [name, path, init, status, message] of cases) {
    it.scopedLive(`refuses ${name}`, () =>
      Effect.gen(function* () {
        const sandbox = yield* startSandbox({ shops: [sampleShop(1), lacking] })
        const usual = { method: "POST", headers: { ...json, "Api-Key": apiKey }, body: "{}" }
        const reply = yield* ask(sandbox, path, { ...usual, ...init })
        assert.strictEqual(reply.status, status)
        assert.isTrue(errorIn(reply)?.startsWith(message), `${errorIn(reply)}`)
        assert.include(reply.text, '"status":"ERROR"')
      })
    )
  }

  it.scopedLive("accepts an OAuth token, except for the method that requires an Api-Key", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(1)] })
      const headers = { ...json, Authorization: `Bearer ${apiKey}`, "X-Business-Id": "1001" }
      const list = yield* ask(sandbox, listPath(), { method: "POST", headers, body: "{}" })
      const token = yield* ask(sandbox, "/v2/auth/token", { method: "POST", headers, body: "{}" })
      assert.deepStrictEqual([list.status, token.status], [200, 401])
    })
  )

  it.scopedLive("ignores paging parameters in the body, as the API does", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [sampleShop(60)] })
      const reply = yield* post(sandbox, historyPath(1n), '{"limit":100,"pageToken":"x"}')
      assert.strictEqual(reply.text.split('"messageId"').length - 1, 50)
    })
  )
})
