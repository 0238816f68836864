import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Schema, Stream } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { Finding } from "../../src/domain/Finding.ts"
import { ChatProgress } from "../../src/store/ChatProgress.ts"
import { Database } from "../../src/store/Database.ts"
import { Findings } from "../../src/store/Findings.ts"
import { Runs } from "../../src/store/Runs.ts"
import { businessId, commit, finding, listedChat, pendingIn, readTo, rules } from "./sampleChats.ts"
import { inStore } from "./temporaryStore.ts"

const rows = 100_000

setFlagsFromString("--expose-gc")
const collectGarbage: () => void = runInNewContext("gc")

/** Bytes in use after a garbage collection. */
const bytesInUse = (): number => {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const everyFinding = (runId: string) =>
  Effect.flatMap(Findings, ({ reported }) =>
    Effect.map(Stream.runCollect(reported(runId, [businessId])), (found) => [...found])
  )

describe("findings", () => {
  it.effect("are reported as found, with the chat's order and times in UTC, and match the schema", () =>
    inStore(
      Effect.gen(function* () {
        const runs = yield* Runs
        const run = yield* runs.open(rules)
        yield* runs.openBusiness(run.id, businessId)
        yield* (yield* ChatProgress).listed(run.id, businessId, [listedChat(7, 5000, "9007199254740993")])
        const [chat] = yield* pendingIn(run.id)
        yield* commit(run.id, chat ?? assert.fail("no chat"), readTo(5), [
          finding("a"),
          { ...finding("b", "9223372036854775807"), writtenAt: Option.none() }
        ])
        yield* runs.finish(run, [businessId], rules)
        const found = yield* everyFinding(run.id)
        const common = {
          rule: "phone-number",
          severity: "error",
          confidence: 0.98,
          status: "new",
          businessId: "1001",
          chatId: "7",
          orderId: "9007199254740993",
          context: "ORDER",
          match: "+7926•••••42",
          excerpt: "звоните ██████"
        }
        assert.deepStrictEqual<unknown>(
          found.map((one) => Schema.encodeSync(Finding)(one)),
          [
            { ...common, id: "b", at: null, spans: [{ messageId: "9223372036854775807", start: 3, end: 19 }] },
            { ...common, id: "a", at: "2026-05-28T20:26:40.000Z", spans: [{ messageId: "5", start: 3, end: 19 }] }
          ]
        )
      })
    )
  )

  it.effect("of another business are neither reported nor counted", () =>
    inStore(
      Effect.gen(function* () {
        const runs = yield* Runs
        const run = yield* runs.open(rules)
        yield* runs.openBusiness(run.id, businessId)
        yield* (yield* ChatProgress).listed(run.id, businessId, [listedChat(7)])
        for (const chat of yield* pendingIn(run.id)) yield* commit(run.id, chat, readTo(5), [finding("a")])
        yield* runs.finish(run, [businessId], rules)
        const { reported, counts } = yield* Findings
        const other = [BusinessId.make("1002")]
        assert.strictEqual(yield* Stream.runCount(reported(run.id, other)), 0)
        assert.deepStrictEqual(yield* counts(run.id, other), [])
        assert.strictEqual(yield* Stream.runCount(reported(run.id, [])), 0)
        assert.deepStrictEqual(yield* counts(run.id, []), [])
        assert.deepStrictEqual<unknown>(yield* counts(run.id, [businessId]), [
          { rule: "phone-number", severity: "error", status: "new", findings: 1 }
        ])
      })
    )
  )

  it.effect(
    "are streamed, a hundred thousand of them in little memory",
    () =>
      inStore(
        Effect.gen(function* () {
          const { sql, run } = yield* Database
          yield* run(sql`INSERT INTO runs (run_id, started_at, finished_at, rule_set, run_number)
            VALUES ('earlier', 1, 2, 'r', 1), ('run', 3, 4, 'r', 2)`)
          yield* run(sql`
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${rows})
            INSERT INTO findings (finding_id, business_id, chat_id, rule, severity, confidence, context, order_id, written_at,
              spans, masked_match, masked_excerpt, rule_set, first_run, last_run) SELECT printf('f%06d', n), '1001', CAST(n / 10 + 1 AS TEXT), 'phone-number', 'error', 0.98,
              'ORDER', NULL, n, '[{"messageId":"5","start":3,"end":19}]', '+7926•••••42', 'звоните ██████', 'r',
              CASE WHEN n % 2 = 0 THEN 'run' ELSE 'earlier' END, 'run' FROM numbers`)
          const { reported } = yield* Findings
          let seen = 0
          let lastStatus = "new"
          const inUse: Array<number> = []
          yield* Stream.runForEach(reported("run", [businessId]), ({ status }) =>
            Effect.sync(() => {
              seen += 1
              if (status !== lastStatus) assert.deepStrictEqual([lastStatus, status], ["new", "repeated"])
              lastStatus = status
              if (seen % 20_000 === 1) inUse.push(bytesInUse())
            })
          )
          assert.strictEqual(seen, rows)
          const [first = 0] = inUse
          const growth = Math.max(...inUse) - first
          assert.isTrue(growth < 4_000_000, `${growth} bytes more`)
        })
      ),
    30_000
  )

  it.effect("can be read in part without blocking writes to the database", () =>
    inStore(
      Effect.gen(function* () {
        const runs = yield* Runs
        const run = yield* runs.open(rules)
        yield* runs.openBusiness(run.id, businessId)
        yield* (yield* ChatProgress).listed(run.id, businessId, [listedChat(7), listedChat(8)])
        const many = Array.from({ length: 1000 }, (_, index) => finding(`f${index}`))
        const [first, second] = yield* pendingIn(run.id)
        yield* commit(run.id, first ?? assert.fail("no chat"), readTo(5), many)
        const { reported } = yield* Findings
        assert.strictEqual(yield* Stream.runCount(Stream.take(reported(run.id, [businessId]), 3)), 3)
        yield* commit(run.id, second ?? assert.fail("no chat"), readTo(5), [finding("another")])
        assert.strictEqual(yield* Stream.runCount(reported(run.id, [businessId])), 1001)
      })
    )
  )
})
