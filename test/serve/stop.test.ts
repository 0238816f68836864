import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Exit, Scope } from "effect"
import { head, rawSocket } from "./rawSocket.ts"
import { check, phone, row, serving } from "./serving.ts"

/** Starts a server that a test can stop. */
const stoppable = (more: Parameters<typeof serving>[0] = {}) =>
  Effect.gen(function* () {
    const scope = yield* Scope.make()
    const server = yield* Scope.extend(serving(more), scope)
    return { server, stop: Scope.close(scope, Exit.void) }
  })

describe("a stopping server", { timeout: 30_000 }, () => {
  it.scopedLive("answers open requests, and accepts no others", () =>
    Effect.gen(function* () {
      const { server, stop } = yield* stoppable()
      const body = row(phone)
      const open = yield* rawSocket(server.port)
      const half = Math.floor(Buffer.byteLength(body) / 2)
      yield* open.write(head(`Content-Length: ${Buffer.byteLength(body)}`))
      yield* open.write(Buffer.from(body).subarray(0, half))
      yield* Effect.sleep(50)
      const stopping = yield* Effect.fork(stop)
      yield* Effect.sleep(50)
      const refused = yield* Effect.either(Effect.tryPromise(() => fetch(`${server.url}/health`)))
      assert.strictEqual(refused._tag, "Left")
      yield* open.write(Buffer.from(body).subarray(half))
      const answer = yield* open.closed
      assert.match(answer, /^HTTP\/1\.1 200 /)
      assert.match(answer, /connection: close/i)
      assert.match(answer, /"verdict":"block"/)
      yield* stopping
    })
  )

  it.scopedLive("closes idle connections at once", () =>
    Effect.gen(function* () {
      const { server, stop } = yield* stoppable()
      // fetch keeps its connection for the next request.
      yield* check(server, row("Спасибо"))
      const began = performance.now()
      yield* stop
      assert.isBelow(performance.now() - began, 1_000)
    })
  )

  it.scopedLive("closes connections on which nothing was received at once", () =>
    Effect.gen(function* () {
      const { server, stop } = yield* stoppable()
      const silent = yield* rawSocket(server.port)
      yield* Effect.sleep(50)
      const began = performance.now()
      yield* stop
      assert.isBelow(performance.now() - began, 1_000)
      yield* silent.closed
    })
  )

  it.scopedLive("does not wait longer than usual for headers", () =>
    Effect.gen(function* () {
      const { server, stop } = yield* stoppable({ grace: Duration.seconds(20) })
      const slow = yield* rawSocket(server.port)
      yield* slow.write("POST /v1/check HTTP/1.1\r\nHost: ")
      yield* Effect.sleep(50)
      const began = performance.now()
      yield* stop
      assert.isBelow(performance.now() - began, 15_000)
    })
  )

  it.scopedLive("disconnects clients that do not finish", () =>
    Effect.gen(function* () {
      const { server, stop } = yield* stoppable({ grace: Duration.millis(200) })
      const open = yield* rawSocket(server.port)
      yield* open.write(`${head("Content-Length: 100")}{`)
      yield* Effect.sleep(50)
      const began = performance.now()
      yield* stop
      assert.isBelow(performance.now() - began, 2_000)
      yield* open.closed
    })
  )

  it.scopedLive("reports an address that it cannot listen on", () =>
    Effect.gen(function* () {
      const { port } = yield* serving()
      const taken = yield* Effect.flip(serving({ port }))
      assert.deepInclude(taken, { _tag: "ListenError", port, reason: "EADDRINUSE" })
    })
  )
})
