import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { generatedShop } from "../sandbox/generatedShop.ts"
import { keylessFindingsOf } from "./ScanReport.ts"
import { scanShop, temporaryFolder, undisturbedReport } from "./scanSandbox.ts"

const shop = generatedShop({ seed: 11, chats: 110, violatingShare: 0.05 })

describe("a marketplace that fails", () => {
  for (const concurrency of [2, 4]) {
    it.scopedLive(
      `yields the findings of one that does not, with ${concurrency} concurrent requests`,
      () =>
        Effect.gen(function* () {
          // The window is a short hour; it is used up twice, because more than 120 histories meet a limit of 50 in
          // each.
          const sandbox = yield* startSandbox({
            shops: [shop],
            faults: {
              seed: concurrency,
              rate: 0.2,
              kinds: ["500", "503-html", "499", "reset", "cut-body", "cut-body-chunked"]
            },
            limits: { history: 50, windowMilliseconds: 4_000, parallel: 4, crossingMilliseconds: 0 },
            latency: "5 millis"
          })
          const folder = yield* temporaryFolder
          const { exitCode, report, stderr } = yield* scanShop(shop, sandbox.baseUrl, folder, [
            "--concurrency",
            String(concurrency)
          ])
          const expected = yield* undisturbedReport(shop)
          const { maximumConcurrency, whileSpent, outcomes, requests } = sandbox.log.counters()
          assert.strictEqual(stderr, "")
          assert.strictEqual(exitCode, 1)
          assert.deepStrictEqual(report.businesses[0]?.coverage, expected.businesses[0]?.coverage)
          assert.deepStrictEqual(keylessFindingsOf(report), keylessFindingsOf(expected))
          assert.strictEqual(whileSpent, 0)
          assert.isTrue(maximumConcurrency <= concurrency, `${maximumConcurrency} at once`)
          // Each fault occurred, and the limit was used up more than once: the test tests what it says.
          assert.includeMembers(Object.keys(outcomes), ["500", "503", "499", "reset", "cut-body", "cut-body-chunked"])
          assert.isTrue(requests.history > 120)
          assert.strictEqual(report.businesses[0]?.requests.list, requests.list)
          assert.strictEqual(report.businesses[0]?.requests.history, requests.history)
        }),
      60_000
    )
  }
})
