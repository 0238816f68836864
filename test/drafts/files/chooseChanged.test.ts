import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { foundIn, git, temporaryFolder, write } from "./foundIn.ts"

const staged = { origin: { kind: "staged" } } as const
const since = { origin: { kind: "since", revision: "main" } } as const

/** Makes a repository whose first commit contains these files. */
const repositoryWith = (...paths: ReadonlyArray<string>) =>
  Effect.map(temporaryFolder, (folder) => {
    git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder, "first.txt", ...paths)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    return folder
  })

/** Overwrites files and stages them. */
const change = (folder: string, ...paths: ReadonlyArray<string>): void => {
  for (const path of paths) {
    write(folder, path)
    writeFileSync(join(folder, path), `${path} anew`)
  }
  git(folder, "add", "--all", ".")
}

describe("paths with --staged and --since", () => {
  for (const search of [staged, since]) {
    const { kind } = search.origin
    const isSince = kind === "since"

    it.scopedLive(`have their usual meaning (${kind})`, () =>
      Effect.gen(function* () {
        const folder = yield* repositoryWith("t/old.txt")
        change(folder, "t/b.txt", "t/z.txt", "t/deep/c.txt", ":c.txt", "[d].txt", "README.md", "e.html", "f.txt")
        const read = (...paths: ReadonlyArray<string>) => foundIn(folder, paths, search)
        const all = [":c.txt", "[d].txt", "f.txt", "t/b.txt", "t/deep/c.txt", "t/z.txt"]
        assert.deepStrictEqual(yield* read(), { read: all, told: [] })
        assert.deepStrictEqual(yield* read("."), { read: all, told: [] })
        assert.deepStrictEqual(yield* read("t/{b,z}.txt", ":c.txt", "[d].txt"), {
          read: [":c.txt", "[d].txt", "t/b.txt", "t/z.txt"],
          told: []
        })
        assert.deepStrictEqual(yield* read("*.md", "e.html", "*.txt"), {
          read: [":c.txt", "README.md", "[d].txt", "e.html", "f.txt"],
          told: []
        })
        assert.deepStrictEqual((yield* read("**/c.txt", "./t/deep")).read, ["t/deep/c.txt"])
        assert.deepStrictEqual((yield* foundIn(join(folder, "t"), ["deep", "../f.txt", "*.txt"], search)).read, [
          "../f.txt",
          "b.txt",
          "deep/c.txt",
          "z.txt"
        ])
      })
    )

    it.scopedLive(`are reported if they name nothing, but not if nothing changed (${kind})`, () =>
      Effect.gen(function* () {
        const folder = yield* repositoryWith("t/old.txt", "u/kept.txt", "gone.txt", "away/a.txt", "t/lost.txt")
        change(folder, "ok.txt")
        git(folder, "rm", "--quiet", "-r", "gone.txt", "away")
        rmSync(join(folder, "t/lost.txt"))
        const told = (...paths: ReadonlyArray<string>) => foundIn(folder, ["ok.txt", ...paths], search)
        const unchanged = ["t", "u/*.txt", "first.txt", "gone.txt", "away", "away/*.txt", "t/lost.txt"]
        assert.deepStrictEqual(yield* told(...unchanged), { read: ["ok.txt"], told: [] })
        assert.deepStrictEqual(yield* told("nosuch.txt", "no/such", "t/*.yaml"), {
          read: ["ok.txt"],
          told: ["no/such missing", "nosuch.txt missing", "t/*.yaml noMatch"]
        })
        assert.deepStrictEqual((yield* foundIn(folder, ["t/*.yaml"], { ...search, mayBeEmpty: true })).told, [])
      })
    )

    it.scopedLive.skipIf(process.platform === "win32")(`are reported if they leave the repository (${kind})`, () =>
      Effect.gen(function* () {
        const folder = yield* repositoryWith()
        const other = yield* repositoryWith("a.txt")
        change(folder, "t/b.txt")
        symlinkSync("t", join(folder, "link"))
        mkdirSync(join(folder, "inner"))
        git(join(folder, "inner"), "init", "--quiet")
        const read = (...paths: ReadonlyArray<string>) => foundIn(folder, paths, search)
        assert.deepStrictEqual((yield* read("link/b.txt")).read, ["t/b.txt"])
        assert.deepStrictEqual((yield* read("link")).read, ["t/b.txt"])
        assert.deepStrictEqual((yield* read(other, join(other, "a.txt"), "inner")).told.length, 3)
      })
    )

    it.scopedLive(`default to the whole repository (${kind})`, () =>
      Effect.gen(function* () {
        const folder = yield* repositoryWith("sub/a.txt")
        change(folder, "sub/a.txt", "b.txt")
        write(folder, "new.txt")
        const { read } = yield* foundIn(join(folder, "sub"), [], search)
        assert.deepStrictEqual(read, ["../b.txt", ...(isSince ? ["../new.txt"] : []), "a.txt"])
      })
    )
  }
})

describe("the next commit", () => {
  it.scopedLive("is not reported as checked if an object is missing", () =>
    Effect.gen(function* () {
      const folder = yield* repositoryWith()
      change(folder, "a.txt", "b.txt")
      const blob = git(folder, "rev-parse", ":a.txt").trim()
      rmSync(join(folder, ".git/objects", blob.slice(0, 2), blob.slice(2)))
      const error = yield* Effect.flip(foundIn(folder, [], staged))
      assert.deepStrictEqual([error.problem, error.detail], ["failed", `${blob} missing`])
    })
  )
})

describe("changes since a revision", () => {
  it.scopedLive("are also found in new and changed nested repositories", () =>
    Effect.gen(function* () {
      const folder = yield* repositoryWith()
      for (const inner of ["kept", "same"]) {
        write(folder, `${inner}/a.txt`)
        git(join(folder, inner), "init", "--quiet")
        git(join(folder, inner), "add", ".")
        git(join(folder, inner), "commit", "--quiet", "-m", "first")
      }
      git(folder, "add", ".")
      git(folder, "commit", "--quiet", "-m", "second")
      assert.deepStrictEqual((yield* foundIn(folder, [], since)).read, [])
      git(folder, "config", "diff.ignoreSubmodules", "all")
      write(folder, "kept/b.txt", "new/c.txt")
      git(join(folder, "new"), "init", "--quiet")
      assert.deepStrictEqual((yield* foundIn(folder, [], since)).read, ["kept/a.txt", "kept/b.txt", "new/c.txt"])
      assert.deepStrictEqual((yield* foundIn(folder, ["kept/b.txt"], since)).read, ["kept/b.txt"])
    })
  )

  it.scopedLive.skipIf(process.platform !== "linux")("is told where it cannot be read", () =>
    Effect.gen(function* () {
      const folder = yield* repositoryWith()
      symlinkSync("nowhere", join(folder, "broken.txt"))
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from("\xee\xf2.txt", "latin1")]), "")
      const { told } = yield* foundIn(folder, [], since)
      assert.strictEqual(told.length, 2)
      assert.match(told.join(), /^broken\.txt brokenLink,\uFFFD+\.txt misnamed$/)
    })
  )
})
