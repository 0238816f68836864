import { resolve } from "node:path"
import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import { Git } from "./Git.ts"
import type { GitError } from "./GitError.ts"
import { lookInto } from "./lookInto.ts"

/** Changed files, as absolute paths. */
export interface Changes {
  /** The root of the repository. */
  readonly root: string
  /** Existing files, with the object names of their contents in the index; empty if they are not read from it. */
  readonly files: ReadonlyMap<string, string>
  readonly gone: ReadonlyArray<string>
  /** Folders that could not be searched for new files. */
  readonly unreadable: ReadonlyArray<string>
}

/** The files that the next commit adds, changes or deletes, without links and submodules, which have no text. */
export const stagedChanges = (folder: string): Effect.Effect<Changes, GitError, Git> =>
  Effect.gen(function* () {
    const git = yield* Git
    const root = yield* git.root(folder)
    const changed = yield* git.staged(folder)
    const those = (wanted: string) => changed.filter(({ kind }) => kind === wanted)
    return {
      root,
      files: new Map(those("file").map(({ path, blob }) => [resolve(root, path), blob])),
      gone: those("gone").map(({ path }) => resolve(root, path)),
      unreadable: []
    }
  })

/** Changes in the working tree since its merge base with a revision. In changed nested repositories all files count. */
export const changesSince = (
  folder: string,
  revision: string
): Effect.Effect<Changes, GitError, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    const git = yield* Git
    const root = yield* git.root(folder)
    const { changed, untracked } = yield* git.changedSince(folder, revision)
    const files = new Map<string, string>()
    const gone: Array<string> = []
    const unreadable = untracked.unreadable.map((path) => resolve(root, path))
    const repositories: Array<string> = []
    for (const { path, kind } of changed) {
      const location = resolve(root, path)
      if (kind === "repository") repositories.push(location)
      else if (kind === "gone") gone.push(location)
      else files.set(location, "")
    }
    for (const name of untracked.names) {
      if (name.endsWith("/")) repositories.push(resolve(root, name))
      else files.set(resolve(root, name), "")
    }
    for (const repository of repositories) {
      const inside = yield* lookInto(repository)
      for (const location of inside.files) files.set(location, "")
      unreadable.push(...inside.unreadable)
    }
    return { root, files, gone, unreadable }
  })
