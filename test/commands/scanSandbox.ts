import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, type Scope } from "effect"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import type { Shop } from "../../src/sandbox/Shop.ts"
import { type Finished, runChatlint, startChatlint } from "./runChatlint.ts"
import { readScanReport, type ScanReport } from "./ScanReport.ts"

/** A temporary folder, removed with the scope. */
export const temporaryFolder: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "chatlint-test-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
)

/** The parameters and surroundings for scanning a sandbox's shop into `<folder>/chatlint.db`. */
const scanOf = (shop: Shop, baseUrl: string, folder: string, more: ReadonlyArray<string>) =>
  [
    ["scan", "--business", String(shop.businessId), "--base-url", baseUrl, "--format", "json", ...more],
    { folder, environment: { CHATLINT_API_KEY: shop.apiKey } }
  ] as const

/** Starts a scan of a sandbox's shop. */
export const startScan = (shop: Shop, baseUrl: string, folder: string, more: ReadonlyArray<string> = []) =>
  startChatlint(...scanOf(shop, baseUrl, folder, more))

/** Scans a sandbox's shop to the end. */
export const scanShop = (
  shop: Shop,
  baseUrl: string,
  folder: string,
  more: ReadonlyArray<string> = []
): Effect.Effect<Finished & { readonly report: ScanReport }, never, Scope.Scope> =>
  Effect.map(runChatlint(...scanOf(shop, baseUrl, folder, more)), (finished) => ({
    ...finished,
    report: readScanReport(finished.stdout)
  }))

/** The report of an undisturbed scan, for comparison. */
export const undisturbedReport = (shop: Shop): Effect.Effect<ScanReport> =>
  Effect.gen(function* () {
    const sandbox = yield* startSandbox({ shops: [shop], limits: "off" })
    const folder = yield* temporaryFolder
    const { report } = yield* scanShop(shop, sandbox.baseUrl, folder)
    return report
  }).pipe(Effect.scoped, Effect.orDie)
