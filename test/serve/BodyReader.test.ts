import { IncomingMessage } from "node:http"
import { Socket } from "node:net"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Fiber } from "effect"
import { BodyReader } from "../../src/serve/BodyReader.ts"

const limits = { bytes: 100, patience: Duration.seconds(10) }

/** A request whose body is incomplete. */
const requestWith = (body: string): IncomingMessage => {
  const request = new IncomingMessage(new Socket())
  request.push(body)
  return request
}

const whole = (body: string): IncomingMessage => {
  const request = requestWith(body)
  request.push(null)
  return request
}

const long = "a".repeat(60)

describe("request bodies", () => {
  it.live("are read up to their total limit", () =>
    Effect.gen(function* () {
      const bodies = new BodyReader(100)
      const arriving = yield* Effect.fork(bodies.read(requestWith(long), limits))
      yield* Effect.sleep("10 millis")
      assert.strictEqual((yield* bodies.read(whole("a"), limits)).toString(), "a")
      assert.deepInclude(yield* Effect.flip(bodies.read(whole(long), limits)), { code: "Overloaded" })
      yield* Fiber.interrupt(arriving)
      assert.strictEqual((yield* bodies.read(whole(long), limits)).toString(), long)
    })
  )

  it.live("do not count towards the limit of another server", () =>
    Effect.gen(function* () {
      const arriving = yield* Effect.fork(new BodyReader(100).read(requestWith(long), limits))
      yield* Effect.sleep("10 millis")
      assert.strictEqual((yield* new BodyReader(100).read(whole(long), limits)).toString(), long)
      yield* Fiber.interrupt(arriving)
    })
  )

  it.live("are refused beyond their own limit, and no longer count", () =>
    Effect.gen(function* () {
      const bodies = new BodyReader(150)
      for (let asked = 0; asked < 3; asked++) {
        const refused = yield* Effect.flip(bodies.read(whole("a".repeat(101)), limits))
        assert.deepInclude(refused, { code: "BodyTooLarge" })
      }
      assert.strictEqual((yield* bodies.read(whole(long), limits)).toString(), long)
    })
  )
})
