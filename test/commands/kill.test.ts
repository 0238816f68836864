import { copyFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { memoryShop } from "../../src/sandbox/memoryShop.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { seededRandom } from "../../src/sandbox/seededRandom.ts"
import { generatedShop } from "../sandbox/generatedShop.ts"
import { findingsOf } from "./ScanReport.ts"
import { scanShop, startScan, temporaryFolder } from "./scanSandbox.ts"

const shop = generatedShop({ seed: 23, chats: 140, violatingShare: 0.05 })

/** The number of kills per test run; CHATLINT_KILLS sets more. */
const kills = Number(process.env.CHATLINT_KILLS ?? 15)

/** In milliseconds, so that kills fall between a process's first statement and its last requests. */
const longestLife = 1_600

describe("a scan that is killed", () => {
  it.scopedLive(
    `${kills} times ends with the findings, ids and counts of one that never was`,
    () =>
      Effect.gen(function* () {
        const [disturbed, undisturbed] = [yield* temporaryFolder, yield* temporaryFolder]
        // Both databases are copies of one, so that they share the key of finding ids.
        const emptyShop = memoryShop({ businessId: shop.businessId, apiKey: shop.apiKey, chats: [] })
        const empty = yield* startSandbox({ shops: [emptyShop] })
        yield* scanShop(emptyShop, empty.baseUrl, disturbed)
        copyFileSync(join(disturbed, "chatlint.db"), join(undisturbed, "chatlint.db"))

        const sandbox = yield* startSandbox({ shops: [shop], limits: "off", latency: "8 millis" })
        const random = seededRandom(5)
        for (let kill = 0; kill < kills; kill += 1) {
          const running = yield* startScan(shop, sandbox.baseUrl, disturbed)
          yield* Effect.sleep(random() * longestLife)
          yield* running.kill("SIGKILL")
          yield* running.finished
        }
        const last = yield* scanShop(shop, sandbox.baseUrl, disturbed)
        const begun = sandbox.log.counters().historiesBegun
        const whole = yield* scanShop(shop, sandbox.baseUrl, undisturbed)

        assert.deepStrictEqual(findingsOf(last.report), findingsOf(whole.report))
        const coverageOf = ({ report }: typeof last) => report.businesses[0]?.coverage
        const { chatsListed, chatsScanned, chatsUnchanged, notScanned } = coverageOf(last) ?? assert.fail("no business")
        assert.strictEqual(chatsListed, shop.chatCount)
        assert.strictEqual(chatsScanned + chatsUnchanged, shop.chatCount)
        assert.deepStrictEqual(notScanned, [])
        // If no earlier process finished, the last run is the only one, and every count is the same too.
        if (chatsUnchanged === 0) {
          assert.deepStrictEqual(coverageOf(last), coverageOf(whole))
          assert.isTrue(last.report.findings.every(({ status }) => status === "new"))
        }
        assert.strictEqual(last.exitCode, 1)
        assert.isTrue(begun <= shop.chatCount + 2 * kills, `${begun} histories were begun`)
      }),
    240_000
  )
})
