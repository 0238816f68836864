import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { writeToFile } from "../../src/commands/writeReport.ts"
import { demoShop } from "../../src/sandbox/demoShop.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { type Finished, startChatlint } from "./runChatlint.ts"
import { scanShop, startScan, temporaryFolder } from "./scanSandbox.ts"

const marketplace = startSandbox({ shops: [demoShop], limits: "off" })

/** Runs a command whose standard output nobody reads from the beginning. */
const unread = (folder: string, ...parameters: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const running = yield* startChatlint(parameters, { folder })
    yield* running.stopReading
    return yield* running.finished
  })

const endOf = ({ exitCode, stderr }: Finished) => [exitCode, stderr]

describe("a reader who has had enough", { timeout: 60_000 }, () => {
  it.scopedLive("takes nothing from the other reports of a scan, nor from its exit code", () =>
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
    // All is looked at, also when nobody reads what there is: this one has a configuration that is not there.
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
  it.scoped("is written whole, whatever pieces of it are empty", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "report.html")
      yield* writeToFile(path, Stream.make("", "a", new Uint8Array(), "б", ""))
      assert.strictEqual(readFileSync(path, "utf8"), "aб")
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )
})
