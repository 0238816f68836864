import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Fiber, Layer, Option, TestClock } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { DeliveryProgress, newDeliveryState } from "../../src/mail/DeliveryProgress.ts"
import { deliver } from "../../src/mail/deliver.ts"
import {
  AnswerLost,
  AuthenticationRefused,
  type MailError,
  MessageRefused,
  RecipientRefused,
  SenderRefused,
  TemporaryRefusal,
  TlsRefused,
  Unreachable
} from "../../src/mail/MailError.ts"
import { Mailer } from "../../src/mail/Mailer.ts"
import { layerSmtp } from "../../src/mail/SmtpMailer.ts"
import { Outbox } from "../../src/store/Outbox.ts"
import { inStore } from "../store/temporaryStore.ts"
import { queueFor, serverAt } from "./mails.ts"
import { startSmtpServer } from "./smtpServer.ts"

const server = "mail.example:587"
const greylisted = new TemporaryRefusal({ status: 451, answer: "Greylisted" })
const unknownUser = new RecipientRefused({ status: 550, answer: "5.1.1 no such user" })
const closed = new Unreachable({ server, reason: "closed" })

/** The mails sent, with the seconds since the start. */
interface Attempt {
  readonly to: string
  readonly messageId: string
  readonly at: number
}

/** A mailer that fails as scripted and records the mails it gets. */
const scripted = (attempts: Array<Attempt>, answer: (to: string, attempt: number) => MailError | undefined) =>
  Layer.succeed(Mailer, {
    send: ({ to, messageId }) =>
      Effect.flatMap(TestClock.currentTimeMillis, (now) => {
        const before = attempts.filter((attempt) => attempt.to === to).length
        attempts.push({ to, messageId, at: Math.round(now / 1000) })
        const error = answer(to, before)
        return error === undefined ? Effect.void : Effect.fail(error)
      })
  })

/** Delivers while this much time passes on the test clock. */
const deliverWithin = (time: Duration.DurationInput) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.fork(deliver)
    const seconds = Duration.toSeconds(time)
    for (let second = 0; second < seconds; second += 10) yield* TestClock.adjust("10 seconds")
    return yield* Fiber.join(fiber)
  })

/** Advances the test clock by seconds until a condition holds, leaving real time for the disk and the network. */
const passUntil = (holds: () => boolean) =>
  Effect.gen(function* () {
    while (!holds()) {
      yield* TestClock.adjust("1 second")
      yield* Effect.promise(() => new Promise((resolve) => setTimeout(resolve, 5)))
    }
  })

/** The result of a fiber, while time passes for it. */
const passTo = <A, E>(fiber: Fiber.RuntimeFiber<A, E>) =>
  Effect.gen(function* () {
    let isDone = false
    fiber.addObserver(() => {
      isDone = true
    })
    yield* passUntil(() => isDone)
    return yield* Fiber.join(fiber)
  })

const statesIn = Effect.flatMap(Outbox, ({ pending }) =>
  Effect.map(pending, (mails) => mails.map(({ recipient, state }) => `${recipient} ${state}`))
)

describe("a delivery", () => {
  it.effect("sends each mail once; a second delivery sends nothing", () =>
    inStore(
      Effect.gen(function* () {
        const attempts: Array<Attempt> = []
        const mailer = scripted(attempts, () => undefined)
        yield* queueFor(["a@x.example", "b@x.example"])
        yield* queueFor(["a@x.example", "b@x.example"])
        const first = yield* Effect.provide(deliver, mailer)
        const second = yield* Effect.provide(deliver, mailer)
        assert.deepStrictEqual([first.sent, second.sent], [2, 0])
        assert.deepStrictEqual(
          attempts.map(({ to }) => to),
          ["a@x.example", "b@x.example"]
        )
      })
    )
  )

  it.effect("retries at a greylisting server after minutes without delaying others", () =>
    inStore(
      Effect.gen(function* () {
        const attempts: Array<Attempt> = []
        const mailer = scripted(attempts, (to, attempt) =>
          to === "grey@x.example" && attempt < 3 ? greylisted : undefined
        )
        yield* queueFor(["grey@x.example", "other@x.example"])
        const { sent, undelivered } = yield* Effect.provide(deliverWithin("10 minutes"), mailer)
        assert.deepStrictEqual([sent, undelivered], [2, []])
        assert.deepStrictEqual(
          attempts.map(({ to, at }) => `${to} ${at - (attempts[0]?.at ?? 0)}`),
          ["grey@x.example 0", "other@x.example 0", "grey@x.example 60", "grey@x.example 180", "grey@x.example 420"]
        )
      })
    )
  )

  it.effect("reports which mails wait, why, and until when", () =>
    inStore(
      Effect.gen(function* () {
        const mailer = scripted([], (to, attempt) => (to === "grey@x.example" && attempt < 2 ? greylisted : undefined))
        yield* queueFor(["grey@x.example", "other@x.example"])
        const progress = newDeliveryState()
        const fiber = yield* deliver.pipe(
          Effect.provide(mailer),
          Effect.provideService(DeliveryProgress, progress),
          Effect.fork
        )
        const untilOf = () => [...progress.waiting.values()].map(({ until }) => until)[0] ?? 0
        yield* passUntil(() => progress.sent === 1 && progress.waiting.size === 1)
        const [waiting] = progress.waiting.values()
        assert.deepStrictEqual([waiting?.mail.recipient, waiting?.error], ["grey@x.example", greylisted])
        const first = untilOf()
        const left = first - (yield* TestClock.currentTimeMillis)
        assert.isTrue(left > 0 && left <= 60_000, `${left} ms`)
        yield* passUntil(() => progress.waiting.size === 1 && untilOf() > first)
        assert.isTrue(untilOf() >= first + 120_000)
        yield* passTo(fiber)
        assert.deepStrictEqual([progress.mails, progress.sent, progress.waiting.size], [2, 2, 0])
      })
    )
  )

  it.effect("leaves undelivered mails to the next delivery, under the same Message-ID", () =>
    inStore(
      Effect.gen(function* () {
        for (const error of [greylisted, closed, new AnswerLost({ server })]) {
          const attempts: Array<Attempt> = []
          yield* queueFor(["a@x.example"], { runId: error._tag })
          const first = yield* Effect.provide(
            deliverWithin("40 minutes"),
            scripted(attempts, () => error)
          )
          assert.deepStrictEqual([first.sent, first.undelivered.map((one) => one.error)], [0, [error]])
          assert.isTrue(attempts.length > 2, `${error._tag}: ${attempts.length} attempts`)
          assert.deepStrictEqual(yield* statesIn, [
            `a@x.example ${error._tag === "AnswerLost" ? "unknown" : "temporary"}`
          ])
          const second = yield* Effect.provide(
            deliver,
            scripted(attempts, () => undefined)
          )
          assert.strictEqual(second.sent, 1)
          assert.strictEqual(new Set(attempts.map(({ messageId }) => messageId)).size, 1)
        }
      })
    )
  )

  it.effect("gives up a permanently refused address, and remembers it", () =>
    inStore(
      Effect.gen(function* () {
        const attempts: Array<Attempt> = []
        const mailer = scripted(attempts, (to) => (to === "gone@x.example" ? unknownUser : undefined))
        yield* queueFor(["gone@x.example", "b@x.example"])
        const { sent, undelivered } = yield* Effect.provide(deliverWithin("1 hour"), mailer)
        assert.deepStrictEqual([sent, undelivered.map(({ mail }) => mail.recipient)], [1, ["gone@x.example"]])
        assert.strictEqual(attempts.length, 2)
        assert.strictEqual((yield* Effect.provide(deliver, mailer)).sent, 0)
        const { refused } = yield* Outbox
        assert.deepStrictEqual(yield* refused, [{ recipient: "gone@x.example", answer: "550 5.1.1 no such user" }])

        // Corrected: once a later mail has been sent, the address is treated like any other.
        yield* TestClock.adjust("1 day")
        yield* queueFor(["gone@x.example"], { runId: "run-2" })
        yield* Effect.provide(
          deliver,
          scripted(attempts, () => undefined)
        )
        assert.deepStrictEqual(yield* refused, [])
      })
    )
  )

  it.effect("keeps sending to an address whose server refused one mail", () =>
    inStore(
      Effect.gen(function* () {
        const attempts: Array<Attempt> = []
        const tooLong = new MessageRefused({ status: 552, answer: "5.3.4 too long" })
        yield* queueFor(["a@x.example", "b@x.example"])
        const mailer = scripted(attempts, (to) => (to === "a@x.example" ? tooLong : undefined))
        const { sent, undelivered } = yield* Effect.provide(deliverWithin("1 hour"), mailer)
        assert.deepStrictEqual([sent, undelivered.map(({ error }) => error)], [1, [tooLong]])
        assert.deepStrictEqual([attempts.length, yield* statesIn], [2, []])
        const { refused, undelivered: ends } = yield* Outbox
        assert.deepStrictEqual(yield* refused, [])
        assert.deepStrictEqual(
          (yield* ends([BusinessId.make("1001")], 0, Number.MAX_SAFE_INTEGER)).map(({ recipient, end }) => [
            recipient,
            end
          ]),
          [["a@x.example", "messageRefused"]]
        )
      })
    )
  )

  it.effect("tries once if every other mail would fail in the same way", () =>
    inStore(
      Effect.gen(function* () {
        for (const error of [
          new AuthenticationRefused({ server, status: 535, answer: "" }),
          new TlsRefused({ server, security: "required", detail: "CERT_HAS_EXPIRED" }),
          new SenderRefused({ server, status: 553, answer: "" })
        ]) {
          const attempts: Array<Attempt> = []
          const addresses = ["a@x.example", "b@x.example", "c@x.example", "d@x.example"]
          yield* queueFor(addresses, { runId: error._tag })
          const { undelivered } = yield* Effect.provide(
            deliver,
            scripted(attempts, () => error)
          )
          assert.deepStrictEqual(
            undelivered.map(({ mail }) => mail.recipient),
            addresses
          )
          // The mails in flight at that moment may have been tried too.
          assert.isTrue(attempts.length <= 2, `${attempts.length} attempts`)
          assert.strictEqual(
            (yield* Effect.provide(
              deliver,
              scripted(attempts, () => undefined)
            )).sent,
            4
          )
        }
      })
    )
  )

  it.effect("gives up a mail after five days, and reports it", () =>
    inStore(
      Effect.gen(function* () {
        const attempts: Array<Attempt> = []
        yield* queueFor(["a@x.example"])
        yield* Effect.provide(
          deliverWithin("40 minutes"),
          scripted(attempts, () => greylisted)
        )
        yield* TestClock.adjust("6 days")
        const mailer = scripted(attempts, () => undefined)
        assert.strictEqual((yield* Effect.provide(deliver, mailer)).sent, 0)
        assert.deepStrictEqual(yield* statesIn, [])
      })
    )
  )

  it.effect("is done by one of two concurrent processes", () =>
    inStore(
      Effect.gen(function* () {
        const attempts: Array<Attempt> = []
        const slow = Layer.succeed(Mailer, {
          send: ({ to, messageId }) =>
            Effect.delay(
              Effect.sync(() => attempts.push({ to, messageId, at: 0 })),
              "5 seconds"
            )
        })
        yield* queueFor(["a@x.example", "b@x.example"])
        const first = yield* Effect.fork(Effect.provide(deliver, slow))
        const second = yield* Effect.fork(Effect.provide(deliver, slow))
        const sent = [(yield* passTo(first)).sent, (yield* passTo(second)).sent]
        assert.deepStrictEqual(sent.toSorted(), [0, 2])
        assert.strictEqual(attempts.length, 2)
      })
    )
  )

  it.effect("passes a real greylisting server", () =>
    inStore(
      Effect.gen(function* () {
        const seen = new Set<string>()
        const real = yield* startSmtpServer({
          onRecipient: (address) => {
            if (seen.has(address)) return "accept"
            seen.add(address)
            return { status: 451, text: "4.7.1 Greylisted, come again" }
          }
        })
        yield* queueFor(["a@x.example", "b@x.example", "c@x.example"])
        const fiber = yield* Effect.fork(Effect.provide(deliver, layerSmtp(serverAt(real.port), Option.none())))
        while (real.taken.length < 3) {
          yield* Effect.promise(() => new Promise((resolve) => setTimeout(resolve, 20)))
          yield* TestClock.adjust("1 minute")
        }
        assert.strictEqual((yield* Fiber.join(fiber)).sent, 3)
        assert.strictEqual(real.steps.filter((step) => step.startsWith("RCPT")).length, 6)
      })
    )
  )
})
