import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { nodeResult } from "../../src/commands/examination/nodeResult.ts"
import { startSandbox } from "../../src/sandbox/Sandbox.ts"
import { sampleShop } from "../sandbox/sampleShop.ts"
import { runChatlint } from "./runChatlint.ts"
import { temporaryFolder } from "./scanSandbox.ts"

describe("init", { timeout: 30_000 }, () => {
  it.scopedLive("writes a configuration that chatlint reads, and its schema", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const { exitCode, stdout } = yield* runChatlint(["init"], { folder })
      assert.strictEqual(exitCode, 0)
      assert.include(stdout, "chatlint.yaml")
      assert.isObject(JSON.parse(readFileSync(join(folder, "chatlint.schema.json"), "utf8")))
      assert.strictEqual((yield* runChatlint(["rules", "list"], { folder })).exitCode, 0)
    })
  )

  it.scopedLive("overwrites nothing without --force, and leaves no partial configuration", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      writeFileSync(join(folder, "chatlint.schema.json"), "mine")
      const refused = yield* runChatlint(["init"], { folder })
      assert.strictEqual(refused.exitCode, 2)
      assert.include(refused.stderr, "chatlint.schema.json already exists")
      assert.isFalse(existsSync(join(folder, "chatlint.yaml")))
      assert.strictEqual((yield* runChatlint(["init", "--force"], { folder })).exitCode, 0)
      assert.notStrictEqual(readFileSync(join(folder, "chatlint.schema.json"), "utf8"), "mine")
    })
  )
})

describe("doctor", { timeout: 60_000 }, () => {
  const key = "ACMA:a-key-that-nobody-may-see:1234"

  it.scopedLive("finds no problems without a configuration and without a key, and creates no database", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const { exitCode, stdout, stderr } = yield* runChatlint(["doctor"], { folder })
      assert.deepStrictEqual([exitCode, stderr], [0, ""])
      assert.include(stdout, "7 rules")
      assert.include(stdout, "No key")
      assert.include(stdout, "No problems found.")
      assert.isFalse(existsSync(join(folder, "chatlint.db")))
    })
  )

  it.scopedLive("sends the requests of a scan to the marketplace, and never shows the key", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const shop = sampleShop(3)
      const sandbox = yield* startSandbox({ shops: [shop], limits: "off" })
      const ask = (apiKey: string) =>
        runChatlint(["doctor", "--base-url", sandbox.baseUrl], { folder, environment: { CHATLINT_API_KEY: apiKey } })
      const right = yield* ask(shop.apiKey)
      assert.strictEqual(right.exitCode, 0, right.stdout)
      assert.include(right.stdout, "answers: 1 business")
      assert.notInclude(right.stdout + right.stderr, shop.apiKey)
      const wrong = yield* ask(key)
      assert.strictEqual(wrong.exitCode, 2)
      assert.include(wrong.stdout, "1 problem to fix")
      assert.notInclude(wrong.stdout + wrong.stderr, "nobody-may-see")
    })
  )

  it.scopedLive("reports each mistake once, and continues", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      writeFileSync(join(folder, "chatlint.yaml"), "failOn: 7\n")
      writeFileSync(join(folder, "chatlint-baseline.json"), "<<<<<<< ours\n")
      const { exitCode, stdout } = yield* runChatlint(["doctor", "--rules", "nowhere"], { folder })
      assert.strictEqual(exitCode, 2)
      assert.strictEqual(stdout.split("chatlint.yaml:1:9").length, 2)
      assert.include(stdout.replace(/\s+/g, " "), "chatlint-baseline.json:1:1: the baseline is not JSON")
      assert.include(stdout, "7 rules")
    })
  )

  it.scopedLive("checks the baseline that `check` reads, also from a subfolder", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const below = join(folder, "texts")
      mkdirSync(below)
      writeFileSync(join(folder, "chatlint.yaml"), "region: RU\n")
      writeFileSync(join(below, "a.txt"), "Номер курьера +7 926 555-01-42\n")
      assert.strictEqual((yield* runChatlint(["baseline"], { folder: below })).exitCode, 0)
      assert.isTrue(existsSync(join(folder, "chatlint-baseline.json")))
      const { exitCode, stdout } = yield* runChatlint(["doctor"], { folder: below })
      assert.strictEqual(exitCode, 0, stdout)
      assert.include(stdout, "Baseline ../chatlint-baseline.json: 1 finding accepted")
    })
  )

  it.scopedLive("reports a database that cannot be created", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const { exitCode, stdout } = yield* runChatlint(["doctor", "--db", "nowhere/chatlint.db"], { folder })
      assert.strictEqual(exitCode, 2)
      assert.include(stdout.replace(/\s+/g, ""), "nowhere/chatlint.dbcannotbecreated")
    })
  )

  it("rejects a Node.js that is too old", () => {
    assert.strictEqual(nodeResult("20.18.9", "en").state, "problem")
    assert.strictEqual(nodeResult("18.20.0", "en").state, "problem")
    assert.strictEqual(nodeResult("20.19.0", "en").state, "well")
    assert.strictEqual(nodeResult("24.1.0", "en").state, "well")
  })
})
