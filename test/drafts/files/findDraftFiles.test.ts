import { execFileSync } from "node:child_process"
import { chmodSync, chownSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { nobody, withoutRoot } from "../../withoutRoot.ts"
import { foundIn, git, temporaryFolder, withVariable, write } from "./foundIn.ts"

/** Folders outside of a repository and within one. */
const places = [
  { place: "outside of a repository", prepare: (_folder: string) => undefined },
  { place: "in a repository", prepare: (folder: string) => git(folder, "init", "--quiet") }
]

describe("named files", () => {
  it.scopedLive("are checked whatever their names, also if a pattern matches them", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      write(folder, "templates/README.md", "templates/a.md", "templates/b.html", "templates/.c/d.md", "package.json")
      const found = (...paths: ReadonlyArray<string>) => foundIn(folder, paths)
      const reads = (...read: Array<string>) => ({ read, told: [] })
      assert.deepStrictEqual(yield* found("templates"), reads("templates/a.md"))
      assert.deepStrictEqual(yield* found("templates/**"), reads("templates/a.md"))
      assert.deepStrictEqual(yield* found("templates/*"), reads("templates/a.md"))
      assert.deepStrictEqual(yield* found("templates/*.md"), reads("templates/README.md", "templates/a.md"))
      assert.deepStrictEqual(yield* found("templates/b*"), reads("templates/b.html"))
      assert.deepStrictEqual(yield* found("**/*.json"), reads("package.json"))
      assert.deepStrictEqual(yield* found("templates/b.html", "templates"), reads("templates/a.md", "templates/b.html"))
      assert.deepStrictEqual(yield* found("templates/.c"), reads("templates/.c/d.md"))
    })
  )

  it.scopedLive("are reported if they yield nothing, even if others do", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      write(folder, "src/a.txt", "deep/b.html", "deep/c.html")
      mkdirSync(join(folder, "empty"))
      const paths = ["src", "deep", "empty", "deep/*", "*.yaml", "nowhere/*.txt", "nowhere.txt"]
      assert.deepStrictEqual(yield* foundIn(folder, paths), {
        read: ["src/a.txt"],
        told: [
          "*.yaml noMatch",
          "deep noDrafts",
          "deep/* noDrafts",
          "empty noDrafts",
          "nowhere.txt missing",
          "nowhere/*.txt noMatch"
        ]
      })
      assert.deepStrictEqual(yield* foundIn(folder, paths, { mayBeEmpty: true }), {
        read: ["src/a.txt"],
        told: ["nowhere.txt missing"]
      })
    })
  )

  for (const { place, prepare } of places) {
    it.scopedLive(`are those that an inner .gitignore takes back from an outer one (${place})`, () =>
      Effect.gen(function* () {
        const folder = yield* temporaryFolder
        write(folder, "a.md", "templates/a.md", "templates/deep/b.md", "templates/deep/c.md", "gone/d.md", "other/e.md")
        write(folder, "templates/build/f.txt", "templates/build/[x] y/g.txt", "build/h.txt")
        writeFileSync(join(folder, ".gitignore"), "*.md\ngone/\nbuild\n")
        writeFileSync(join(folder, "templates/.gitignore"), "!*.md\n!build\n")
        writeFileSync(join(folder, "templates/deep/.gitignore"), "c.*\n")
        writeFileSync(join(folder, "gone/.gitignore"), "!*\n")
        prepare(folder)
        assert.deepStrictEqual((yield* foundIn(folder, ["."])).read, [
          "templates/a.md",
          "templates/build/[x] y/g.txt",
          "templates/build/f.txt",
          "templates/deep/b.md"
        ])
      })
    )

    it.scopedLive(`are looked for in a folder that is ignored too, where it is the one that was named (${place})`, () =>
      Effect.gen(function* () {
        const folder = yield* temporaryFolder
        write(folder, "build/x.txt", "build/y/z.txt", "build/no.txt", "src/a.txt", "texts/b.tmp.txt")
        writeFileSync(join(folder, ".gitignore"), "build/\n*.tmp.txt\n")
        writeFileSync(join(folder, "build/.gitignore"), "no.txt\n")
        prepare(folder)
        assert.deepStrictEqual((yield* foundIn(folder, ["."])).read, ["src/a.txt"])
        assert.deepStrictEqual(yield* foundIn(folder, ["src", "build"]), {
          read: ["build/x.txt", "build/y/z.txt", "src/a.txt"],
          told: []
        })
        assert.deepStrictEqual((yield* foundIn(folder, ["build/y", "build/*.txt"])).read, [
          "build/x.txt",
          "build/y/z.txt"
        ])
      })
    )
  }
})

describe("a folder", () => {
  for (const { place, prepare } of places) {
    it.scopedLive.skipIf(process.platform === "win32")(`is searched through links, each file once (${place})`, () =>
      Effect.gen(function* () {
        const folder = yield* temporaryFolder
        const other = yield* temporaryFolder
        write(folder, "b/c/d.txt", "e.txt")
        write(other, "f.txt", "g/h.txt")
        symlinkSync("b", join(folder, "a"))
        symlinkSync("..", join(folder, "b/up"))
        symlinkSync(other, join(folder, "other"))
        symlinkSync(other, join(folder, "node_modules"))
        prepare(folder)
        const all = { read: ["b/c/d.txt", "e.txt", "other/f.txt", "other/g/h.txt"], told: [] }
        assert.deepStrictEqual(yield* foundIn(folder, ["."]), all)
        assert.deepStrictEqual(yield* foundIn(folder, ["a"]), {
          read: ["a/c/d.txt", "a/up/e.txt", "a/up/other/f.txt", "a/up/other/g/h.txt"],
          told: []
        })
      })
    )

    it.scopedLive(`is looked into with the repositories that it holds (${place})`, () =>
      Effect.gen(function* () {
        const folder = yield* temporaryFolder
        write(folder, "a.txt", "new/b.txt", "new/c.tmp.txt", "kept/d.txt")
        writeFileSync(join(folder, "new/.gitignore"), "*.tmp.txt\n")
        for (const inner of ["new", "kept"]) {
          git(join(folder, inner), "init", "--quiet")
          git(join(folder, inner), "add", ".")
          git(join(folder, inner), "commit", "--quiet", "-m", "first")
        }
        const all = { read: ["a.txt", "kept/d.txt", "new/b.txt"], told: [] }
        prepare(folder)
        if (readdirSync(folder).includes(".git")) git(folder, "add", "kept")
        assert.deepStrictEqual(yield* foundIn(folder, ["."]), all)
        rmSync(join(folder, "kept/.git"), { recursive: true })
        assert.deepStrictEqual(yield* foundIn(folder, ["."]), all)
      })
    )

    it.scopedLive.skipIf(process.platform === "win32")(
      `tells of what is called as a draft and cannot be read (${place})`,
      () =>
        Effect.gen(function* () {
          const folder = yield* temporaryFolder
          write(folder, "a.txt", "sub/ignored.txt")
          writeFileSync(join(folder, "sub/.gitignore"), "ignored*\n")
          symlinkSync("nowhere", join(folder, "broken.txt"))
          symlinkSync("self.txt", join(folder, "self.txt"))
          symlinkSync("nowhere", join(folder, "README.md"))
          execFileSync("mkfifo", ["pipe.txt", "pipe", "sub/ignored-pipe.txt"], { cwd: folder })
          prepare(folder)
          assert.deepStrictEqual(yield* foundIn(folder, ["."]), {
            read: ["a.txt"],
            told: ["broken.txt brokenLink", "pipe.txt notRegular", "self.txt brokenLink"]
          })
        })
    )

    it.scopedLive.skipIf(process.platform !== "linux")(`reports names that are not UTF-8 (${place})`, () =>
      Effect.gen(function* () {
        const folder = yield* temporaryFolder
        write(folder, "ответ.txt")
        const named = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, "latin1")])
        writeFileSync(named("\xee\xf2\xe2\xe5\xf2.txt"), "")
        mkdirSync(named("\xcf"))
        writeFileSync(named("\xcf/a.txt"), "")
        prepare(folder)
        const { read, told } = yield* foundIn(folder, ["."])
        assert.deepStrictEqual(read, ["ответ.txt"])
        assert.strictEqual(told.length, 2)
        for (const error of told) assert.match(error, /^\uFFFD.* misnamed$/)
      })
    )

    it.scopedLive.skipIf(process.platform === "win32")(`reports subfolders that may not be read (${place})`, () =>
      Effect.gen(function* () {
        const folder = yield* temporaryFolder
        write(folder, "a.txt", "x/closed/b.txt", "build/closed/c.txt", ".cache/closed/d.txt", "y/e.txt")
        writeFileSync(join(folder, ".gitignore"), "build/\n")
        prepare(folder)
        if (place === places[1]?.place) git(folder, "commit", "--quiet", "--allow-empty", "-m", "first")
        chmodSync(folder, 0o755)
        // Git refuses a repository of another owner.
        const owned = place === places[1]?.place ? ["", ".git"] : [""]
        if (process.getuid?.() === 0) for (const path of owned) chownSync(join(folder, path), nobody, nobody)
        const closed = ["x/closed", "build/closed", ".cache/closed"]
        for (const path of closed) chmodSync(join(folder, path), 0)
        // The configuration of root may not be readable either.
        yield* withVariable("GIT_CONFIG_GLOBAL", "/dev/null")
        yield* withoutRoot
        yield* Effect.addFinalizer(() =>
          Effect.sync(() => {
            if (process.getuid?.() === 0) process.seteuid?.(0)
            for (const path of closed) chmodSync(join(folder, path), 0o755)
          })
        )
        const found = (...paths: ReadonlyArray<string>) => foundIn(folder, paths)
        assert.deepStrictEqual(yield* found("."), { read: ["a.txt", "y/e.txt"], told: ["x/closed folderUnreadable"] })
        assert.deepStrictEqual(yield* found("x", ".", "y"), {
          read: ["a.txt", "y/e.txt"],
          told: ["x/closed folderUnreadable"]
        })
        if (place === places[1]?.place) {
          const since = yield* foundIn(folder, [], { origin: { kind: "since", revision: "HEAD" } })
          assert.deepStrictEqual(since.told, ["x/closed folderUnreadable"])
        }
        assert.deepStrictEqual(yield* found("x/closed"), { read: [], told: ["x/closed folderUnreadable"] })
        assert.deepStrictEqual(yield* found("*.txt", "*/*.txt"), { read: ["a.txt", "y/e.txt"], told: [] })
        assert.deepStrictEqual((yield* found("**/*.txt")).told, ["x/closed folderUnreadable"])
      })
    )
  }

  it.scopedLive("is searched in its own repository, even within a hook of another one", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const other = yield* temporaryFolder
      write(folder, "sub/a.txt", "b.txt")
      git(folder, "init", "--quiet")
      git(folder, "add", ".")
      git(other, "init", "--quiet")
      for (const root of [folder, other]) {
        yield* withVariable("GIT_DIR", join(root, ".git"))
        assert.deepStrictEqual(yield* foundIn(folder, ["sub"]), { read: ["sub/a.txt"], told: [] })
      }
    })
  )
})
