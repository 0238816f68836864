import { join } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import ignore, { type Ignore } from "ignore"
import { FolderEntries } from "./FolderEntries.ts"

/** Folders that hold nobody's drafts. */
const skipped = new Set([".git", ".hg", ".svn", "node_modules"])

/** The rules of a `.gitignore`, and the path from its folder to the one that is looked at. */
interface IgnoreRules {
  readonly rules: Ignore
  readonly prefix: string
}

/**
 * The files of a folder and of those in it, as paths from it with "/", without what its `.gitignore` files leave out. For folders that lie
 * in no repository. What may not be read is left out.
 */
export const walkFolder = (folder: string): Effect.Effect<ReadonlyArray<string>, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const folders = yield* FolderEntries
    const found: Array<string> = []
    const seen = new Set<string>()
    const waiting: Array<{ readonly path: string; readonly ignored: ReadonlyArray<IgnoreRules> }> = [
      { path: "", ignored: [] }
    ]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { path, ignored } = next
      // A link may lead back to a folder above.
      const real = yield* Effect.orElseSucceed(files.realPath(join(folder, path)), () => path)
      if (seen.has(real)) continue
      seen.add(real)
      const entries = folders.list(join(folder, path))
      const rules = entries.some(({ name }) => name === ".gitignore")
        ? yield* Effect.orElseSucceed(files.readFileString(join(folder, path, ".gitignore")), () => "")
        : ""
      const here = rules === "" ? ignored : [...ignored, { rules: ignore().add(rules), prefix: path }]
      for (const { name, kind } of entries) {
        const child = path === "" ? name : `${path}/${name}`
        const isFolder = kind === "folder"
        const isIgnored = here.some(({ rules: patterns, prefix }) => {
          const inside = prefix === "" ? child : child.slice(prefix.length + 1)
          return patterns.ignores(isFolder ? `${inside}/` : inside)
        })
        if (isIgnored) continue
        if (isFolder) {
          if (!skipped.has(name)) waiting.push({ path: child, ignored: here })
        } else if (kind === "file") found.push(child)
      }
    }
    return found
  })
