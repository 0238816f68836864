import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Option } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { parse } from "yaml"
import { formatOfName } from "../src/drafts/DraftFormat.ts"

const root = fileURLToPath(new URL("../", import.meta.url))
const bundle = join(root, "dist/main.js")
const read = (name: string) => parse(readFileSync(join(root, name), "utf8"))

const folder = mkdtempSync(join(tmpdir(), "chatlint-test-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const message = "Номер курьера +7 926 555-01-42\n"
writeFileSync(join(folder, "call.txt"), message)
writeFileSync(join(folder, "two words.txt"), "Добрый день\n")

describe("the GitHub action", { timeout: 60_000 }, () => {
  const action = read("action.yml")
  const step = action.runs.steps.at(-1)

  /** The script of the last step, with its variables as GitHub fills them. */
  const check = (inputs: Readonly<Record<string, string>>) => {
    const filled = Object.entries<string>(step.env).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1]
      return [name, input === undefined ? bundle : (inputs[input] ?? action.inputs[input].default)]
    })
    // As GitHub runs `shell: bash`.
    return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH, LANG: "en_US.UTF-8", GITHUB_ACTIONS: "true", ...Object.fromEntries(filled) }
    })
  }

  it("gives the script every input as a variable, and none as text of it", () => {
    expect(step.run).not.toContain("${{")
    const given = Object.values<string>(step.env).join()
    for (const input of Object.keys(action.inputs)) {
      if (input !== "working-directory") expect(given).toContain(`inputs.${input} `)
    }
  })

  it("annotates, writes SARIF, and fails by the exit code", () => {
    const { status, stdout } = check({ paths: "call.txt\ntwo words.txt\n", sarif: "out file.sarif" })
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error file=call\.txt,line=1,/)
    expect(JSON.parse(readFileSync(join(folder, "out file.sarif"), "utf8")).runs[0].results).toHaveLength(1)
  })

  it("passes every option on", () => {
    expect(check({ paths: "call.txt", "fail-on": "never", locale: "ru" }).status).toBe(0)
    expect(check({ paths: "call.txt", arguments: "--format=concise\n--fail-on=never" }).stdout).toMatch(
      /^call\.txt:1:15: error/
    )
    const missing = check({ paths: "call.txt", baseline: "none.json" })
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining("none.json")])
  })

  it("takes what others write for a name and for nothing else", () => {
    for (const hostile of ["$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "--format=json"]) {
      const { stderr } = check({ paths: hostile, config: "", since: "" })
      expect(stderr).toContain("There is no such file")
      expect(check({ paths: "call.txt", since: hostile }).status).not.toBe(0)
    }
    expect(existsSync(join(folder, "pwned"))).toBe(false)
  })
})

describe("the pre-commit hook", { timeout: 60_000 }, () => {
  const [hook] = read(".pre-commit-hooks.yaml")

  it("takes the files that chatlint reads", () => {
    const files = new RegExp(hook.files)
    for (const name of ["a.txt", "a.md", "a.yml", "a.yaml", "a.json", "a.jsonl", "a.csv", "a.tsv", "a.po"]) {
      expect(files.test(name), name).toBe(true)
      expect(Option.isSome(formatOfName(name)), name).toBe(true)
    }
    for (const name of ["a.png", "a.ts", "json", "a.json.gz"]) expect(files.test(name), name).toBe(false)
  })

  it("checks the files it is given, and lets a file without messages pass", () => {
    const [command, ...words] = hook.entry.split(" ")
    expect(command).toBe("chatlint")
    writeFileSync(join(folder, "numbers.json"), "[1, 2]")
    const run = (...names: ReadonlyArray<string>) =>
      spawnSync(process.execPath, [bundle, ...words, ...names], { cwd: folder, encoding: "utf8" }).status
    expect(run("numbers.json", "two words.txt")).toBe(0)
    expect(run("numbers.json", "call.txt")).toBe(1)
  })
})

describe("the rule file that the README shows", { timeout: 60_000 }, () => {
  it("does what its examples say", () => {
    const [, written] = /```yaml\n(id: own-courier\n[^`]*)```/.exec(readFileSync(join(root, "README.md"), "utf8")) ?? []
    const rules = join(folder, "own")
    mkdirSync(rules)
    writeFileSync(join(rules, "courier.yaml"), written ?? "")
    const run = (...words: ReadonlyArray<string>) =>
      spawnSync(process.execPath, [bundle, ...words], { cwd: folder, encoding: "utf8" })
    const { status, stdout } = run("rules", "test", "own")
    expect([status, stdout]).toEqual([0, expect.stringContaining("own-courier")])
    // The pattern is read too, also where its words are disguised.
    writeFileSync(join(folder, "crew.txt"), "Выехал экипaж №12\n")
    expect(run("check", "--rules", "own", "crew.txt", "--format", "concise").stdout).toContain("own-courier")
  })
})
