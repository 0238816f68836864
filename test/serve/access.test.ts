import type { IncomingHttpHeaders } from "node:http"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Either, Option } from "effect"
import { AccessTokens } from "../../src/serve/AccessTokens.ts"
import { isLoopback, isMarketAddress } from "../../src/serve/addresses.ts"
import { defaultRate, RequestRate } from "../../src/serve/RequestRate.ts"
import { ask, check, json, row, serving, tokensOf } from "./serving.ts"

describe("access", { timeout: 30_000 }, () => {
  it.scopedLive("is open to anyone without tokens", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* check(yield* serving(), row("Спасибо"))).status, 200)
    })
  )

  it.scopedLive("is granted with any of the tokens", () =>
    Effect.gen(function* () {
      const server = yield* serving({ tokens: tokensOf("first-token", "second-token") })
      const statusWith = (authorization?: string) =>
        Effect.map(
          check(server, row("Спасибо"), authorization === undefined ? {} : { authorization }),
          ({ status }) => status
        )
      assert.strictEqual(yield* statusWith("Bearer first-token"), 200)
      assert.strictEqual(yield* statusWith("bearer second-token"), 200)
      for (const wrong of [
        undefined,
        "",
        "Bearer",
        "Bearer first-toke",
        "Bearer first-token2",
        "Basic first-token",
        "first-token"
      ]) {
        assert.strictEqual(yield* statusWith(wrong), 401, String(wrong))
      }
    })
  )

  it.scopedLive("is refused like other problems, before the body is read", () =>
    Effect.gen(function* () {
      const server = yield* serving({ tokens: tokensOf("first-token") })
      const answer = yield* check(server, "{", { "accept-language": "ru" })
      assert.strictEqual(answer.status, 401)
      assert.strictEqual(answer.headers.get("www-authenticate"), "Bearer")
      assert.deepStrictEqual(json(answer), { error: "Нужен токен: Authorization: Bearer …", code: "Unauthorized" })
      assert.notInclude(JSON.stringify(server.log), "token")
      // Health and documentation need no token.
      for (const path of ["/health", "/ready", "/openapi.json", "/docs"]) {
        assert.strictEqual((yield* ask(`${server.url}${path}`)).status, 200, path)
      }
    })
  )

  it.each([
    ["127.0.0.1", true],
    ["127.8.9.1", true],
    ["::1", true],
    ["::ffff:127.0.0.1", true],
    ["localhost", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.5", false],
    ["example.com", false],
    ["localhost.example.com", false],
    ["", false]
  ])("%s is this machine's own: %s", (host, isOwn) => {
    assert.strictEqual(isLoopback(host), isOwn)
  })

  it.each([
    ["5.45.207.1", true],
    ["5.45.207.200", false],
    ["141.8.142.127", true],
    ["::ffff:5.255.253.9", true],
    ["10.0.0.1", false],
    ["", false]
  ])("%s is the marketplace's: %s", (address, isTheirs) => {
    assert.strictEqual(isMarketAddress(address), isTheirs)
  })
})

describe("the request limit", { timeout: 30_000 }, () => {
  it.scopedLive("applies to each token", () =>
    Effect.gen(function* () {
      const server = yield* serving({ tokens: tokensOf("one", "two"), ratePerMinute: Option.some(3) })
      const statusWith = (token: string) => check(server, row("Спасибо"), { authorization: `Bearer ${token}` })
      for (const _ of [1, 2, 3]) assert.strictEqual((yield* statusWith("one")).status, 200)
      const refused = yield* statusWith("one")
      assert.strictEqual(refused.status, 429)
      const retryAfter = Number(refused.headers.get("retry-after"))
      assert.isTrue(retryAfter >= 1 && retryAfter <= 60)
      assert.deepInclude(json(refused), { code: "TooManyRequests" })
      assert.strictEqual((yield* statusWith("two")).status, 200)
      // Health checks are not limited.
      assert.strictEqual((yield* ask(`${server.url}/health`)).status, 200)
    })
  )

  it.scopedLive("counts attempts with wrong tokens by their address", () =>
    Effect.gen(function* () {
      const server = yield* serving({ tokens: tokensOf("one"), ratePerMinute: Option.some(2) })
      const guess = (token: string) =>
        Effect.map(check(server, row("Спасибо"), { authorization: `Bearer ${token}` }), ({ status }) => status)
      assert.deepStrictEqual(yield* Effect.forEach(["a", "b", "c", "one"], guess), [401, 401, 429, 200])
    })
  )

  it.scopedLive("counts a large body as several requests", () =>
    Effect.gen(function* () {
      const server = yield* serving({ ratePerMinute: Option.some(10) })
      const large = JSON.stringify({
        rows: Array.from({ length: 1_500 }, (_, id) => ({ id, text: "Спасибо за покупку, ждём вас ещё" }))
      })
      assert.isAbove(Buffer.byteLength(large), 100 * 1024)
      assert.strictEqual((yield* check(server, large)).status, 200)
      assert.strictEqual((yield* check(server, large)).status, 429)
    })
  )

  it.scopedLive("lets a body pass that alone exceeds it", () =>
    Effect.gen(function* () {
      const server = yield* serving({ ratePerMinute: Option.some(3) })
      const large = JSON.stringify({
        rows: Array.from({ length: 1_500 }, (_, id) => ({ id, text: "Спасибо за покупку" }))
      })
      assert.strictEqual((yield* check(server, large)).status, 200)
      assert.strictEqual((yield* check(server, row("Спасибо"))).status, 429)
    })
  )

  it.scopedLive("cannot be avoided with other spellings of a path", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      for (const path of ["/docs/", "/Docs", "//docs", "/health/", "/%68ealth", "/V1/CHECK", "/v1/check/"]) {
        assert.strictEqual((yield* ask(`${server.url}${path}`)).status, 404, path)
      }
      assert.isNotNull((yield* ask(`${server.url}/docs`)).headers.get("content-security-policy"))
    })
  )

  it.effect("does not apply to programs on this machine by default", () =>
    Effect.gen(function* () {
      const refusedOf = (rate: RequestRate, remoteAddress: string, headers: IncomingHttpHeaders = {}) =>
        Effect.map(
          Effect.forEach(Array.from({ length: defaultRate + 1 }), () =>
            Effect.either(rate.admit({ headers, httpVersion: "1.1", socket: { remoteAddress } }))
          ),
          (answers) => answers.filter(Either.isLeft).length
        )
      const none = new AccessTokens([])
      const unset = new RequestRate(none, Option.none())
      assert.strictEqual(yield* refusedOf(unset, "127.0.0.1"), 0)
      assert.strictEqual(yield* refusedOf(unset, "::1", { host: "[::1]:8080" }), 0)
      // A proxy on this machine forwards the requests of others.
      assert.strictEqual(yield* refusedOf(unset, "127.0.0.1", { "x-forwarded-for": "127.0.0.1" }), 1)
      assert.strictEqual(yield* refusedOf(unset, "203.0.113.5"), 1)
      assert.strictEqual(yield* refusedOf(new RequestRate(none, Option.some(defaultRate)), "127.0.0.1"), 1)
      assert.strictEqual(yield* refusedOf(new RequestRate(none, Option.some(0)), "203.0.113.5"), 0)
    })
  )
})

describe("paths", { timeout: 30_000 }, () => {
  it.scopedLive("that do not exist or have another method are refused", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const missing = yield* ask(`${server.url}/v1/checks/+79261234567?phone=+79261234567`)
      assert.strictEqual(missing.status, 404)
      assert.deepInclude(json(missing), { code: "NotFound" })
      const wrong = yield* ask(`${server.url}/v1/check`, { method: "PUT", body: "{}" })
      assert.strictEqual(wrong.status, 405)
      assert.strictEqual(wrong.headers.get("allow"), "POST")
      assert.strictEqual((yield* ask(`${server.url}/health`, { method: "DELETE" })).headers.get("allow"), "GET")
      // An unknown path may contain anything, so the log does not name it.
      assert.deepStrictEqual(
        server.log.map(({ method, path, status }) => [method, path, status]),
        [
          ["GET", "unknown", 404],
          ["PUT", "/v1/check", 405],
          ["DELETE", "/health", 405]
        ]
      )
    })
  )

  it.scopedLive("for health and readiness are answered", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      assert.deepInclude(json(yield* ask(`${server.url}/health`)), { status: "alive" })
      assert.deepInclude(json(yield* ask(`${server.url}/ready`)), { status: "ready", database: "not needed" })
      assert.strictEqual((yield* ask(`${server.url}/health`, { method: "HEAD" })).text, "")
    })
  )
})
