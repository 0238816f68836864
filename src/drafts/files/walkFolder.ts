import { join } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Either } from "effect"
import ignore, { type Ignore } from "ignore"
import { type FolderContents, type SeenFolders, skippedFolders } from "./FolderContents.ts"
import { FolderEntries } from "./FolderEntries.ts"
import { isMisnamed } from "./isMisnamed.ts"

/** The rules of a `.gitignore` file, and the path of its folder relative to the searched one. */
interface IgnoreRules {
  readonly rules: Ignore
  readonly prefix: string
}

/**
 * Lists the contents of a folder and its subfolders except what their `.gitignore` files exclude. For folders that are
 * not in a repository or are ignored by it.
 *
 * @param real the folder's real path.
 */
export const walkFolder = (
  folder: string,
  real: string,
  seen: SeenFolders
): Effect.Effect<FolderContents, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const disk = yield* FileSystem.FileSystem
    const { list } = yield* FolderEntries
    const files: Array<string> = []
    const elsewhere: Array<string> = []
    const unreadable: Array<string> = []
    const waiting: Array<{ readonly path: string; readonly ignored: ReadonlyArray<IgnoreRules> }> = [
      { path: "", ignored: [] }
    ]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { path, ignored } = next
      const realPath = join(real, path)
      if (seen.has(realPath)) continue
      const listed = list(join(folder, path))
      if (Either.isLeft(listed)) {
        // A folder that was deleted in the meantime is skipped.
        if (listed.left === "unreadable" || isMisnamed(path)) unreadable.push(path || ".")
        continue
      }
      const entries = listed.right
      if (path !== "" && entries.some(({ name }) => name === ".git")) {
        elsewhere.push(path)
        continue
      }
      seen.add(realPath)
      const rules = entries.some(({ name }) => name === ".gitignore")
        ? yield* Effect.orElseSucceed(disk.readFileString(join(folder, path, ".gitignore")), () => "")
        : ""
      const here = rules === "" ? ignored : [...ignored, { rules: ignore().add(rules), prefix: path }]
      for (const { name, kind, isLink } of entries) {
        const child = path === "" ? name : `${path}/${name}`
        const isFolder = kind === "folder"
        if (isIgnoredBy(here, isFolder ? `${child}/` : child) || (isFolder && skippedFolders.has(name))) continue
        if (!isFolder) files.push(child)
        else if (isLink) elsewhere.push(child)
        else waiting.push({ path: child, ignored: withinTaken(here, child) })
      }
    }
    return { files, elsewhere, unreadable }
  })

/** Tests a path with the rules of a `.gitignore` file. */
const testPath = ({ rules, prefix }: IgnoreRules, path: string) =>
  rules.test(prefix === "" ? path : path.slice(prefix.length + 1))

/** As in Git, the rules of an inner file override those of an outer one. */
const isIgnoredBy = (files: ReadonlyArray<IgnoreRules>, path: string): boolean =>
  files.reduce((isIgnored, file) => {
    const { ignored, unignored } = testPath(file, path)
    return ignored || (isIgnored && !unignored)
  }, false)

/** The rules within a folder that is not ignored: if an inner file re-included it, outer rules no longer exclude it. */
const withinTaken = (files: ReadonlyArray<IgnoreRules>, folder: string): ReadonlyArray<IgnoreRules> =>
  files.some((file) => testPath(file, `${folder}/`).ignored)
    ? files.map(({ rules, prefix }) => {
        const inside = prefix === "" ? folder : folder.slice(prefix.length + 1)
        return {
          rules: ignore()
            .add(rules)
            .add(`!/${inside.replace(/[\\*?[\]\s]/g, "\\$&")}/`),
          prefix
        }
      })
    : files
