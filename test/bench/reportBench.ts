import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Effect } from "effect"
import { reportFormatNames } from "../../src/report/reportFormatNames.ts"
import { Database } from "../../src/store/Database.ts"
import { storeAt } from "../store/temporaryStore.ts"

/*
 * Writes reports of runs of 20,000 chats with 500 and with 5,000 findings in every format, each in a process of its own,
 * and prints what each took beside the JSON report.
 */

const command = fileURLToPath(new URL("../../dist/main.js", import.meta.url))
const chats = 20_000
const sizes = [500, 5_000]
const repetitions = 3

/** Two weeks of finished runs; every tenth finding is one of a template's. */
const fill = (path: string, findings: number) =>
  Effect.gen(function* () {
    const { sql, transaction } = yield* Database
    yield* transaction(
      Effect.gen(function* () {
        for (let night = 1; night <= 14; night += 1) {
          const started = Date.UTC(2026, 10, 8 + night)
          yield* sql`INSERT INTO runs (run_id, started_at, finished_at, rule_set, complete, run_number)
            VALUES (${`night-${night}`}, ${started}, ${started + 600_000}, 'sha256:5f2b', 1, ${night})`
          yield* sql`INSERT INTO run_businesses (run_id, business_id, chats_listed, chats_scanned, chats_unchanged, messages,
              partner_messages, unknown_senders, older_rules)
            VALUES (${`night-${night}`}, '1001', ${chats}, 900, ${chats - 900}, 9000, 4000, 0, 0)`
          yield* sql`INSERT INTO run_findings (run_id, business_id, severity, status, findings)
            VALUES (${`night-${night}`}, '1001', 'error', 'repeated', ${100 * night})`
        }
        yield* sql`
          WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${chats})
          INSERT INTO chats (business_id, chat_id, context, listed_run)
          SELECT '1001', CAST(14600000 + n AS TEXT), 'ORDER', 'night-14' FROM numbers`
        yield* sql`
          WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${findings})
          INSERT INTO findings (finding_id, business_id, chat_id, rule, severity, confidence, context, order_id, written_at,
            spans, masked_match, masked_excerpt, rule_set, first_run, last_run, message_id, wording)
          SELECT printf('%016x', n * 7919), '1001', CAST(14600000 + n * 3 AS TEXT),
            CASE n % 3 WHEN 0 THEN 'phone-number' WHEN 1 THEN 'outbound-link' ELSE 'contact-request' END,
            CASE n % 3 WHEN 2 THEN 'warning' ELSE 'error' END, 0.98, 'ORDER', CAST(53600000000 + n AS TEXT),
            1796000000000 + n * 60000, '[{"messageId":"1780212617058078","start":12,"end":28}]', '+7926•••••67',
            'Здравствуйте! Ваш заказ готов, позвоните нам по номеру ██████ до вечера', 'sha256:5f2b',
            CASE WHEN n % 5 = 0 THEN 'night-14' ELSE 'night-9' END, 'night-14', '1780212617058078',
            CASE WHEN n % 10 = 0 THEN 'template' ELSE printf('w%d', n) END
          FROM numbers`
      })
    )
  }).pipe(Effect.provide(storeAt(path)), Effect.scoped)

interface Timed {
  readonly seconds: number
  /** Of the processor: on a busy machine these tell more. */
  readonly processorSeconds: number
  /** Megabytes. */
  readonly peakMemory: number
}

/** Writes one report, and fails when it did not end as one with findings does. */
const writeReport = (folder: string, format: string) =>
  new Promise<Timed>((resolve, reject) => {
    // The kernel's own figure for the process, told as it ends.
    const tellPeak =
      "process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('peak '+u.maxRSS+' cpu '+(u.userCPUTime+u.systemCPUTime))})"
    const startedAt = performance.now()
    const child = spawn(
      process.execPath,
      [
        "--import",
        `data:text/javascript,${tellPeak}`,
        command,
        "report",
        "--format",
        "json",
        "--output",
        `${format}=report.${format}`
      ],
      { cwd: folder, stdio: ["ignore", "ignore", "pipe"] }
    )
    let errors = ""
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      errors += piece
    })
    child.on("close", (exitCode) => {
      const [, peak, processor] = /peak (\d+) cpu (\d+)/.exec(errors) ?? []
      if (exitCode !== 1 || peak === undefined) return reject(new Error(`the report ended with ${exitCode}: ${errors}`))
      resolve({
        seconds: (performance.now() - startedAt) / 1000,
        processorSeconds: Number(processor) / 1_000_000,
        peakMemory: Number(peak) / 1024
      })
    })
  })

const median = (numbers: ReadonlyArray<number>): number =>
  numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}; each beside a JSON report to standard output`
)
for (const findings of sizes) {
  const folder = mkdtempSync(join(tmpdir(), "chatlint-bench-"))
  await Effect.runPromise(fill(join(folder, "chatlint.db"), findings))
  console.log(`\n${chats} chats, ${findings} findings`)
  for (const format of reportFormatNames) {
    const timed: Array<Timed> = []
    for (let time = 0; time < repetitions; time += 1) timed.push(await writeReport(folder, format))
    const size = statSync(join(folder, `report.${format}`)).size / 1024
    console.log(
      `  ${format.padEnd(8)} ${median(timed.map(({ seconds }) => seconds)).toFixed(2)} s, of the processor ` +
        `${median(timed.map(({ processorSeconds }) => processorSeconds)).toFixed(2)} s, peak memory ` +
        `${median(timed.map(({ peakMemory }) => peakMemory)).toFixed(0)} MB, ${size.toFixed(0)} kB`
    )
  }
  rmSync(folder, { recursive: true, force: true })
}
