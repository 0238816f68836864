import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Stream } from "effect"
import { replaceFile } from "../../src/files/replaceFile.ts"

/** A folder that is removed after the test. */
const temporaryFolder = Effect.flatMap(FileSystem.FileSystem, (files) => files.makeTempDirectoryScoped())

const refused = () => "refused" as const

const replaced = [
  ["with default permissions", {}, 0o644],
  ["with permissions reduced by the umask", { mode: 0o666 }, 0o644],
  ["readable by its owner alone", { mode: 0o600 }, 0o600],
  ["with permissions that the umask forbids", { mode: 0o666, despiteMask: true }, 0o666]
] as const

describe("a file that is replaced", () => {
  it.scoped.each(replaced)("is complete: %s", ([, rights, mode]) =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const path = join(folder, "a.txt")
      writeFileSync(path, "before")
      chmodSync(path, 0o640)
      const mask = process.umask(0o022)
      yield* Effect.addFinalizer(() => Effect.sync(() => process.umask(mask)))
      const pieces = Stream.make("", "a", new Uint8Array(), new TextEncoder().encode("б"))
      yield* replaceFile(path, pieces, { ...rights, refused })
      assert.strictEqual(readFileSync(path, "utf8"), "aб")
      assert.strictEqual(statSync(path).mode & 0o777, mode)
      assert.deepStrictEqual(readdirSync(folder), ["a.txt"])
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )

  it.scoped("is unchanged, without a partial file, when its content fails", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const path = join(folder, "a.txt")
      writeFileSync(path, "before")
      const pieces = Stream.concat(Stream.make("half"), Stream.fail("no more" as const))
      assert.strictEqual(yield* Effect.flip(replaceFile(path, pieces, { refused })), "no more")
      assert.deepStrictEqual(readdirSync(folder), ["a.txt"])
      assert.strictEqual(readFileSync(path, "utf8"), "before")
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )

  it.scoped("leaves no partial file when the rename fails", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const path = join(folder, "a.txt")
      mkdirSync(join(path, "in"), { recursive: true })
      assert.strictEqual(yield* Effect.flip(replaceFile(path, Stream.make("after"), { refused })), "refused")
      assert.deepStrictEqual(readdirSync(folder), ["a.txt"])
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )

  it.scopedLive("leaves no partial file when interrupted", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const pieces = Stream.concat(Stream.make("half"), Stream.never)
      const writing = yield* Effect.fork(replaceFile(join(folder, "a.txt"), pieces, { refused }))
      while (readdirSync(folder).length === 0) yield* Effect.sleep("5 millis")
      yield* Fiber.interrupt(writing)
      assert.deepStrictEqual(readdirSync(folder), [])
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )

  it.scoped("is refused in a folder that does not exist", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "missing", "a.txt")
      assert.strictEqual(yield* Effect.flip(replaceFile(path, Stream.make("a"), { refused })), "refused")
    }).pipe(Effect.provide(NodeFileSystem.layer))
  )
})
