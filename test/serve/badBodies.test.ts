import { gzipSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { leastOfMessage, longestRowText } from "../../src/serve/rowLimits.ts"
import { head, rawSocket } from "./rawSocket.ts"
import { check, json, phone, row, serving } from "./serving.ts"

/** A text that must not occur in answers or in the log. */
const secret = "+7 926 123-45-67"

const refused: ReadonlyArray<readonly [string, string | Uint8Array, number, object]> = [
  ["nothing", "", 400, { code: "NotJson" }],
  ["no JSON", `{"id": "a1", "text": "${secret}`, 400, { code: "NotJson" }],
  ["JSON nested a million deep", "[".repeat(500_000), 400, { code: "NotJson" }],
  ["no UTF-8", Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, { code: "NotUtf8" }],
  ["CP1251", Buffer.from([0x7b, 0xcf, 0xf0, 0xe8, 0x7d]), 400, { code: "NotUtf8" }],
  ["a number", "5", 422, { code: "NotObject" }],
  ["null", "null", 422, { code: "NotObject" }],
  ["a list without its object", `[${row("a")}]`, 422, { code: "NotObject" }],
  ["no id", '{"text":"a"}', 422, { code: "WrongValue", path: "id", expected: "a string or a number" }],
  ["neither text nor messages", '{"id":"a1"}', 422, { code: "TextOrMessages", id: "a1" }],
  ["a text that is a number", '{"id":"a1","text":79261234567}', 422, { code: "WrongValue", path: "text", id: "a1" }],
  [
    "an unknown sender",
    JSON.stringify({
      id: 5,
      messages: [
        { sender: "PARTNER", text: "a" },
        { sender: secret, text: "b" }
      ]
    }),
    422,
    { code: "WrongValue", path: "messages[1].sender", expected: "PARTNER, CUSTOMER, MARKET or SUPPORT", id: 5 }
  ],
  [
    "an unknown country",
    '{"id":"a","text":"b","region":"UK"}',
    422,
    {
      code: "WrongValue",
      path: "region",
      expected: "a country of two capital letters such as RU (did you mean GB?)"
    }
  ],
  ["a country of three letters", '{"id":"a","text":"b","region":"RUS"}', 422, { code: "WrongValue", path: "region" }],
  ["a text beside rows", `{"rows":[${row("a")}],"text":"${secret}"}`, 422, { code: "RowsAndText" }],
  ["rows that are no list", '{"rows":{"id":"a"}}', 422, { code: "WrongValue", path: "rows" }],
  ["a text longer than any message", row("ы".repeat(longestRowText + 1)), 413, { code: "RowTooLong", id: "a1" }],
  [
    "too many messages",
    JSON.stringify({
      id: "a1",
      messages: Array.from({ length: longestRowText / leastOfMessage + 1 }, () => ({ sender: "PARTNER", text: "8" }))
    }),
    413,
    { code: "RowTooLong", id: "a1" }
  ],
  ["a megabyte and more", row("a".repeat(1024 * 1024)), 413, { code: "BodyTooLarge" }],
  ["ten megabytes", row(secret.repeat(640_000)), 413, { code: "BodyTooLarge" }]
]

describe("bad bodies", { timeout: 30_000 }, () => {
  it.scopedLive.each(refused)("%s: an error with a code and a path, which quotes nothing", ([, body, status, told]) =>
    Effect.gen(function* () {
      const server = yield* serving()
      const answer = yield* check(server, body)
      assert.strictEqual(answer.status, status)
      assert.strictEqual(answer.headers.get("content-type"), "application/json")
      assert.deepInclude(json(answer), told)
      assert.notInclude(answer.text + JSON.stringify(server.log), secret)
      assert.deepInclude(server.log.at(-1), { path: "/v1/check", status })
      // The server still works.
      assert.strictEqual((yield* check(server, row("Спасибо"))).status, 200)
    })
  )

  it.scopedLive.each([
    { "content-type": "text/plain" },
    { "content-type": "" },
    { "content-type": "multipart/form-data; boundary=x" },
    { "content-type": "application/json; charset=windows-1251" }
  ])("%o is an unsupported content type", (headers) =>
    Effect.gen(function* () {
      const answer = yield* check(yield* serving(), row("Спасибо"), headers)
      assert.deepInclude(json(answer), { code: "UnsupportedMediaType" })
      assert.strictEqual(answer.status, 415)
    })
  )

  it.scopedLive("a body without a type is read as JSON", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const socket = yield* rawSocket(server.port)
      const body = row("Thank you")
      yield* socket.write(`POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
      assert.match(yield* socket.received("verdict"), /^HTTP\/1\.1 200 /)
    })
  )

  it.scopedLive("a compressed body is refused", () =>
    Effect.gen(function* () {
      const answer = yield* check(yield* serving(), gzipSync(row("Спасибо")), { "content-encoding": "gzip" })
      assert.strictEqual(answer.status, 415)
    })
  )

  it.scopedLive("a line that cannot be read is answered in its place", () =>
    Effect.gen(function* () {
      const body = Buffer.concat([Buffer.from(`${row("Спасибо", "a")}\n`), Buffer.from([0xff]), Buffer.from("\n{")])
      const answer = yield* check(yield* serving(), body, { "content-type": "application/x-ndjson" })
      assert.strictEqual(answer.status, 200)
      assert.match(answer.text, /"a".*\n.*line 2: the row is not UTF-8.*\n.*line 3: the row is not JSON/)
    })
  )
})

describe("broken and slow clients", { timeout: 30_000 }, () => {
  it.scopedLive("a chunked body is refused as soon as it exceeds the limit", () =>
    Effect.gen(function* () {
      const server = yield* serving({ bodyLimit: 4096 })
      const socket = yield* rawSocket(server.port)
      yield* socket.write(head("Transfer-Encoding: chunked"))
      yield* socket.write(`1000\r\n${"a".repeat(0x1000)}\r\n1\r\na\r\n`)
      assert.match(yield* socket.received("BodyTooLarge"), /^HTTP\/1\.1 413 /)
    })
  )

  it.scopedLive("a body with a declared length over the limit is refused before it arrives", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const socket = yield* rawSocket(server.port)
      yield* socket.write(head("Content-Length: 10000000000"))
      assert.match(yield* socket.received("BodyTooLarge"), /^HTTP\/1\.1 413 /)
    })
  )

  it.scopedLive.each<readonly [string, string, RegExp]>([
    [
      "a request target in absolute form",
      "POST http://localhost/v1/check HTTP/1.1|Host: localhost",
      /^HTTP\/1\.1 200 .*verdict/s
    ],
    ["an unknown expectation", "POST /v1/check HTTP/1.1|Host: localhost|Expect: foo", /^HTTP\/1\.1 200 .*verdict/s],
    ["a request without a host", "POST /v1/check HTTP/1.1", /^HTTP\/1\.1 400 .*"code":"BadRequest"/s],
    [
      "a tunnel",
      "CONNECT example.net:443 HTTP/1.1|Host: example.net:443",
      /^HTTP\/1\.1 405 .*allow: .*"code":"MethodNotAllowed"/is
    ]
  ])("%s is answered", ([_, lines, answer]) =>
    Effect.gen(function* () {
      const socket = yield* rawSocket((yield* serving()).port)
      const body = row("Thank you")
      yield* socket.write(
        [...lines.split("|"), `Content-Length: ${body.length}`, "Connection: close", "", body].join("\r\n")
      )
      assert.match(yield* socket.closed, answer)
    })
  )

  it.scopedLive("a client that keeps sending a refused body is disconnected", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const socket = yield* rawSocket(server.port)
      yield* socket.write(head("Content-Length: 10000000000"))
      yield* socket.received("BodyTooLarge")
      const piece = Buffer.alloc(1024 * 1024, "a")
      yield* Effect.forEach(Array.from({ length: 40 }), () => Effect.zipRight(socket.write(piece), Effect.sleep(5)))
      yield* socket.closed
    })
  )

  it.scopedLive("a slow body is refused after its timeout, and others are answered meanwhile", () =>
    Effect.gen(function* () {
      const server = yield* serving({ bodyPatience: Duration.seconds(4) })
      const slow = yield* Effect.forEach(Array.from({ length: 50 }), () => rawSocket(server.port))
      for (const socket of slow) yield* socket.write(`${head("Content-Length: 100")}{"id"`)
      const first = yield* Effect.race(
        Effect.map(check(server, row(phone)), ({ status }) => `answered with ${status}`),
        Effect.as(Effect.raceAll(slow.map(({ closed }) => closed)), "a slow one was refused")
      )
      assert.strictEqual(first, "answered with 200")
      for (const socket of slow) {
        const answer = yield* socket.closed
        assert.match(answer, /^HTTP\/1\.1 408 /)
        assert.match(answer, /"code":"RequestTooSlow"/)
      }
    })
  )

  it.scopedLive("invalid HTTP is refused in the same form", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const nonsense = yield* rawSocket(server.port)
      yield* nonsense.write("DROP TABLE chats\r\n\r\n")
      assert.match(yield* nonsense.closed, /^HTTP\/1\.1 400 [\s\S]*"code":"BadRequest"/)
      const large = yield* rawSocket(server.port)
      yield* large.write(head(`X-Large: ${"a".repeat(20_000)}`))
      assert.match(yield* large.closed, /^HTTP\/1\.1 431 [\s\S]*"code":"HeaderTooLarge"/)
      const broken = yield* rawSocket(server.port)
      yield* broken.write(`${head("Transfer-Encoding: chunked")}zz\r\n`)
      assert.match(yield* broken.closed, /^HTTP\/1\.1 400 /)
    })
  )

  it.scopedLive("a client that disconnects is only logged", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const socket = yield* rawSocket(server.port)
      yield* socket.write(`${head("Content-Length: 100")}{"id"`)
      yield* Effect.sleep(50)
      yield* socket.destroy
      yield* Effect.sleep(50)
      assert.deepInclude(server.log.at(-1), { path: "/v1/check", status: 499 })
      assert.strictEqual((yield* check(server, row("Спасибо"))).status, 200)
    })
  )

  it.scopedLive("one row is answered while others send thousands", () =>
    Effect.gen(function* () {
      const server = yield* serving()
      const many = JSON.stringify({ rows: Array.from({ length: 8_000 }, (_, id) => ({ id, text: `${phone} ${id}` })) })
      const large = yield* Effect.fork(
        Effect.all(
          Array.from({ length: 4 }, () => check(server, many)),
          { concurrency: 4 }
        )
      )
      yield* Effect.sleep(100)
      const statuses = yield* Effect.forEach(Array.from({ length: 10 }), () => check(server, row("Спасибо")))
      // All of them are answered before the first of the large ones.
      assert.deepStrictEqual(
        server.log.map(({ rows }) => rows),
        statuses.map(() => 1)
      )
      yield* large
    })
  )
})
