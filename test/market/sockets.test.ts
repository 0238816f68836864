import { createServer, type RequestListener } from "node:http"
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { Chunk, Effect, Layer, Option, Redacted, type Scope, Stream } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import { layerHttp } from "../../src/market/layerHttp.ts"
import type { MarketAccess } from "../../src/market/MarketAccess.ts"
import { MarketClient } from "../../src/market/MarketClient.ts"
import type { MarketError } from "../../src/market/MarketError.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { faultKinds } from "../../src/sandbox/SandboxOptions.ts"
import { generatedShop } from "../sandbox/generatedShop.ts"
import { sampleShop } from "../sandbox/sampleShop.ts"
import { forgetful, secret } from "./scriptedMarket.ts"

const businessId = BusinessId.make("1001")

const realClient = Layer.provide(MarketClient.Default, layerHttp)

const realMarket = Layer.merge(realClient, forgetful)

const accessTo = (baseUrl: string, key: string): MarketAccess => ({
  baseUrl,
  credentials: { kind: "api-key", key: Redacted.make(key) }
})

/** Reads a history from this address over a real socket. */
const ask = (baseUrl: string, key = secret): Effect.Effect<number, MarketError> =>
  Effect.gen(function* () {
    const chats = yield* (yield* MarketClient).open(accessTo(baseUrl, key), businessId, 2)
    return yield* Stream.runCount(chats.history(ChatId.make("1"), Option.none()))
  }).pipe(Effect.provide(realMarket))

/** Calls a method that is never retried. */
const askOnce = (baseUrl: string) =>
  Effect.provide(
    Effect.flatMap(MarketClient, (client) => client.keyScopes(accessTo(baseUrl, secret))),
    realClient
  )

const serve = (listener: RequestListener): Effect.Effect<string, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.async<ReturnType<typeof createServer>>((resume) => {
        const server = createServer(listener)
        server.listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
      }),
      (server) =>
        Effect.sync(() => {
          server.close()
          server.closeAllConnections()
        })
    ),
    (server) => {
      const address = server.address()
      return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`
    }
  )

describe("over a socket", () => {
  it.scopedLive.each([301, 302, 303, 307, 308])(
    "a redirect (%i) is refused, and the key is sent nowhere else",
    (status) =>
      Effect.gen(function* () {
        let elsewhere = 0
        const other = yield* serve((_, response) => {
          elsewhere += 1
          response.end("{}")
        })
        const baseUrl = yield* serve((_, response) => {
          response.writeHead(status, { Location: `${other}/v2/businesses/1001/chats/history` }).end()
        })
        const error = yield* Effect.flip(ask(baseUrl))
        assert.isTrue(error._tag === "BadRequest" && error.status === status)
        assert.strictEqual(elsewhere, 0)
      })
  )

  it.scopedLive("an answer larger than 32 MB is aborted before it is complete", () =>
    Effect.gen(function* () {
      let sent = 0
      const piece = Buffer.alloc(1024 * 1024, " ")
      const baseUrl = yield* serve((_, response) => {
        const more = () => {
          if (response.destroyed) return
          sent += 1
          response.write(piece, () => setImmediate(more))
        }
        response.writeHead(200, { "Content-Type": "application/json" })
        more()
      })
      const error = yield* Effect.flip(askOnce(baseUrl))
      assert.isTrue(error._tag === "MalformedAnswer" && error.issue === "larger than 32 MB", error._tag)
      assert.isTrue(sent >= 32 && sent < 100, `${sent} MB`)
    })
  )

  const codings = [
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
    ["deflate, gzip", (body: Buffer) => gzipSync(deflateSync(body))]
  ] as const
  const scopes = Buffer.from(JSON.stringify({ result: { apiKey: { authScopes: ["COMMUNICATION"] } } }))

  it.scopedLive.each(codings)("an answer in the coding %s is read", ([coding, encode]) =>
    Effect.gen(function* () {
      const baseUrl = yield* serve((_, response) => {
        response.writeHead(200, { "Content-Encoding": coding }).end(encode(scopes))
      })
      assert.deepStrictEqual(yield* askOnce(baseUrl), ["communication"])
    })
  )

  const undecodable = [
    ["that grows beyond 32 MB", "gzip", gzipSync(Buffer.alloc(40 * 1024 * 1024)), "MalformedAnswer"],
    ["in an unknown coding", "zip", scopes, "MalformedAnswer"],
    ["that is not in its coding", "gzip", scopes, "MalformedAnswer"],
    ["that breaks off", "gzip", gzipSync(scopes).subarray(0, -12), "Disconnected"]
  ] as const
  it.scopedLive.each(undecodable)("an answer %s fails instead of being read", ([, coding, body, tag]) =>
    Effect.gen(function* () {
      const baseUrl = yield* serve((_, response) => {
        response.writeHead(200, { "Content-Encoding": coding }).end(body)
      })
      assert.strictEqual((yield* Effect.flip(askOnce(baseUrl)))._tag, tag)
    })
  )

  const refusals = [
    [400, "BadRequest"],
    [401, "Unauthorized"],
    [404, "ChatNotFound"]
  ] as const
  it.scopedLive.each(refusals)("a refusal (%i) whose body breaks off is not retried", ([status, tag]) =>
    Effect.gen(function* () {
      let requests = 0
      const baseUrl = yield* serve((_, response) => {
        requests += 1
        response.writeHead(status, { "Content-Length": 500 }).write('{"status":"ERROR","errors":[')
        setTimeout(() => response.destroy(), 10)
      })
      assert.strictEqual((yield* Effect.flip(ask(baseUrl)))._tag, tag)
      assert.strictEqual(requests, 1)
    })
  )

  it.scopedLive("a closed port is reported by the system's error code", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(askOnce("http://127.0.0.1:1"))
      assert.isTrue(error._tag === "Disconnected" && error.detail === "ECONNREFUSED")
    })
  )

  it.scopedLive("parallel requests stay within the limit under faults, and every chat is listed once", () =>
    Effect.gen(function* () {
      const shop = generatedShop({ seed: 3, chats: 45, idsAbove: 2n ** 60n })
      const sandbox = yield* startSandbox({
        shops: [shop],
        latency: "2 millis",
        list: { repeatedAtBorders: 1, emptyLastPage: true },
        faults: { seed: 4, rate: 0.2, kinds: faultKinds.filter((kind) => kind !== "stall"), maximumInARow: 1 }
      })
      const chats = yield* (yield* MarketClient).open(accessTo(sandbox.baseUrl, shop.apiKey), businessId, 2)
      const ids = yield* Stream.runCollect(Stream.mapConcat(chats.chats, (page) => page.map(({ id }) => String(id))))
      const expected = shop.chats(0, 45).map(({ chatId }) => String(chatId))
      assert.deepStrictEqual([...new Set(ids)].sort(), expected.sort())
      const { maximumConcurrency } = sandbox.log.counters()
      assert.isTrue(maximumConcurrency <= 2, `${maximumConcurrency}`)
      assert.isTrue((yield* chats.requests).retries > 0)
    }).pipe(Effect.provide(realMarket))
  )

  const histories = (["newest-first", "oldest-first"] as const).flatMap((order) =>
    (["newest-first", "oldest-first"] as const).flatMap((orderWithinPage) =>
      (["inclusive", "exclusive"] as const).map((messageIdFrom) => ({ order, orderWithinPage, messageIdFrom }))
    )
  )
  it.scopedLive.each(histories)("each message is read once, with %o", (habits) =>
    Effect.gen(function* () {
      const shop = sampleShop(250)
      const sandbox = yield* startSandbox({
        shops: [shop],
        history: { ...habits, repeatedAtBorders: 3, emptyLastPage: true }
      })
      const { apiKey } = shop
      const chats = yield* (yield* MarketClient).open(accessTo(sandbox.baseUrl, apiKey), businessId, 2)
      const messages = yield* Stream.runCollect(
        Stream.mapConcat(chats.history(ChatId.make("1"), Option.none()), (piece) => piece.messages)
      )
      const texts = Chunk.toReadonlyArray(messages).map(({ text }) => text)
      assert.strictEqual(texts.length, 250)
      assert.strictEqual(new Set(texts).size, 250)
    }).pipe(Effect.provide(realMarket))
  )
})
