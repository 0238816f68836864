import { spawn } from "node:child_process"
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import autocannon from "autocannon"
import { nearMissMessages } from "./nearMissMessages.ts"

/*
 * Asks `chatlint serve` for checks of everyday messages with a public load generator, over loopback, with 1, 16 and 64
 * connections, one message a request, its log written to a file. Fails when a request fails.
 */

const requestsEach = Number(process.argv[2] ?? 100_000)
const connectionCounts = [1, 16, 64]
const command = fileURLToPath(new URL("../../dist/main.js", import.meta.url))

const folder = mkdtempSync(join(tmpdir(), "chatlint-bench-"))
const log = openSync(join(folder, "serve.log"), "w")
const server = spawn(process.execPath, [command, "serve", "--port", "0"], {
  cwd: folder,
  env: { PATH: process.env.PATH ?? "", LANG: "en_US.UTF-8" },
  stdio: ["ignore", "pipe", log]
})

const url = await new Promise<string>((resolve) => {
  let written = ""
  server.stdout?.setEncoding("utf8").on("data", (piece: string) => {
    written += piece
    const found = /on (http:\/\/\S+)/.exec(written)?.[1]
    if (found !== undefined) resolve(`${found}/v1/check`)
  })
})

const bodies = nearMissMessages(1_000).map((text, index) => JSON.stringify({ id: index, text }))
const requests: Array<autocannon.Request> = bodies.map((body) => ({ body }))

interface Measured {
  readonly failures: number
  readonly perSecond: number
  /** In milliseconds, ascending. */
  readonly times: ReadonlyArray<number>
}

const load = (connections: number, amount: number): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const times: Array<number> = []
    const startedAt = performance.now()
    const instance = autocannon(
      { url, connections, amount, method: "POST", headers: { "content-type": "application/json" }, requests },
      (error: unknown, result) => {
        if (error) return reject(error)
        const perSecond = times.length / ((performance.now() - startedAt) / 1000)
        const failures = result.errors + result.timeouts + result.non2xx + (amount - times.length)
        resolve({ failures, perSecond, times: times.sort((left, right) => left - right) })
      }
    )
    // Its own percentiles are whole milliseconds, which is more than an answer takes.
    instance.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  })

const percentile = (times: ReadonlyArray<number>, share: number): string =>
  (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(2)

await load(16, 5_000)
process.stdout.write("connections  requests  failed  requests/s  median ms  p99 ms   max ms\n")
let failed = 0
for (const connections of connectionCounts) {
  const { failures, perSecond, times } = await load(connections, requestsEach)
  failed += failures
  const figures: ReadonlyArray<readonly [string | number, number]> = [
    [connections, 11],
    [times.length, 10],
    [failures, 8],
    [Math.round(perSecond), 12],
    [percentile(times, 0.5), 11],
    [percentile(times, 0.99), 8],
    [percentile(times, 1), 9]
  ]
  process.stdout.write(`${figures.map(([figure, width]) => String(figure).padStart(width)).join("")}\n`)
}

const ended = new Promise((resolve) => server.once("close", resolve))
server.kill("SIGTERM")
await ended
closeSync(log)
rmSync(folder, { recursive: true })
process.exitCode = failed === 0 ? 0 : 1
