import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { seededRandom } from "../../src/sandbox/seededRandom.ts"
import { startChild } from "../store/startChild.ts"
import { storeAt, temporaryFolder } from "../store/temporaryStore.ts"
import { queueFor } from "./mails.ts"
import { startSmtpServer, type TestServer } from "./smtpServer.ts"
import { marksIn, noteUnanswered, timesTaken } from "./unansweredMails.ts"

/** The number of kills; set CHATLINT_KILLS for more. */
const kills = Math.max(50, Number(process.env.CHATLINT_KILLS ?? 0))

const recipients = Array.from({ length: 60 }, (_, index) => `reader${index}@shop.example`)

/** Waits until the server receives the next mail. */
const hasBegunToSend = (server: TestServer) =>
  Effect.suspend(() => {
    const before = server.steps.length
    return Effect.repeat(Effect.sleep("2 millis"), { until: () => server.steps.length > before })
  })

describe("a delivery that is killed", () => {
  it.scopedLive(
    `${kills} times brings each mail once, and twice only where no answer was seen`,
    () =>
      Effect.gen(function* () {
        const path = join(yield* temporaryFolder, "chatlint.db")
        const random = seededRandom(11)
        const server = yield* startSmtpServer({ thinks: () => random() * 40 })
        const startDelivery = startChild("../../mail/children/deliverAll", path, String(server.port))
        let queued = 0
        const queueMore = Effect.suspend(() =>
          Effect.provide(queueFor(recipients, { runId: `run-${++queued}` }), storeAt(path))
        )
        /** Mails that the server had accepted and the process had not yet recorded when it was killed. */
        const unanswered = new Map<string, number>()
        yield* queueMore
        for (let kill = 0; kill < kills; kill += 1) {
          const child = yield* startDelivery
          // Some kills hit the start, most of them the sending, however fast the machine is.
          if (kill % 5 === 0) yield* Effect.sleep(random() * 400)
          else yield* Effect.race(hasBegunToSend(server), Effect.asVoid(child.ended))
          yield* Effect.sleep(random() * 120)
          yield* child.kill("SIGKILL")
          yield* child.ended
          // The server still accepts what the process had already sent.
          yield* Effect.sleep(60)
          const open = yield* noteUnanswered(path, server, unanswered)
          if (open.every(({ state }) => state === "sent")) yield* queueMore
        }
        const last = yield* startDelivery
        assert.strictEqual(yield* last.ended, 0)

        const end = yield* marksIn(path)
        assert.strictEqual(end.length, queued * recipients.length)
        for (const { message_id, state } of end) {
          const times = timesTaken(server, message_id)
          assert.strictEqual(state, "sent", message_id)
          assert.strictEqual(times, 1 + (unanswered.get(message_id) ?? 0), message_id)
        }
        // Each copy went to the single recipient of its Message-ID.
        for (const { messageId, to } of server.taken) {
          assert.strictEqual(messageId.split(".").slice(1).join("."), `${to.join().replace("@", ".")}@romashka.example`)
        }
        assert.isTrue(unanswered.size > 0, "no kill fell between a mail and its answer")
      }),
    300_000
  )
})
