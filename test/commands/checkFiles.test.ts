import { execFileSync } from "node:child_process"
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { runChatlint } from "./runChatlint.ts"
import { temporaryFolder } from "./scanSandbox.ts"

const phone = "Номер мастера 8 (926) 555-01-42"
const clean = "Ваш заказ {order_id} уже в пути"

const write = (folder: string, files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

const git = (folder: string, ...parameters: ReadonlyArray<string>): string =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...parameters], {
    cwd: folder,
    encoding: "utf8"
  })

/** `path:line:column rule` of every finding, in the order of the report. */
const found = (stdout: string): ReadonlyArray<string> =>
  stdout.split("\n").flatMap((line) => {
    const [, place, rule] = /^(\S+?:\d+:\d+): (?:error|warning).*\[([\w-]+)\]$/.exec(line) ?? []
    return place === undefined ? [] : [`${place} ${rule}`]
  })

const check = (folder: string, ...parameters: ReadonlyArray<string>) =>
  Effect.map(runChatlint(["check", "--format", "concise", ...parameters], { folder }), (finished) => ({
    ...finished,
    found: found(finished.stdout)
  }))

describe("check of files", { timeout: 60_000 }, () => {
  it.scopedLive("masks contacts in the names of files, in every format and on standard error", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      write(folder, {
        "8 926 555-01-42.txt": phone,
        "8 926 555-01-43.json": "{",
        "8 926 555-01-44.yaml": "# chatlint-disable-next-line x\na: Да\n"
      })
      for (const format of [
        "terminal",
        "concise",
        "json",
        "jsonl",
        "sarif",
        "junit",
        "checkstyle",
        "github",
        "gitlab"
      ]) {
        const { exitCode, stdout, stderr } = yield* runChatlint(["check", "--format", format], { folder })
        assert.strictEqual(exitCode, 1)
        assert.notMatch(stdout + stderr, /555(?:-|%2D)?01/, format)
      }
      assert.include((yield* check(folder, "--reveal")).stdout, "8 926 555-01-42.txt:1:")
      assert.notInclude((yield* runChatlint(["baseline"], { folder })).stderr, "555-01")
      assert.strictEqual((yield* check(folder, "8 926 555-01-42.txt")).exitCode, 0)
    })
  )

  it.scopedLive("does not take an empty path for the whole folder", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      write(folder, { "a.txt": clean })
      for (const paths of [[""], ["a.txt", ""]]) {
        const { exitCode, stderr } = yield* check(folder, ...paths)
        assert.strictEqual(exitCode, 2)
        assert.include(stderr, "A path is empty")
      }
      assert.strictEqual((yield* runChatlint(["baseline", ""], { folder })).exitCode, 2)
    })
  )

  it.scopedLive("counts files of other kinds in a folder, and reads templates as text", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const others = ["a.html", "b.html", "c.xml", "d.properties", "e.toml", "LICENSE", "g.ts", "h.png", ".env"]
      write(folder, Object.fromEntries([...others, "t/a.ftl", "t/b.tpl"].map((path) => [path, phone])))
      const { found: places, stdout } = yield* check(
        folder,
        "--output",
        `json=${folder}.json`,
        "--output",
        `terminal=${folder}.txt`
      )
      assert.deepStrictEqual([places.length, stdout.includes("html")], [2, false])
      const { otherFiles } = JSON.parse(readFileSync(`${folder}.json`, "utf8"))
      assert.deepStrictEqual(otherFiles.slice(0, 2), [
        { ending: ".html", files: 2 },
        { ending: "", files: 1 }
      ])
      assert.match(
        readFileSync(`${folder}.txt`, "utf8").replaceAll(/\s+/g, " "),
        /8 files of other kinds were not read: \.html 2, others 1, \.png 1, \.properties 1, \.toml 1, …\. $/
      )
      const { stdout: named } = yield* runChatlint(["check", "t", "a.html"], { folder })
      assert.notInclude(named, "other kind")
    })
  )

  it.scopedLive.each(["json", "jsonl", "sarif", "gitlab"])(
    "writes %s over an earlier report in the folder checked",
    (format) =>
      Effect.gen(function* () {
        const folder = yield* temporaryFolder
        write(folder, { "in.txt": phone })
        const checkAll = check(folder, ".", "--format", "concise", "--output", `${format}=report.json`)
        const first = yield* checkAll
        assert.strictEqual(first.exitCode, 1)
        assert.deepStrictEqual(yield* checkAll, first)
        write(folder, { "in.txt": "Спасибо" })
        assert.strictEqual((yield* checkAll).exitCode, 0)
        assert.strictEqual((yield* checkAll).exitCode, 0)
      })
  )

  it.scopedLive("writes no report over a file that it reads, nor over another report", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const files = { "in.txt": phone, "broken.json": "{", "chatlint.yaml": "region: RU\n", "old.json": "old" }
      write(folder, files)
      symlinkSync("in.txt", join(folder, "link.json"))
      for (const [path, ...outputs] of [
        ["in.txt", "sarif=in.txt"],
        [".", "sarif=in.txt"],
        ["in.txt", "json=link.json"],
        ["broken.json", "json=broken.json"],
        ["in.txt", "json=chatlint.yaml"],
        ["in.txt", "json=old.json", "sarif=./old.json"],
        ["in.txt", "json=new.json", "sarif=new.json"],
        ["in.txt", "terminal=-"]
      ] as const) {
        const flags = outputs.flatMap((output) => ["--output", output])
        const { exitCode, stdout, stderr } = yield* check(folder, path, ...flags)
        assert.deepStrictEqual([exitCode, stdout], [2, ""], outputs.join(" "))
        assert.include(stderr, outputs[0] === "terminal=-" ? "./-" : "--output")
        for (const [name, content] of Object.entries(files)) {
          assert.strictEqual(readFileSync(join(folder, name), "utf8"), content)
        }
      }
      assert.strictEqual((yield* check(folder, "in.txt", "--output", "json=old.json")).exitCode, 1)
      const nowhere = ["--output", "json=/dev/null", "--output", "sarif=/dev/null"]
      assert.strictEqual((yield* check(folder, "in.txt", ...nowhere)).exitCode, 1)
    })
  )

  it.scopedLive("finds violations in every format at their positions, and sets the exit code", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      write(folder, {
        "a.yaml": `ru:\n  delayed:\n    - >-\n      Номер мастера\n      8 (926) 555-01-42\n`,
        "b.json": `{ "ru": { "text": "${phone}" } }`,
        "c/d.csv": `name,text\nx,"${phone}"\n`,
        "e.md": `# Да\n\n${phone}\n`,
        "clean.txt": clean
      })
      const { exitCode, found: places } = yield* check(folder)
      assert.deepStrictEqual(places, [
        "a.yaml:5:7 phone-number",
        "b.json:1:34 phone-number",
        "c/d.csv:2:18 phone-number",
        "e.md:3:15 phone-number"
      ])
      assert.strictEqual(exitCode, 1)
      assert.strictEqual((yield* check(folder, "clean.txt")).exitCode, 0)
      assert.strictEqual((yield* check(folder, "--fail-on", "never")).exitCode, 0)
      assert.deepStrictEqual((yield* check(folder, "c", "*.md")).found, [
        "c/d.csv:2:18 phone-number",
        "e.md:3:15 phone-number"
      ])
    })
  )

  it.scopedLive.skipIf(process.platform === "win32")("does not wait for a pipe, and reports it as unread", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      write(folder, { "a.txt": phone })
      execFileSync("mkfifo", [join(folder, "pipe")])
      symlinkSync("pipe", join(folder, "link.txt"))
      git(folder, "init", "--quiet")
      const { exitCode, found: places, stderr } = yield* check(folder)
      assert.deepStrictEqual(places, ["a.txt:1:15 phone-number"])
      assert.strictEqual(exitCode, 1)
      assert.include(stderr, "link.txt: ")
      assert.strictEqual((yield* check(folder, "pipe")).exitCode, 3)
    })
  )

  it.scopedLive("reports what it could not read, and continues with the rest", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      write(folder, { "a.json": '{ "a": ', "b.txt": clean, "c.txt": new Uint8Array([0xd0, 0xff, 0x80, 0x81]) })
      const { exitCode, stdout, stderr } = yield* check(folder, ".", "nowhere.txt")
      assert.strictEqual(exitCode, 3)
      for (const output of [stdout, stderr]) {
        assert.include(output, "a.json:1:8: ")
        assert.include(output, "c.txt:1:1: ")
        assert.include(output, "nowhere.txt: ")
      }
    })
  )

  it.scopedLive("does not end with 0 when there was nothing to check, except with --allow-empty", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const bare = yield* check(folder)
      assert.strictEqual(bare.exitCode, 3)
      assert.match(bare.stderr, /Nothing was checked/)
      assert.strictEqual((yield* check(folder, "--allow-empty")).exitCode, 0)
      write(folder, { "src/a.txt": clean, "pictures/a.png": "" })
      const half = yield* check(folder, "src", "pictures", "*.yaml")
      assert.strictEqual(half.exitCode, 3)
      assert.match(half.stderr, /^chatlint: pictures: There is no file that may hold drafts/m)
      assert.match(half.stderr, /^chatlint: \*\.yaml: No file is called like this pattern/m)
      assert.strictEqual((yield* check(folder, "src", "pictures", "*.yaml", "--allow-empty")).exitCode, 0)
      write(folder, {
        "chatlint.yaml": "drafts: { inputs: [{ files: '*.txt', select: 'x' }] }",
        "a.json": `{"b":"${phone}"}`
      })
      assert.strictEqual((yield* check(folder)).exitCode, 3)
    })
  )

  it.scopedLive("reads standard input as the named file", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const given = (text: string, ...parameters: ReadonlyArray<string>) =>
        runChatlint(["check", "-", "--format", "concise", ...parameters], { folder, input: { text } })
      assert.deepStrictEqual(found((yield* given(`{"a":"${phone}"}`, "--stdin-filename", "x/y.json")).stdout), [
        "x/y.json:1:21 phone-number"
      ])
      assert.deepStrictEqual(found((yield* given(phone)).stdout), ["stdin:1:15 phone-number"])
      assert.deepStrictEqual(found((yield* given(`text\n"${phone}"`, "--input-format", "csv")).stdout), [
        "stdin:2:16 phone-number"
      ])
      assert.strictEqual((yield* given(phone, "--input-format", "doc")).exitCode, 2)
    })
  )

  it.scopedLive("checks what the configuration names, and only the selected values", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const texts = `{"x":{"text":"${phone}","note":"${phone}"},"old":{"text":"${phone}"},"y":{"text":"{tracking_url}, {hotline}"}}`
      write(folder, {
        "chatlint.yaml": [
          "drafts:",
          "  inputs:",
          "    - files: texts/**/*.conf",
          "      format: json",
          "      select: ['**.text', '!old.**']",
          "  holes:",
          "    safe: [tracking_url]",
          "    phone-number: [hot*]"
        ].join("\n"),
        "texts/a/b.conf": texts,
        "other.json": `{"text":"${phone}"}`
      })
      assert.deepStrictEqual((yield* check(folder)).found, [
        "texts/a/b.conf:1:29 phone-number",
        `texts/a/b.conf:1:${texts.indexOf("{hotline}") + 1} phone-number`
      ])
      write(folder, { "chatlint.yaml": "drafts:\n  inputs:\n    - files: a\n      format: doc\n      selekt: b\n" })
      const refused = yield* check(folder)
      assert.strictEqual(refused.exitCode, 2)
      assert.match(refused.stderr, /chatlint\.yaml:4:15: .*gettext/)
      assert.match(refused.stderr, /chatlint\.yaml:5:7: .*select/)
    })
  )

  it.scopedLive("skips what .gitignore names, inside and outside of a repository", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      write(folder, {
        ".gitignore": "build/\n*.tmp.txt\n!keep.tmp.txt\n",
        "build/a.txt": phone,
        "b.tmp.txt": phone,
        "keep.tmp.txt": phone,
        "sub/.gitignore": "/c.txt\n",
        "sub/c.txt": phone,
        "sub/d/c.txt": phone,
        "node_modules/x/y.txt": phone,
        "package.json": `{"description":"${phone}"}`
      })
      const expected = ["keep.tmp.txt:1:15 phone-number", "sub/d/c.txt:1:15 phone-number"]
      assert.deepStrictEqual((yield* check(folder)).found, expected)
      git(folder, "init", "--quiet")
      rmSync(join(folder, "node_modules"), { recursive: true })
      assert.deepStrictEqual((yield* check(folder)).found, expected)
      assert.deepStrictEqual((yield* check(join(folder, "sub"), "..")).found, [
        "../keep.tmp.txt:1:15 phone-number",
        "d/c.txt:1:15 phone-number"
      ])
      assert.deepStrictEqual((yield* check(folder, "b.tmp.txt")).found, ["b.tmp.txt:1:15 phone-number"])
    })
  )

  it.scopedLive("checks staged changes as they are staged", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      git(folder, "init", "--quiet")
      write(folder, { "старый.txt": phone, "b.txt": phone, "c.txt": clean })
      git(folder, "add", ".")
      git(folder, "commit", "--quiet", "-m", "first")
      assert.strictEqual((yield* check(folder, "--staged")).exitCode, 3)
      write(folder, { "b.txt": `Да\n\n${phone}`, "c.txt": clean, "новый текст.txt": phone })
      git(folder, "add", ".")
      write(folder, { "b.txt": clean, "d.txt": phone })
      assert.deepStrictEqual(
        (yield* check(folder, "--staged")).stdout
          .split("\n")
          .map((line) => line.split(": ")[0])
          .slice(0, 2),
        ["b.txt:3:15", "новый текст.txt:1:15"]
      )
      assert.deepStrictEqual((yield* check(folder, "--staged", "b.txt")).found, ["b.txt:3:15 phone-number"])
    })
  )

  it.scopedLive("checks what changed since a revision", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      git(folder, "init", "--quiet", "--initial-branch=main")
      write(folder, { "a.txt": phone, "b.txt": clean })
      git(folder, "add", ".")
      git(folder, "commit", "--quiet", "-m", "first")
      git(folder, "checkout", "--quiet", "-b", "work")
      write(folder, { "b.txt": phone, "sub/c.txt": phone })
      assert.deepStrictEqual((yield* check(folder, "--since", "main")).found, [
        "b.txt:1:15 phone-number",
        "sub/c.txt:1:15 phone-number"
      ])
      const unknown = yield* check(folder, "--since", "--output=x")
      assert.strictEqual(unknown.exitCode, 2)
      assert.match(unknown.stderr, /no revision/)
      const outside = yield* check(yield* temporaryFolder, "--staged")
      assert.strictEqual(outside.exitCode, 2)
      assert.match(outside.stderr, /no Git repository/)
    })
  )

  it.scopedLive("finds the same changes whatever the Git configuration", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      git(folder, "init", "--quiet", "--initial-branch=main")
      write(folder, { "a.txt": clean, "sub/b.txt": clean })
      git(folder, "add", ".")
      git(folder, "commit", "--quiet", "-m", "first")
      write(folder, { "a.txt": phone, "sub/b.txt": phone, "sub/c d.txt": phone })
      git(folder, "add", ".")
      const settings = [
        "diff.relative=true",
        "diff.noprefix=true",
        "diff.renames=copies",
        "diff.external=false",
        "color.ui=always",
        "core.quotePath=true",
        "status.showUntrackedFiles=no"
      ]
      for (const setting of settings) git(folder, "config", ...setting.split("="))
      const staged = (yield* check(join(folder, "sub"), "--staged")).stdout
      assert.deepStrictEqual(
        staged.match(/^.*(?=: error)/gm)?.map((place) => place.split(":")[0]),
        ["../a.txt", "b.txt", "c d.txt"]
      )
      assert.strictEqual((yield* check(join(folder, "sub"), "--since", "HEAD")).stdout, staged)
    })
  )

  it.scopedLive("writes suggestions into files only with --fix, and reports what is left", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const before = `a: "${phone}"\nb: "${phone} {x}"\n`
      write(folder, { "a.yaml": before })
      chmodSync(join(folder, "a.yaml"), 0o640)
      yield* check(folder)
      assert.strictEqual(readFileSync(join(folder, "a.yaml"), "utf8"), before)
      const fixed = yield* check(folder, "--fix")
      assert.deepStrictEqual(fixed.found, ["a.yaml:2:19 phone-number"])
      assert.match(fixed.stderr, /1 message was replaced in 1 file\./)
      assert.match(fixed.stderr, /a\.yaml:2: this message was not replaced: a placeholder in it/)
      assert.match(readFileSync(join(folder, "a.yaml"), "utf8"), /^a: "Курьер .*"\nb: /)
      assert.strictEqual(statSync(join(folder, "a.yaml")).mode & 0o777, 0o640)
      const open = `id,text\n1,"${phone}\n2,Важная строка\n`
      write(folder, { "open.csv": open })
      const unread = yield* check(folder, "--fix", "open.csv")
      assert.strictEqual(unread.exitCode, 1)
      assert.match(unread.stderr, /open\.csv: nothing was replaced in this file, because not all of it could be read/)
      assert.match(unread.stdout, /open\.csv:2:3: .*no closing one/)
      assert.strictEqual(readFileSync(join(folder, "open.csv"), "utf8"), open)
      assert.strictEqual((yield* check(folder, "--fix", "--staged")).exitCode, 2)
      assert.strictEqual((yield* check(folder, "--fix", "-")).exitCode, 2)
    })
  )

  it.scopedLive("writes several reports in one run, and detects GitHub Actions", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      write(folder, { "a.txt": phone })
      const environment = { GITHUB_ACTIONS: "true" }
      const { stdout } = yield* runChatlint(["check", "a.txt"], { folder, environment })
      assert.match(stdout, /^::error .*file=a\.txt,line=1/m)
      const wrong = yield* check(folder, "a.txt", "--output", "word=x")
      assert.strictEqual(wrong.exitCode, 2)
      assert.match(wrong.stderr, /sarif/)
    })
  )
})
