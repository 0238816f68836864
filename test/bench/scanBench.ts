import { type ChildProcess, fork, spawn } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { generatedShop } from "../sandbox/generatedShop.ts"
import { shopTotals } from "../sandbox/shopTotals.ts"
import { benchShop } from "./benchShop.ts"
import { activities, profileShares } from "./profileShares.ts"

/*
 * Scans generated shops of 2,000 and 20,000 chats over HTTP, with limits off, and prints what it took. Each shop is
 * scanned twice: once for speed and memory, once under V8's sampling profiler for the shares of time.
 */

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [2_000, 20_000]
const command = fileURLToPath(new URL("../../dist/main.js", import.meta.url))
const server = fileURLToPath(new URL("./sandboxServer.js", import.meta.url))

const messageOf = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once("message", resolve))

interface Timed {
  readonly seconds: number
  /** Megabytes. */
  readonly peakMemory: number
}

/** Runs one scan, and fails when it did not end as a scan with findings does. */
const runScan = (
  baseUrl: string,
  shop: ReturnType<typeof generatedShop>,
  folder: string,
  nodeOptions: ReadonlyArray<string>
) =>
  new Promise<Timed>((resolve, reject) => {
    // The kernel's own figure for the process, told as it ends.
    const tellPeak = "process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))"
    const startedAt = performance.now()
    const child = spawn(
      process.execPath,
      [
        ...nodeOptions,
        "--import",
        `data:text/javascript,${tellPeak}`,
        command,
        "scan",
        "--quiet",
        "--output",
        "json=report.json"
      ],
      {
        cwd: folder,
        env: {
          ...process.env,
          CHATLINT_API_KEY: shop.apiKey,
          CHATLINT_BUSINESS: String(shop.businessId),
          CHATLINT_BASE_URL: baseUrl
        },
        stdio: ["ignore", "ignore", "pipe"]
      }
    )
    let errors = ""
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      errors += piece
    })
    child.on("close", (exitCode) => {
      const peak = /peak (\d+)/.exec(errors)?.[1]
      if (exitCode !== 1 || peak === undefined) return reject(new Error(`the scan ended with ${exitCode}: ${errors}`))
      resolve({ seconds: (performance.now() - startedAt) / 1000, peakMemory: Number(peak) / 1024 })
    })
  })

const inFolder = async <A>(use: (folder: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(tmpdir(), "chatlint-bench-"))
  return use(folder).finally(() => rmSync(folder, { recursive: true, force: true }))
}

const requestsOf = (answer: unknown): number =>
  typeof answer === "object" && answer !== null
    ? Object.values(answer).reduce((sum, count) => sum + Number(count), 0)
    : 0

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`)
const peaks: Array<number> = []
for (const chats of sizes) {
  const shop = generatedShop(benchShop(chats))
  const totals = shopTotals(shop)
  const sandbox = fork(server, [String(chats)])
  const baseUrl = String(await messageOf(sandbox))
  const { seconds, peakMemory } = await inFolder((folder) => runScan(baseUrl, shop, folder, []))
  sandbox.send("counters")
  const requests = requestsOf(await messageOf(sandbox))
  const shares = await inFolder(async (folder) => {
    await runScan(baseUrl, shop, folder, ["--cpu-prof", "--cpu-prof-dir", folder])
    const profile = readdirSync(folder).find((name) => name.endsWith(".cpuprofile")) ?? ""
    return profileShares(readFileSync(join(folder, profile), "utf8"))
  })
  sandbox.kill()
  peaks.push(peakMemory)
  console.log(`
${chats} chats, ${totals.messages} messages
  ${seconds.toFixed(1)} s: ${(chats / seconds).toFixed(0)} chats/s, ${(totals.messages / seconds).toFixed(0)} messages/s
  requests ${requests}, least possible ${totals.leastRequests}
  peak memory ${peakMemory.toFixed(0)} MB
  time: ${activities.map((activity) => `${activity} ${percent(shares[activity])}`).join(", ")}`)
}
const [first, ...rest] = peaks
const last = rest.at(-1)
if (first !== undefined && last !== undefined) {
  console.log(`\npeak memory of the largest shop against the smallest: ${percent(last / first)}`)
}
