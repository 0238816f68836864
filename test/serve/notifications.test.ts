import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Option, Redacted } from "effect"
import { layerHttp } from "../../src/market/layerHttp.ts"
import { MarketClient } from "../../src/market/MarketClient.ts"
import { type Sandbox, startSandbox } from "../../src/sandbox/Sandbox.ts"
import type { Shop } from "../../src/sandbox/Shop.ts"
import { storedBudgets } from "../../src/scan/storedBudgets.ts"
import { makeNotificationQueue } from "../../src/serve/notificationQueue.ts"
import type { LogFields } from "../../src/serve/RequestLog.ts"
import { RunLock } from "../../src/store/RunLock.ts"
import { shippedRules } from "../engine/shippedRules.ts"
import { mutableShop } from "../sandbox/mutableShop.ts"
import { chatWithPhones, dateAt, phoneAt, shopOf } from "../scan/sampleShops.ts"
import { businessOf, factsOf, scanShop } from "../scan/scanning.ts"
import { storeAt, temporaryFolder } from "../store/temporaryStore.ts"
import { rawSocket } from "./rawSocket.ts"
import { ask, json, type Serving, serving, tokensOf } from "./serving.ts"

const ping = { notificationType: "PING", time: "2026-11-02T10:00:00.213Z" }

const created = (chatId: unknown, businessId: unknown = 1001) => ({
  notificationType: "CHAT_CREATED",
  chatId,
  businessId,
  createdAt: "2026-11-02T10:00:00+03:00"
})

const notify = ({ url }: Serving, notification: unknown, path = "/notification") =>
  ask(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof notification === "string" ? notification : JSON.stringify(notification)
  })

/** A server that records the chats of its notifications. */
const listening = (more: Partial<Parameters<typeof serving>[0]> = {}, secrets: ReadonlyArray<string> = []) =>
  Effect.gen(function* () {
    const taken: Array<string> = []
    const server = yield* serving({
      notifications: {
        take: (businessId, chatId) => Effect.sync(() => taken.push(`${businessId}/${chatId}`) > 0),
        secrets: tokensOf(...secrets),
        queued: Option.none()
      },
      ...more
    })
    return { server, taken }
  })

describe("POST /notification", { timeout: 30_000 }, () => {
  it.scopedLive("answers a ping in the marketplace's format, at once and without a token", () =>
    Effect.gen(function* () {
      const { server } = yield* listening({ tokens: tokensOf("token") })
      const answer = yield* notify(server, ping)
      assert.strictEqual(answer.status, 200)
      const { version, name, time, ...nothing } = JSON.parse(answer.text)
      assert.match(version, /^\d+\.\d+\.\d+$/)
      assert.strictEqual(name, "chatlint")
      assert.match(time, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
      assert.deepStrictEqual(nothing, {})
    })
  )

  it.scopedLive("accepts notifications of chats, duplicates and other types", () =>
    Effect.gen(function* () {
      const { server, taken } = yield* listening()
      const kinds: ReadonlyArray<unknown> = [
        created(11870774),
        created(11870774),
        { ...created(5), notificationType: "CHAT_MESSAGE_SENT", messageId: "1780212617058078", sentAt: "2026-11-02" },
        { ...created(6), notificationType: "CHAT_ARBITRAGE_FINISHED" },
        // A notification type that does not exist yet.
        { ...created("7", "1002"), notificationType: "CHAT_CLOSED" },
        { notificationType: "ORDER_CREATED", orderId: 5 },
        { notificationType: "SOMETHING_NEW" },
        { notificationType: "CHAT_SOMETHING_NEW", businessId: 1001 },
        '\uFEFF{"notificationType":"CHAT_CREATED","chatId":9223372036854775807,"businessId":1001}'
      ]
      for (const kind of kinds) assert.strictEqual((yield* notify(server, kind)).status, 200, JSON.stringify(kind))
      assert.deepStrictEqual(taken, [
        "1001/11870774",
        "1001/11870774",
        "1001/5",
        "1001/6",
        "1002/7",
        "1001/9223372036854775807"
      ])
    })
  )

  it.scopedLive.each<readonly [unknown, string]>([
    ["{", "JSON"],
    ["", "JSON"],
    [[], "notificationType"],
    [{ time: "2026" }, "notificationType"],
    [{ notificationType: 5 }, "notificationType"],
    [created("no number"), "chatId"],
    [created(0), "chatId"],
    [created("9223372036854775808"), "chatId"],
    [created(5, -1), "businessId"],
    [{ ...created(5), businessId: undefined }, "businessId"]
  ])("refuses %o permanently, and names %s", ([notification, value]) =>
    Effect.gen(function* () {
      const { server, taken } = yield* listening()
      const answer = yield* notify(server, notification)
      // Only after a 400 the marketplace does not retry, and continues with others.
      assert.strictEqual(answer.status, 400)
      assert.deepStrictEqual(json(answer), {
        error: {
          type: "WRONG_EVENT_FORMAT",
          message: `${value} is missing or is not what the notification's type needs.`
        }
      })
      assert.deepStrictEqual(taken, [])
    })
  )

  it.scopedLive("refuses an id that is a list of lists, however deep", () =>
    Effect.gen(function* () {
      const { server, taken } = yield* listening()
      const deep = `${"[".repeat(30_000)}${"]".repeat(30_000)}`
      const answer = yield* notify(server, `{"notificationType":"CHAT_CREATED","chatId":5,"businessId":${deep}}`)
      assert.strictEqual(answer.status, 400)
      assert.include(JSON.parse(answer.text).error.message, "businessId")
      assert.deepStrictEqual(taken, [])
    })
  )

  it.scopedLive("asks to repeat a notification that could not be stored", () =>
    Effect.gen(function* () {
      const server = yield* serving({
        notifications: { take: () => Effect.succeed(false), secrets: [], queued: Option.none() }
      })
      const answer = yield* notify(server, created(5))
      assert.strictEqual(answer.status, 500)
      assert.deepInclude(JSON.parse(answer.text).error, { type: "UNKNOWN" })
      assert.strictEqual((yield* notify(server, ping)).status, 200)
    })
  )

  it.scopedLive("requires the secret in its path, if there is one", () =>
    Effect.gen(function* () {
      const { server, taken } = yield* listening({}, ["s3cret-path"])
      const statuses = yield* Effect.forEach(
        ["/notification", "/notification/wrong", "/notification/s3cret-path", "/notification/s3cret-path/notification"],
        (path) => Effect.map(notify(server, created(5), path), ({ status }) => status)
      )
      assert.deepStrictEqual(statuses, [404, 404, 200, 200])
      assert.strictEqual(taken.length, 2)
      assert.notInclude(JSON.stringify(server.log), "s3cret")
      const { server: open } = yield* listening()
      assert.strictEqual((yield* notify(open, ping, "/notification/anything")).status, 404)
    })
  )

  it.scopedLive.each([
    ["1.1", "localhost", "X-Forwarded-For: 203.0.113.5"],
    // The client of a proxy may have forged this.
    ["1.1", "localhost", "X-Forwarded-For: 5.45.207.1"],
    ["1.1", "localhost", "Forwarded: for=203.0.113.5"],
    ["1.1", "localhost", "X-Real-IP: 203.0.113.5"],
    ["1.1", "localhost", "Via: 1.1 proxy"],
    ["1.1", "chatlint.shop.example", "Accept: */*"],
    ["1.0", "localhost", "Accept: */*"]
  ])("refuses a proxy on this machine if there is no secret: HTTP/%s, %s, %s", ([version, host, header]) =>
    Effect.gen(function* () {
      const { server, taken } = yield* listening()
      const body = JSON.stringify(created(5))
      const socket = yield* rawSocket(server.port)
      const head = [`POST /notification HTTP/${version}`, `Host: ${host}`, header, `Content-Length: ${body.length}`]
      yield* socket.write(`${head.join("\r\n")}\r\nConnection: close\r\n\r\n${body}`)
      const answer = yield* socket.closed
      assert.match(answer, /^HTTP\/1\.1 404 /)
      assert.include(answer, "CHATLINT_NOTIFICATION_SECRET")
      assert.deepStrictEqual(taken, [])
    })
  )

  it.scopedLive("accepts a proxy that knows the secret", () =>
    Effect.gen(function* () {
      const { server, taken } = yield* listening({}, ["s3cret-path"])
      const answer = yield* ask(`${server.url}/notification/s3cret-path`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": "5.45.207.1" },
        body: JSON.stringify(created(5))
      })
      assert.deepStrictEqual([answer.status, taken], [200, ["1001/5"]])
    })
  )

  it.scopedLive("is not delayed by a slow client", () =>
    Effect.gen(function* () {
      const { server } = yield* listening()
      const slow = yield* rawSocket(server.port)
      yield* slow.write("POST /notification HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{")
      const began = performance.now()
      assert.strictEqual((yield* notify(server, ping)).status, 200)
      assert.isBelow(performance.now() - began, 1_000)
    })
  )
})

/** A queue that scans the chats of a sandbox shop into a database. */
const scanning = (sandbox: Sandbox, shop: Shop, path: string) =>
  Effect.gen(function* () {
    const log: Array<LogFields> = []
    const services = yield* Layer.build(
      Layer.mergeAll(Layer.provideMerge(storedBudgets, storeAt(path)), Layer.provide(MarketClient.Default, layerHttp))
    )
    const queue = yield* makeNotificationQueue(
      {
        businesses: [],
        access: Option.some({
          baseUrl: sandbox.baseUrl,
          credentials: { kind: "api-key", key: Redacted.make(shop.apiKey) }
        }),
        region: "RU",
        minConfidence: 0,
        allowListsOf: () => [],
        concurrency: 2
      },
      shippedRules,
      { line: (fields) => void log.push(fields), flush: Effect.void }
    ).pipe(Effect.provide(services))
    const server = yield* serving({
      notifications: { take: queue.take, secrets: [], queued: Option.some(queue.queued) }
    })
    /** Waits until the log has this many lines of the event. */
    const until = (event: string, count = 1) =>
      Effect.suspend(() =>
        log.filter((line) => line.event === event).length >= count ? Effect.void : Effect.fail("not yet")
      ).pipe(
        Effect.tapError(() => Effect.sleep(10)),
        Effect.eventually
      )
    const emptied = Effect.flatMap(queue.queued, (left) => (left === 0 ? Effect.void : Effect.fail("not yet"))).pipe(
      Effect.tapError(() => Effect.sleep(10)),
      Effect.eventually
    )
    return { server, log, until, emptied }
  })

const businessId = (shop: Shop) => Number(shop.businessId)

describe("a chat named in a notification", { timeout: 60_000 }, () => {
  it.scopedLive(
    "is scanned at once, and the next run reports its findings as new, with the same results as without the scan",
    () =>
      Effect.gen(function* () {
        const shop = mutableShop(shopOf(chatWithPhones(1n, 12, [5]), chatWithPhones(2n, 4, [])))
        const sandbox = yield* startSandbox({ shops: [shop] })
        const folder = yield* temporaryFolder
        const path = join(folder, "chatlint.db")
        const first = yield* scanShop(sandbox, shop, path)
        assert.strictEqual(first.findings.length, 1)

        yield* Effect.scoped(
          Effect.gen(function* () {
            const { server, log, until, emptied } = yield* scanning(sandbox, shop, path)
            assert.deepInclude(json(yield* ask(`${server.url}/ready`)), { database: "open", queuedChats: 0 })
            shop.append(2n, { createdAt: dateAt(300), sender: "PARTNER", message: `Номер курьера: ${phoneAt(300)}` })
            shop.addChat(chatWithPhones(3n, 6, [2]))
            yield* notify(server, created(2, businessId(shop)))
            yield* notify(server, created(3, businessId(shop)))
            yield* until("chat scanned", 2)
            yield* emptied
            assert.deepStrictEqual(
              log.map(({ event, chatId, messages, findings, rules }) => [event, chatId, messages, findings, rules]),
              [
                ["chat scanned", "2", 1, 1, ["phone-number"]],
                ["chat scanned", "3", 6, 1, ["phone-number"]]
              ]
            )
          })
        )

        const next = yield* scanShop(sandbox, shop, path)
        assert.deepStrictEqual(next.findings.map(({ chatId, status }) => [chatId, status]).sort(), [
          ["1", "repeated"],
          ["2", "new"],
          ["3", "new"]
        ])
        assert.isTrue(next.complete)
        assert.deepInclude(businessOf(next).coverage, { chatsListed: 3, chatsScanned: 2, chatsUnchanged: 1 })
        // A database with only runs has the same findings, under ids of its own key.
        const alone = yield* scanShop(sandbox, shop, join(folder, "alone.db"))
        const withoutId = (facts: ReadonlyArray<string>) => facts.map((fact) => fact.replace(/"id":"\w+",/, "")).sort()
        assert.deepStrictEqual(withoutId(factsOf(next)), withoutId(factsOf(alone)))
        const again = yield* scanShop(sandbox, shop, path)
        assert.deepStrictEqual(
          again.findings.map(({ status }) => status),
          ["repeated", "repeated", "repeated"]
        )
      })
  )

  it.scopedLive("waits while a run holds the database, and a run waits for the chat", () =>
    Effect.gen(function* () {
      const shop = shopOf(chatWithPhones(1n, 12, [5]))
      const path = join(yield* temporaryFolder, "chatlint.db")
      const { hold, holdForChat } = yield* Effect.provide(RunLock, storeAt(path))
      yield* Effect.scoped(
        Effect.gen(function* () {
          yield* hold
          assert.strictEqual((yield* Effect.flip(Effect.scoped(holdForChat))).reason, "locked")
        })
      )
      const sandbox = yield* startSandbox({ shops: [shop] })
      const run = yield* Effect.scoped(
        Effect.gen(function* () {
          yield* holdForChat
          const running = yield* Effect.forkDaemon(scanShop(sandbox, shop, path))
          yield* Effect.sleep(300)
          assert.strictEqual(sandbox.log.counters().requests.list, 0)
          return running
        })
      )
      assert.strictEqual((yield* run).findings.length, 1)
    })
  )

  it.scopedLive(
    "is left to the nightly scan if the marketplace does not know it, and ignored if it is of another business",
    () =>
      Effect.gen(function* () {
        const shop = shopOf(chatWithPhones(1n, 12, [5]))
        const sandbox = yield* startSandbox({ shops: [shop] })
        const { server, log, until, emptied } = yield* scanning(
          sandbox,
          shop,
          join(yield* temporaryFolder, "chatlint.db")
        )
        // Not yet known to be of another business, so it is kept until the marketplace is asked.
        yield* notify(server, created(1, 888_888))
        yield* until("chat left to the nightly scan")
        assert.deepInclude(log.at(-1), { chatId: "1", reason: "not a business of ours" })
        yield* notify(server, created(404, businessId(shop)))
        yield* until("chat left to the nightly scan", 2)
        yield* emptied
        assert.deepInclude(log.at(-1), { chatId: "404", reason: "ChatNotFound" })
        // By now it is known which businesses the key has access to.
        assert.strictEqual((yield* notify(server, created(1, 999_999))).status, 200)
        assert.deepInclude(log.at(-1), { event: "notification of another business", businessId: "999999" })
        assert.strictEqual(sandbox.log.counters().requests.history, 1)
      })
  )
})
