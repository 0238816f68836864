import { join } from "node:path"
import { Effect, Either } from "effect"
import { type FolderContents, type SeenFolders, skippedFolders } from "./FolderContents.ts"
import { FolderEntries, type FolderEntry } from "./FolderEntries.ts"
import { Git } from "./Git.ts"
import type { GitError } from "./GitError.ts"

/**
 * Lists the contents of a folder of a repository and its subfolders: tracked files, and new ones that are not ignored.
 * Each folder is also listed directly, because Git reports neither the kinds of entries nor pipes and the like.
 *
 * @param real the folder's real path.
 */
export const listRepository = (
  folder: string,
  real: string,
  seen: SeenFolders
): Effect.Effect<FolderContents, GitError, Git> =>
  Effect.gen(function* () {
    const git = yield* Git
    const { list } = yield* FolderEntries
    const { names, unreadable } = yield* git.list(folder)
    const files: Array<string> = []
    const elsewhere: Array<string> = []
    for (const [path, namesThere] of byFolder(names)) {
      const realPath = join(real, path)
      if (seen.has(realPath)) continue
      seen.add(realPath)
      const entries = Either.getOrElse(list(join(folder, path)), (): ReadonlyArray<FolderEntry> => [])
      const folders = new Set(entries.flatMap(({ name, kind }) => (kind === "folder" ? [name] : [])))
      const at = (name: string): string => (path === "" ? name : `${path}/${name}`)
      for (const name of namesThere) {
        if (!folders.has(name)) files.push(at(name))
        else if (!skippedFolders.has(name)) elsewhere.push(at(name))
      }
      // Entries that Git names are reported when they are read.
      const unnamed = entries.flatMap(({ name, kind }) => (kind === "other" && !namesThere.has(name) ? [name] : []))
      if (unnamed.length === 0) continue
      const ignored = new Set(yield* Effect.orElseSucceed(git.ignored(join(folder, path), unnamed), () => []))
      files.push(...unnamed.filter((name) => !ignored.has(name)).map(at))
    }
    return { files, elsewhere, unreadable }
  })

/** Groups paths by folder, as names without final slashes. */
const byFolder = (paths: ReadonlyArray<string>): ReadonlyMap<string, ReadonlySet<string>> => {
  const groups = new Map<string, Set<string>>([["", new Set()]])
  for (const path of paths) {
    const whole = path.endsWith("/") ? path.slice(0, -1) : path
    const slash = whole.lastIndexOf("/")
    const folder = whole.slice(0, Math.max(slash, 0))
    const group = groups.get(folder) ?? new Set()
    group.add(whole.slice(slash + 1))
    groups.set(folder, group)
  }
  return groups
}
