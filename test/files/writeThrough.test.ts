import { execFileSync, spawn } from "node:child_process"
import { lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { writeThrough } from "../../src/files/writeThrough.ts"

/** A folder that is removed after the test. */
const temporaryFolder = Effect.flatMap(FileSystem.FileSystem, (files) => files.makeTempDirectoryScoped())

const write = (path: string) =>
  writeThrough(path, Stream.make("", "a", new TextEncoder().encode("б")), { mode: 0o600, refused: () => "refused" })

describe("an output", () => {
  it.scoped("replaces a file, also the existing or future target of a symbolic link", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      writeFileSync(join(folder, "there"), "before")
      for (const name of ["there", "not yet"]) {
        symlinkSync(name, join(folder, `link to ${name}`))
        yield* write(join(folder, `link to ${name}`))
        assert.isTrue(lstatSync(join(folder, `link to ${name}`)).isSymbolicLink())
        assert.strictEqual(readFileSync(join(folder, name), "utf8"), "aб")
      }
      yield* write(join(folder, "plain"))
      assert.strictEqual(readFileSync(join(folder, "plain"), "utf8"), "aб")
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )

  it.scoped("is written into a pipe, which stays a pipe", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "pipe")
      execFileSync("mkfifo", [path])
      const reader = spawn("cat", [path])
      const read = Effect.async<string>((resume) => {
        let text = ""
        reader.stdout.on("data", (piece) => {
          text += String(piece)
        })
        reader.on("close", () => resume(Effect.succeed(text)))
      })
      const [text] = yield* Effect.all([read, write(path)], { concurrency: 2 })
      assert.strictEqual(text, "aб")
      assert.isTrue(statSync(path).isFIFO())
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )

  it.scoped("is written into a device, also through a link", () =>
    Effect.gen(function* () {
      const link = join(yield* temporaryFolder, "null")
      symlinkSync("/dev/null", link)
      yield* write(link)
      assert.isTrue(statSync("/dev/null").isCharacterDevice())
      assert.isTrue(lstatSync(link).isSymbolicLink())
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )

  it.scoped("is refused if its path is a folder", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* Effect.flip(write(yield* temporaryFolder)), "refused")
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )
})
