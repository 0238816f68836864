import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { ChangedFinding } from "../../src/domain/Changes.ts"
import { demoShop } from "../../src/sandbox/demoShop.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { mutableShop } from "../sandbox/mutableShop.ts"
import { runChatlint } from "./runChatlint.ts"
import { readScanReport } from "./ScanReport.ts"
import { scanShop, temporaryFolder } from "./scanSandbox.ts"

const far = "2099-12-31"

/** Runs a command in the folder in which a shop was scanned. */
const inFolder = (folder: string, ...parameters: ReadonlyArray<string>) =>
  runChatlint(parameters, { folder, environment: { USER: "anna" } })

/** A folder in which the demo shop was scanned once, and the sandbox, still running. */
const scanned = Effect.gen(function* () {
  const shop = mutableShop(demoShop)
  const sandbox = yield* startSandbox({ shops: [shop], limits: "off" })
  const folder = yield* temporaryFolder
  const again = (...more: ReadonlyArray<string>) => scanShop(shop, sandbox.baseUrl, folder, more)
  return { shop, folder, again, first: yield* again() }
})

const readChanges = Schema.decodeSync(
  Schema.parseJson(
    Schema.Struct({
      schema: Schema.Literal("chatlint/changes@1"),
      changes: Schema.Struct({ new: Schema.Int, repeated: Schema.Int, acknowledged: Schema.Int }),
      findings: Schema.Array(Schema.Struct({ change: ChangedFinding.fields.change, id: Schema.String }))
    })
  )
)

describe("report", { timeout: 60_000 }, () => {
  it.scopedLive("writes the last run again, to files in every format, with the exit code of the run", () =>
    Effect.gen(function* () {
      const { folder, first } = yield* scanned
      const formats = ["terminal", "json", "html", "csv", "xlsx", "markdown"]
      const { exitCode, stdout, stderr } = yield* inFolder(
        folder,
        "report",
        "--format",
        "json",
        ...formats.flatMap((format) => ["--output", `${format}=report.${format}`])
      )
      assert.deepStrictEqual([exitCode, stderr], [1, ""])
      assert.deepStrictEqual(readScanReport(stdout), first.report)
      for (const format of formats) assert.isTrue(existsSync(join(folder, `report.${format}`)), format)
      assert.strictEqual(readFileSync(join(folder, "report.xlsx")).subarray(0, 2).toString(), "PK")
      assert.strictEqual(readFileSync(join(folder, "report.json"), "utf8"), stdout)
      assert.strictEqual((yield* inFolder(folder, "report", "--fail-on", "never")).exitCode, 0)
    })
  )

  it.scopedLive("writes an earlier run as it was, by any unique prefix of its id", () =>
    Effect.gen(function* () {
      const { shop, folder, again, first } = yield* scanned
      const [chat] = shop.chats(0, 1)
      shop.append(chat?.chatId ?? 0n, {
        createdAt: "2026-11-22T10:00:00+03:00",
        sender: "PARTNER",
        message: "Мой номер 8 926 555-01-42"
      })
      const second = yield* again()
      assert.strictEqual(second.report.findings.length, first.report.findings.length + 1)
      const { stdout } = yield* inFolder(folder, "report", first.report.run.id, "--format", "json")
      assert.deepStrictEqual(readScanReport(stdout).findings, first.report.findings)
      const beginning = yield* inFolder(folder, "report", second.report.run.id.slice(0, -2), "--format", "json")
      assert.strictEqual(readScanReport(beginning.stdout).run.id, second.report.run.id)
    })
  )

  it.scopedLive("says that no contacts are stored to be revealed, and which runs exist", () =>
    Effect.gen(function* () {
      const { folder, first } = yield* scanned
      const reveal = yield* inFolder(folder, "report", "--reveal")
      assert.deepStrictEqual([reveal.exitCode, reveal.stdout], [2, ""])
      assert.include(reveal.stderr, "The texts of chats are not stored")
      const unknown = yield* inFolder(folder, "report", `${first.report.run.id}x`)
      assert.strictEqual(unknown.exitCode, 2)
      assert.include(unknown.stderr, `The nearest one known is ${first.report.run.id}.`)
      const missing = yield* inFolder(folder, "report", "--db", "elsewhere.db")
      assert.deepStrictEqual([missing.exitCode, existsSync(join(folder, "elsewhere.db"))], [2, false])
      assert.match(missing.stderr, /No run has finished in the database .*elsewhere\.db\. Scan first/)
    })
  )
})

describe("a database of several businesses", { timeout: 240_000 }, () => {
  it.scopedLive("is reported by business; otherwise, or for an unknown one, the other businesses are named", () =>
    Effect.gen(function* () {
      const other = { ...demoShop, businessId: 1002n, apiKey: "ACMA:another-key-of-the-sandbox:00000000" }
      const sandbox = yield* startSandbox({ shops: [demoShop, other], limits: "off" })
      const folder = yield* temporaryFolder
      const { report: one } = yield* scanShop(demoShop, sandbox.baseUrl, folder)
      const { report: two } = yield* scanShop(other, sandbox.baseUrl, folder)
      const last = yield* inFolder(folder, "report", "--format", "json")
      assert.deepStrictEqual(readScanReport(last.stdout), two)
      assert.include(last.stderr, "This run covers only 1002. The database also has 1001; select with --business.")
      const chosen = yield* inFolder(folder, "report", "--business", "1001", "--format", "json")
      assert.deepStrictEqual([readScanReport(chosen.stdout), chosen.stderr], [one, ""])

      const changes = yield* inFolder(folder, "diff", "--business", "1001", "--format", "json")
      assert.deepInclude(readChanges(changes.stdout).changes, { new: one.findings.length, repeated: 0 })
      assert.strictEqual(changes.stderr, "")
      const lastChanges = yield* inFolder(folder, "diff", "--format", "json")
      assert.include(lastChanges.stderr, "The database also has 1001; select with --business.")

      const unknown = yield* inFolder(folder, "report", "--business", "1003")
      assert.deepStrictEqual([unknown.exitCode, unknown.stdout], [2, ""])
      assert.include(unknown.stderr, "no finished run of the business «1003». There are some of 1001, 1002.")
      for (const command of ["report", "diff"]) {
        const unseen = yield* inFolder(folder, command, two.run.id, "--business", "1001")
        assert.deepStrictEqual([unseen.exitCode, unseen.stdout], [2, ""])
        assert.include(unseen.stderr, `Run ${two.run.id} did not look at business 1001, only at 1002.`)
      }
    })
  )
})

describe("diff", { timeout: 60_000 }, () => {
  it.scopedLive("shows the changes between the last two runs, or any two in either order", () =>
    Effect.gen(function* () {
      const { shop, folder, again, first } = yield* scanned
      const [chat] = shop.chats(0, 1)
      shop.append(chat?.chatId ?? 0n, {
        createdAt: "2026-11-22T10:00:00+03:00",
        sender: "PARTNER",
        message: "Мой номер 8 926 555-01-42"
      })
      const second = yield* again()
      const { exitCode, stdout } = yield* inFolder(folder, "diff", "--format", "json")
      assert.strictEqual(exitCode, 0)
      const { changes, findings } = readChanges(stdout)
      assert.deepInclude(changes, { new: 1, repeated: first.report.findings.length, acknowledged: 0 })
      assert.deepStrictEqual(
        findings.filter(({ change }) => change === "new").map(({ id }) => id),
        second.report.findings.filter(({ status }) => status === "new").map(({ id }) => id)
      )
      const ids = [second.report.run.id, first.report.run.id]
      assert.strictEqual((yield* inFolder(folder, "diff", ...ids, "--format", "json")).stdout, stdout)
      const shown = yield* inFolder(folder, "diff")
      assert.include(shown.stdout, `from run ${first.report.run.id} to run ${second.report.run.id}`)
      assert.match(
        shown.stdout.replaceAll("\n", " "),
        /\d+ repeated violations are not shown here; all are shown by chatlint report/
      )
    })
  )

  it.scopedLive("of a single run reports everything as new", () =>
    Effect.gen(function* () {
      const { folder, first } = yield* scanned
      const { stdout } = yield* inFolder(folder, "diff", "--format", "json")
      assert.deepInclude(readChanges(stdout).changes, { new: first.report.findings.length, repeated: 0 })
    })
  )
})

describe("ack", { timeout: 60_000 }, () => {
  it.scopedLive("keeps findings from failing a run, is listed, and is undone", () =>
    Effect.gen(function* () {
      const { folder, again, first } = yield* scanned
      const rules = [...new Set(first.report.findings.map(({ rule }) => rule))]
      const acknowledged = yield* inFolder(
        folder,
        "ack",
        ...rules.flatMap((rule) => ["--rule", rule]),
        ...["--reason", "agreed with the marketplace", "--until", far]
      )
      assert.deepStrictEqual([acknowledged.exitCode, acknowledged.stderr], [0, ""])
      assert.include(acknowledged.stdout, `${first.report.findings.length} findings`)
      const second = yield* again()
      assert.strictEqual(second.exitCode, 0)
      assert.isTrue(second.report.findings.every(({ status }) => status === "acknowledged"))
      const list = yield* inFolder(folder, "ack", "--list", "--format", "json")
      const entries: ReadonlyArray<unknown> = JSON.parse(list.stdout).acknowledgements
      assert.strictEqual(entries.length, first.report.findings.length)
      assert.deepInclude(entries[0], { reason: "agreed with the marketplace", by: "anna" })
      const [one] = first.report.findings
      const undone = yield* inFolder(folder, "ack", "--undo", one?.id ?? "")
      assert.deepStrictEqual([undone.exitCode, undone.stdout], [0, "Undone: 1 acknowledgement.\n"])
      assert.strictEqual((yield* again("--fail-on", "info")).exitCode, 1)
    })
  )

  it.scopedLive("accepts prefixes of ids and chats, and reports mistakes with exit code 2 and a remedy", () =>
    Effect.gen(function* () {
      const { folder, first } = yield* scanned
      const [one] = first.report.findings
      const id = one?.id ?? ""
      const because = ["--reason", "known", "--until", far]
      const ack = (...parameters: ReadonlyArray<string>) => inFolder(folder, "ack", ...parameters)
      assert.strictEqual((yield* ack(id.slice(0, -1), ...because)).exitCode, 0)
      assert.strictEqual((yield* ack("--chat", one?.chatId ?? "", ...because)).exitCode, 0)
      const mistakes: ReadonlyArray<readonly [ReadonlyArray<string>, RegExp]> = [
        [[`${id.slice(0, -1)}z`, ...because], new RegExp(`no finding «.*z»\\. The nearest one known is ${id}\\.`)],
        [["--rule", "no-such-rule", ...because], /no standing finding of the rule «no-such-rule»/],
        [because, /Name what to acknowledge/],
        [[id, "--until", far], /--reason TEXT/],
        [[id, "--reason", " ", "--until", far], /--reason TEXT/],
        [[id, "--reason", "known"], /--until DATE/],
        [[id, "--reason", "known", "--until", "2020-01-01"], /2020-01-01 is past/],
        [[id, "--reason", "known", "--until", "2026-02-30"], /«2026-02-30» is not a date/],
        [[id, "--reason", "known", "--until", "tomorrow"], /«tomorrow» is not a date/],
        [["--undo", first.report.findings.at(-1)?.id ?? ""], /None of the given findings is acknowledged/],
        [["--list", id], /--list cannot be combined/],
        [["--list", "--format", "html"], /«html» is not one of terminal, json/]
      ]
      for (const [parameters, problem] of mistakes) {
        const { exitCode, stdout, stderr } = yield* ack(...parameters)
        assert.deepStrictEqual([exitCode, stdout], [2, ""], parameters.join(" "))
        assert.match(stderr, problem)
      }
    })
  )
})
