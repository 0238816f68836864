import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { Chunk, Effect, Either, Option, Stream } from "effect"
import { type DraftOrigin, draftFiles } from "../../../src/drafts/files/draftFiles.ts"
import { Git } from "../../../src/drafts/files/Git.ts"
import { isDraftFile } from "../../../src/drafts/files/isDraftFile.ts"

/** Makes a folder for a test, which is removed when the scope closes. */
export const temporaryFolder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "chatlint-test-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
)

/** Sets an environment variable until the scope closes. */
export const withVariable = (name: string, value: string) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const before = process.env[name]
      process.env[name] = value
      return before
    }),
    (before) =>
      Effect.sync(() => {
        if (before === undefined) delete process.env[name]
        else process.env[name] = before
      })
  )

/** Writes files that contain their own paths. */
export const write = (folder: string, ...paths: ReadonlyArray<string>): void => {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), path)
  }
}

export const git = (folder: string, ...parameters: ReadonlyArray<string>): string =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...parameters], {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe"
  })

/** Options for finding drafts. */
export interface Search {
  readonly origin?: DraftOrigin
  readonly mayBeEmpty?: boolean
}

/** The paths of the files to read, and the errors, as `path problem`. */
export const foundIn = (folder: string, paths: ReadonlyArray<string>, search: Search = {}) =>
  Effect.gen(function* () {
    const { batches, errors } = yield* draftFiles(search.origin ?? { kind: "paths" }, {
      paths,
      isWanted: ({ by, below }) => by !== "folder" || isDraftFile(below),
      mayBeEmpty: search.mayBeEmpty ?? false,
      folder
    })
    const files = Chunk.toReadonlyArray(yield* Stream.runCollect(batches)).flat()
    const told = errors.map(({ path, problem }) => `${path} ${problem}`)
    const read: Array<string> = []
    for (const { file, bytes } of files) {
      const content = bytes()
      if (Option.isNone(content)) continue
      if (Either.isRight(content.value)) read.push(file.path)
      else told.push(`${content.value.left.path} ${content.value.left.problem}`)
    }
    return { read, told: told.sort() }
  }).pipe(Effect.provide(Git.Default), Effect.provide(NodeFileSystem.layer))
