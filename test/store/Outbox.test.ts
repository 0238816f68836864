import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Schema, TestClock } from "effect"
import { Database } from "../../src/store/Database.ts"
import { Outbox, type QueuedMail } from "../../src/store/Outbox.ts"
import { businessId } from "./sampleChats.ts"
import { inStore } from "./temporaryStore.ts"

const mail = (recipient: string, facts: Partial<QueuedMail> = {}): QueuedMail => ({
  businessId,
  runId: "run-1",
  kind: "digest",
  recipient,
  messageId: `${recipient}.${facts.runId ?? "run-1"}`,
  sender: "bot@shop.example",
  content: `to ${recipient}`,
  ...facts
})

const ContentRow = Schema.Struct({ recipient: Schema.String, content: Schema.NullOr(Schema.String) })

/** The stored content of each mail. */
const contents = Effect.gen(function* () {
  const { sql, run } = yield* Database
  const rows = yield* run(sql`SELECT recipient, content FROM outbox ORDER BY recipient`)
  return (yield* Schema.decodeUnknown(Schema.Array(ContentRow))(rows)).map(({ content }) => content)
})

describe("the outbox", () => {
  it.effect("queues a mail once, keeping the first version", () =>
    inStore(
      Effect.gen(function* () {
        const outbox = yield* Outbox
        yield* outbox.queue([mail("a"), mail("b")])
        yield* outbox.queue([mail("a", { messageId: "another", content: "another" }), mail("c")])
        assert.deepStrictEqual(yield* contents, ["to a", "to b", "to c"])
      })
    )
  )

  it.effect("lists the undelivered mails of a period", () =>
    inStore(
      Effect.gen(function* () {
        const outbox = yield* Outbox
        const refuse = (recipient: string) =>
          outbox.failed(mail(recipient), { state: "permanent", error: "RecipientRefused", answer: "550 no such user" })
        yield* outbox.queue([mail("early@x"), mail("gone@x"), mail("late@x"), mail("sent@x"), mail("waits@x")])
        yield* refuse("early@x")
        yield* TestClock.setTime(1000)
        yield* refuse("gone@x")
        yield* outbox.sent(mail("sent@x"))
        yield* outbox.failed(mail("waits@x"), { state: "temporary", error: "TemporaryRefusal", answer: "451 later" })
        yield* TestClock.setTime(2000)
        yield* refuse("late@x")
        assert.deepStrictEqual(yield* outbox.undelivered([businessId], 1000, 2000), [
          {
            businessId,
            recipient: "gone@x",
            end: "refused",
            answer: "550 no such user",
            at: "1970-01-01T00:00:01.000Z"
          }
        ])
        assert.deepStrictEqual(yield* outbox.undelivered([], 0, 5000), [])
        yield* outbox.recover(1)
        const ends = yield* outbox.undelivered([businessId], 2000, 3000)
        assert.deepStrictEqual(
          ends.map(({ recipient, end }) => `${recipient} ${end}`),
          ["late@x refused", "waits@x expired"]
        )
      })
    )
  )

  it.effect("queues all mails of a call or none", () =>
    inStore(
      Effect.gen(function* () {
        const outbox = yield* Outbox
        const { sql, run } = yield* Database
        yield* run(sql`CREATE TRIGGER refuse BEFORE INSERT ON outbox WHEN NEW.recipient = 'b'
          BEGIN SELECT RAISE(ABORT, 'no more'); END`)
        assert.strictEqual((yield* Effect.flip(outbox.queue([mail("a"), mail("b")])))._tag, "StoreError")
        assert.deepStrictEqual(yield* contents, [])
      })
    )
  )

  it.effect("deletes a mail's content once it was delivered or given up, and not before", () =>
    inStore(
      Effect.gen(function* () {
        const outbox = yield* Outbox
        const [sent, refused, waiting] = [mail("a"), mail("b"), mail("c")]
        yield* outbox.queue([sent, refused, waiting])
        for (const one of [sent, refused, waiting]) {
          assert.deepStrictEqual(yield* outbox.begin(one), Option.some(one.content))
        }
        yield* outbox.sent(sent)
        yield* outbox.failed(refused, { state: "permanent", error: "RecipientRefused", answer: "550" })
        yield* outbox.failed(waiting, { state: "temporary", error: "TemporaryRefusal", answer: "451" })
        assert.deepStrictEqual(yield* contents, [null, null, "to c"])
        assert.deepStrictEqual(yield* outbox.begin(sent), Option.none())
        assert.deepStrictEqual(yield* outbox.begin(refused), Option.none())
        assert.deepStrictEqual(
          (yield* outbox.pending).map(({ recipient, state }) => [recipient, state]),
          [["c", "temporary"]]
        )
      })
    )
  )

  it.effect("marks a mail as unknown if the process ended while sending it", () =>
    inStore(
      Effect.gen(function* () {
        const outbox = yield* Outbox
        yield* outbox.queue([mail("a"), mail("b")])
        yield* outbox.begin(mail("a"))
        yield* outbox.recover(0)
        assert.deepStrictEqual(
          (yield* outbox.pending).map(({ recipient, state, messageId }) => [recipient, state, messageId]),
          [
            ["a", "unknown", "a.run-1"],
            ["b", "queued", "b.run-1"]
          ]
        )
      })
    )
  )

  it.effect("lists failures since the last mail, and drops an address's refusal once a mail was delivered to it", () =>
    inStore(
      Effect.gen(function* () {
        const outbox = yield* Outbox
        yield* outbox.queue([mail("a")])
        yield* TestClock.adjust("1 minute")
        yield* outbox.failed(mail("a"), { state: "permanent", error: "RecipientRefused", answer: "550 gone" })
        assert.strictEqual((yield* outbox.failedBetween(businessId, 0, 60_000)).length, 1)
        assert.strictEqual((yield* outbox.failedBetween(businessId, 60_001, 90_000)).length, 0)
        assert.strictEqual((yield* outbox.failedBetween(businessId, 0, 59_999)).length, 0)
        assert.deepStrictEqual(yield* outbox.refused, [{ recipient: "a", answer: "550 gone" }])
        yield* TestClock.adjust("1 minute")
        const later = mail("a", { runId: "run-2" })
        yield* outbox.queue([later])
        yield* outbox.sent(later)
        assert.deepStrictEqual(yield* outbox.refused, [])
      })
    )
  )
})
