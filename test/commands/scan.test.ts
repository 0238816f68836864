import { statSync } from "node:fs"
import { createServer } from "node:http"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { demoShop } from "../../src/sandbox/demoShop.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { generatedShop } from "../sandbox/generatedShop.ts"
import { shopTotals } from "../sandbox/shopTotals.ts"
import { runChatlint } from "./runChatlint.ts"
import { findingsOf } from "./ScanReport.ts"
import { scanShop, startScan, temporaryFolder, undisturbedReport } from "./scanSandbox.ts"

const shop = generatedShop({ seed: 7, chats: 150, violatingShare: 0.05 })

describe("scan", () => {
  it.scopedLive("requests every page once and nothing else, then only the list", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [shop] })
      const folder = yield* temporaryFolder
      const first = yield* scanShop(shop, sandbox.baseUrl, folder)
      const totals = shopTotals(shop)
      const asked = sandbox.log.counters().requests
      assert.strictEqual(asked.list, Math.ceil(shop.chatCount / 20))
      assert.strictEqual(asked.list + asked.history, totals.leastRequests)
      assert.deepStrictEqual(
        { ...asked, list: 0, history: 0 },
        { campaigns: 0, list: 0, history: 0, token: 0, unknown: 0 }
      )
      assert.strictEqual(first.exitCode, 1)
      assert.isTrue(first.report.complete)
      assert.deepStrictEqual(first.report.businesses[0]?.requests, {
        list: asked.list,
        history: asked.history,
        retries: 0
      })
      assert.strictEqual(first.report.businesses[0]?.coverage.messages, totals.messages)
      assert.strictEqual(first.report.businesses[0]?.coverage.chatsScanned, shop.chatCount)
      assert.isTrue(first.report.findings.length > 20)
      assert.isTrue(first.report.findings.every(({ status }) => status === "new"))

      sandbox.log.reset()
      const second = yield* scanShop(shop, sandbox.baseUrl, folder)
      const again = sandbox.log.counters().requests
      assert.strictEqual(again.list, Math.ceil(shop.chatCount / 20))
      assert.strictEqual(again.history, 0)
      assert.strictEqual(second.report.businesses[0]?.coverage.chatsUnchanged, shop.chatCount)
      assert.deepStrictEqual(findingsOf(second.report), findingsOf(first.report))
      assert.isTrue(second.report.findings.every(({ status }) => status === "repeated"))
      assert.strictEqual(second.exitCode, 1)
    })
  )

  it.scopedLive("reports shops whose chats the key cannot read, and is not complete", () =>
    Effect.gen(function* () {
      const answers: Readonly<Record<string, unknown>> = {
        "/v2/campaigns": {
          campaigns: [{ business: { id: 1001 } }, { id: 77, domain: "tea-shop.example" }],
          paging: {}
        },
        "/v2/businesses/1001/chats": { status: "OK", result: { chats: [], paging: {} } }
      }
      const server = yield* Effect.acquireRelease(
        Effect.async<ReturnType<typeof createServer>>((resume) => {
          const started = createServer((request, response) => {
            response.setHeader("content-type", "application/json")
            response.end(JSON.stringify(answers[new URL(request.url ?? "", "http://market.test").pathname] ?? {}))
          })
          started.listen(0, "127.0.0.1", () => resume(Effect.succeed(started)))
        }),
        (started) => Effect.sync(() => started.close())
      )
      const address = server.address()
      const port = typeof address === "object" ? address?.port : undefined
      const { exitCode, stderr } = yield* runChatlint(["scan", "--base-url", `http://127.0.0.1:${port}`], {
        folder: yield* temporaryFolder,
        environment: { CHATLINT_API_KEY: shop.apiKey }
      })
      assert.strictEqual(exitCode, 3)
      assert.include(stderr, "1 shop of this key: the marketplace named no business for it")
      assert.notInclude(stderr, "tea-shop")
    })
  )

  it.scopedLive("writes a database and files that only their owner may read", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [shop], limits: "off" })
      const folder = yield* temporaryFolder
      yield* scanShop(shop, sandbox.baseUrl, folder, ["--output", "terminal=report.txt"])
      for (const name of ["chatlint.db", "report.txt"]) {
        assert.strictEqual(statSync(join(folder, name)).mode & 0o777, 0o600, name)
      }
    })
  )

  it.scopedLive("reports a chat that cannot be read, reads the others, and sets the exit code", () =>
    Effect.gen(function* () {
      const [chat] = demoShop.chats(3, 1)
      const sandbox = yield* startSandbox({ shops: [demoShop], chats: { [String(chat?.chatId)]: "not-found" } })
      const folder = yield* temporaryFolder
      const found = yield* scanShop(demoShop, sandbox.baseUrl, folder)
      assert.strictEqual(found.exitCode, 1)
      assert.isFalse(found.report.complete)
      const { coverage } = found.report.businesses[0] ?? assert.fail("the business is missing")
      assert.deepStrictEqual(
        coverage.notScanned.map(({ chatId, reason }) => [chatId, reason]),
        [[String(chat?.chatId), "ChatNotFound"]]
      )
      assert.strictEqual(coverage.chatsScanned + coverage.chatsUnchanged + 1, coverage.chatsListed)
      const { exitCode } = yield* scanShop(demoShop, sandbox.baseUrl, folder, ["--fail-on", "never"])
      assert.strictEqual(exitCode, 3)
    })
  )

  it.scopedLive("ends a second run on the same database with 2, without affecting the first", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [shop], limits: "off", latency: "10 millis" })
      const folder = yield* temporaryFolder
      const first = yield* startScan(shop, sandbox.baseUrl, folder)
      while (sandbox.log.counters().requests.history === 0) yield* Effect.sleep("10 millis")
      const second = yield* Effect.flatMap(startScan(shop, sandbox.baseUrl, folder), ({ finished }) => finished)
      assert.strictEqual(second.exitCode, 2)
      assert.match(second.stderr, /Another chatlint process is using the database .*chatlint\.db\. Wait/)
      assert.strictEqual(second.stdout, "")
      assert.strictEqual((yield* first.finished).exitCode, 1)
    })
  )

  it.scopedLive("ends with 130 on Ctrl-C, saves its work, and resumes", () =>
    Effect.gen(function* () {
      const sandbox = yield* startSandbox({ shops: [shop], limits: "off", latency: "5 millis", remember: "chats" })
      const folder = yield* temporaryFolder
      const first = yield* startScan(shop, sandbox.baseUrl, folder)
      while (sandbox.log.counters().requests.history < 60) yield* Effect.sleep("10 millis")
      yield* first.kill("SIGINT")
      const interrupted = yield* first.finished
      assert.strictEqual(interrupted.exitCode, 130)
      assert.strictEqual(interrupted.stderr, "")
      const begun = sandbox.log.counters().historiesBegun
      sandbox.log.reset()
      const { report } = yield* scanShop(shop, sandbox.baseUrl, folder)
      assert.isTrue(begun + sandbox.log.counters().historiesBegun <= shop.chatCount + 2)
      assert.deepStrictEqual(findingsOf(report), findingsOf({ ...report, findings: report.findings }))
      assert.strictEqual(report.businesses[0]?.coverage.chatsScanned, shop.chatCount)
      assert.isTrue(report.findings.every(({ status }) => status === "new"))
      const expected = yield* undisturbedReport(shop)
      assert.deepStrictEqual(report.businesses[0]?.coverage, expected.businesses[0]?.coverage)
    })
  )
})
