import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { runChatlint } from "./runChatlint.ts"
import { temporaryFolder } from "./scanSandbox.ts"

const phone = "+7 926 555-01-42"
const message = `Номер курьера ${phone}`

/** A folder with templates, and operations in it. */
const templates = (files: Readonly<Record<string, string>>) =>
  Effect.gen(function* () {
    const folder = yield* temporaryFolder
    const write = (name: string, text: string) => {
      mkdirSync(join(folder, name, ".."), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    for (const [name, text] of Object.entries(files)) write(name, text)
    const run = (parameters: ReadonlyArray<string>, environment: Readonly<Record<string, string>> = {}) =>
      runChatlint(parameters, { folder, environment })
    return {
      folder,
      write,
      run,
      check: (...parameters: ReadonlyArray<string>) =>
        Effect.map(run(["check", "--format", "json", ...parameters]), ({ exitCode, stdout, stderr }) => {
          const report = JSON.parse(stdout)
          const findings: ReadonlyArray<{ id: string; status: string; path: string; match: string }> = report.findings
          return { exitCode, stderr, findings, counts: report.counts, report }
        }),
      baseline: () => readFileSync(join(folder, "chatlint-baseline.json"), "utf8")
    }
  })

describe("baseline", { timeout: 60_000 }, () => {
  it.scopedLive("accepts the current findings, so that only new ones fail", () =>
    Effect.gen(function* () {
      const { run, check, write, baseline } = yield* templates({ "t/a.yaml": `a: ${message}\n` })
      assert.strictEqual((yield* check("t")).exitCode, 1)
      const made = yield* run(["baseline", "t"])
      assert.deepStrictEqual([made.exitCode, made.stderr], [0, ""])
      assert.include(made.stdout, "1 finding accepted: 1 added")
      assert.notMatch(baseline(), /555\D?01\D?42/)
      const { exitCode, counts, report } = yield* check("t")
      assert.deepStrictEqual([exitCode, counts.accepted, report.stableIds], [0, 1, true])

      write("t/a.yaml", `a: ${message} или +7 926 555-01-43\n`)
      const fresh = yield* check("t")
      assert.strictEqual(fresh.exitCode, 1)
      assert.deepStrictEqual(
        fresh.findings.map(({ status, match }) => [status, match]),
        [
          ["unchanged", "+7926•••••42"],
          ["new", "+7926•••••43"]
        ]
      )
    })
  )

  it.scopedLive("survives moves, other layouts, another folder and --reveal", () =>
    Effect.gen(function* () {
      const { folder, run, check, write } = yield* templates({ "t/a.yaml": `a: ${message}\n` })
      yield* run(["baseline"])
      mkdirSync(join(folder, "u"))
      renameSync(join(folder, "t/a.yaml"), join(folder, "u/b.yaml"))
      assert.strictEqual((yield* check()).exitCode, 0)
      write("u/b.yaml", `# new\na: >-\n  Номер курьера\n  ${phone}\n`)
      assert.strictEqual((yield* check("--reveal")).exitCode, 0)
      const below = yield* runChatlint(["check", "--baseline", "../chatlint-baseline.json"], {
        folder: join(folder, "u")
      })
      assert.strictEqual(below.exitCode, 0, below.stdout)
    })
  )

  it.scopedLive("counts what was fixed, removes it with --prune, and keeps what was not checked", () =>
    Effect.gen(function* () {
      const { folder, run, check, write, baseline } = yield* templates({
        "t/a.yaml": `a: ${message}\n`,
        "u/b.yaml": `b: ${message}\n`
      })
      yield* run(["baseline"])
      write("t/a.yaml", "a: Добрый день\n")
      assert.strictEqual((yield* check("t")).counts.fixed, 1)
      // Nothing in a file that cannot be read is known to be fixed.
      write("u/b.yaml", "b: [\n")
      const broken = yield* check("u")
      assert.deepStrictEqual([broken.exitCode, broken.counts.fixed], [3, 0])
      const pruned = yield* run(["baseline", "--prune", "t"])
      assert.include(pruned.stdout, "1 finding accepted: 0 added, 1 removed")
      assert.include(baseline(), "u/b.yaml")
      assert.notInclude(baseline(), "t/a.yaml")
      rmSync(join(folder, "u"), { recursive: true })
      assert.strictEqual((yield* check()).counts.fixed, 1)
    })
  )

  it.scopedLive("gives the same ids on every machine, from its own key or from the configured one", () =>
    Effect.gen(function* () {
      const { run, write, check, baseline } = yield* templates({ "a.yaml": `a: ${message}\n` })
      const ids = (findings: ReadonlyArray<{ id: string }>) => findings.map(({ id }) => id)
      assert.notDeepEqual(ids((yield* check()).findings), ids((yield* check()).findings))
      write("chatlint.yaml", `identityKey: \${IDENTITY}\n`)
      const named = { IDENTITY: "a secret of the company" }
      assert.strictEqual((yield* run(["baseline", "a.yaml"], named)).exitCode, 0)
      assert.notInclude(baseline(), "a secret")
      assert.notProperty(JSON.parse(baseline()), "key")
      assert.strictEqual((yield* run(["check", "a.yaml"], named)).exitCode, 0)
      const other = yield* run(["check", "a.yaml"], { IDENTITY: "another one" })
      assert.strictEqual(other.exitCode, 2)
      assert.include(other.stderr, "made with a different key")
      assert.notInclude(other.stderr, "another one")
    })
  )

  it.scopedLive("must exist if it is named, and be valid", () =>
    Effect.gen(function* () {
      const { run, write } = yield* templates({ "a.yaml": "a: Добрый день\n" })
      const missing = yield* run(["check", "a.yaml", "--baseline", "none.json"])
      assert.strictEqual(missing.exitCode, 2)
      assert.include(missing.stderr, "There is no baseline")
      const nothing = yield* run(["baseline", "a.yaml"])
      assert.deepStrictEqual(
        [nothing.exitCode, nothing.stdout],
        [0, "Nothing was found, so there is nothing to accept.\n"]
      )
      write("chatlint-baseline.json", '{"schema": "chatlint/baseline@9"}')
      const strange = yield* run(["check", "a.yaml"])
      assert.strictEqual(strange.exitCode, 2)
      assert.match(strange.stderr, /chatlint-baseline\.json:1:\d+: this is not a baseline/)
    })
  )
})

describe("suppressions of a check", { timeout: 60_000 }, () => {
  it.scopedLive("keep suppressed findings in the report, and list unused suppressions", () =>
    Effect.gen(function* () {
      const { check, run, write } = yield* templates({
        "t/a.yaml": `# chatlint-disable-next-line phone-number -- the hotline of the marketplace\na: ${message}\n`,
        "t/b.yaml": `delivery:\n  call: ${message}\n`,
        "chatlint.yaml": [
          "suppressions:",
          "  - { rule: phone-number, files: 't/*.yaml', key: 'delivery.*', reason: agreed, until: 2999-12-31 }",
          "  - { rule: outbound-link, files: 't/**', reason: nothing there }",
          "  - { rule: outbound-link, files: 'u/**', reason: not looked at }"
        ].join("\n")
      })
      const { exitCode, report } = yield* check("t")
      assert.strictEqual(exitCode, 0)
      assert.deepStrictEqual(
        report.findings.map(({ suppression }: { suppression: object }) => suppression),
        [
          { by: "comment", reason: "the hotline of the marketplace" },
          { by: "configuration", reason: "agreed", until: "2999-12-31" }
        ]
      )
      assert.deepStrictEqual(report.suppressionNotices, [
        { path: "chatlint.yaml", line: 3, problem: "unused", rule: "outbound-link" }
      ])
      // When single files are checked, as before a commit, it may be meant for another one.
      assert.deepStrictEqual((yield* check("t/a.yaml")).report.suppressionNotices, [])
      const { runs } = JSON.parse((yield* run(["check", "t", "--format", "sarif"])).stdout)
      const kinds = runs[0].results.map(
        ({ suppressions }: { suppressions: [{ kind: string }] }) => suppressions[0].kind
      )
      assert.deepStrictEqual(kinds, ["inSource", "external"])
      write("chatlint.yaml", "suppressions:\n  - { rule: phone-number, reason: agreed, until: 2026-02-30 }\n")
      const wrong = yield* run(["check", "t"])
      assert.strictEqual(wrong.exitCode, 2)
      assert.match(wrong.stderr, /chatlint\.yaml:2:\d+: /)
    })
  )
})
