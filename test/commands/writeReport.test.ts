import { existsSync, mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Stream } from "effect"
import { exitCodeAfterWriting, writeOutputs, writeToFile } from "../../src/commands/writeReport.ts"
import { demoShop } from "../../src/sandbox/demoShop.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { type Finished, startChatlint } from "./runChatlint.ts"
import { scanShop, startScan, temporaryFolder } from "./scanSandbox.ts"
import { scriptedStreams } from "./scriptedStreams.ts"

const marketplace = startSandbox({ shops: [demoShop], limits: "off" })

/** Runs a command whose standard output is closed from the beginning. */
const unread = (folder: string, ...parameters: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const running = yield* startChatlint(parameters, { folder })
    yield* running.stopReading
    return yield* running.finished
  })

const endOf = ({ exitCode, stderr }: Finished) => [exitCode, stderr]

describe("a reader that stops reading", { timeout: 60_000 }, () => {
  it.scopedLive("affects neither the other reports of a scan nor its exit code", () =>
    Effect.gen(function* () {
      const { baseUrl } = yield* marketplace
      const folder = yield* temporaryFolder
      const running = yield* startScan(demoShop, baseUrl, folder, ["--output", "html=a.html", "--output", "csv=b.csv"])
      yield* running.stopReading
      assert.deepStrictEqual(endOf(yield* running.finished), [1, ""])
      assert.include(readFileSync(join(folder, "a.html"), "utf8"), "</html>")
      assert.isTrue(existsSync(join(folder, "b.csv")))
    })
  )

  it.scopedLive("ends every format of a report quietly", () =>
    Effect.gen(function* () {
      const { baseUrl } = yield* marketplace
      const folder = yield* temporaryFolder
      yield* scanShop(demoShop, baseUrl, folder)
      for (const format of ["terminal", "json", "html", "xlsx"]) {
        assert.deepStrictEqual(endOf(yield* unread(folder, "report", "--format", format)), [1, ""], format)
      }
      assert.deepStrictEqual(endOf(yield* unread(folder, "ack", "--list")), [0, ""])
    })
  )

  const commands: ReadonlyArray<readonly [command: string, exitCode: number]> = [
    ["explain phone-number", 0],
    ["rules list", 0],
    ["trace 89261234567", 0],
    ["--help", 0],
    // Every check is run even if nobody reads the results: the configuration named here does not exist.
    ["doctor --config missing.yaml", 2]
  ]
  it.scopedLive.each(commands)("ends quietly: %s", ([command, exitCode]) =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      assert.deepStrictEqual(endOf(yield* unread(folder, ...command.split(" "))), [exitCode, ""])
    })
  )

  it.scopedLive("of standard error changes nothing either", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const running = yield* startChatlint(["check", "missing.txt", "--format", "json"], { folder })
      yield* running.stopListening
      const { exitCode, stdout } = yield* running.finished
      assert.strictEqual(exitCode, 3)
      assert.include(stdout, "missing.txt")
    })
  )
})

describe("a report's file", () => {
  it.scoped("is written completely, whatever pieces of it are empty", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "report.html")
      yield* writeToFile(path, Stream.make("", "a", new Uint8Array(), "б", ""))
      assert.strictEqual(readFileSync(path, "utf8"), "aб")
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )
})

describe("an output that cannot be written", { timeout: 60_000 }, () => {
  it.scoped("does not affect the others, and determines the exit code of a command that found nothing", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      mkdirSync(join(folder, "taken"))
      const outputs = ["taken", "b.txt"].map((name) => ({ format: name, file: Option.some(join(folder, name)) }))
      const { notes, layer } = scriptedStreams()
      const writing = writeOutputs(outputs, { color: false, locale: "en" }, (format) => Stream.make(format))
      const written = yield* Effect.provide(writing, layer)
      assert.lengthOf(notes, 1)
      assert.include(notes[0], join(folder, "taken"))
      assert.strictEqual(readFileSync(join(folder, "b.txt"), "utf8"), "b.txt")
      assert.strictEqual(written, 2)
      assert.deepStrictEqual(
        ([0, 1, 3, 4] as const).map((code) => exitCodeAfterWriting(code, written)),
        [2, 1, 3, 2]
      )
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )

  it.scopedLive("because its folder is missing is rejected before the scan", () =>
    Effect.gen(function* () {
      const sandbox = yield* marketplace
      const folder = yield* temporaryFolder
      const running = yield* startScan(demoShop, sandbox.baseUrl, folder, ["--output", "html=missing/a.html"])
      const { exitCode, stderr } = yield* running.finished
      assert.strictEqual(exitCode, 2)
      assert.include(stderr, join("missing", "a.html"))
      assert.strictEqual(sandbox.log.counters().requests.list, 0)
    })
  )
})
