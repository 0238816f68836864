import { join } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import type { FolderContents, SeenFolders } from "./FolderContents.ts"
import { Git } from "./Git.ts"
import { listRepository } from "./listRepository.ts"
import { walkFolder } from "./walkFolder.ts"

/** The contents of a folder, including targets of links and nested repositories, as absolute paths. */
export interface LookedInto {
  readonly files: ReadonlyArray<string>
  /** Folders that could not be read. */
  readonly unreadable: ReadonlyArray<string>
}

/**
 * Searches a folder. In a repository Git decides which files count, elsewhere the `.gitignore` files in the folder do.
 * A folder that its repository ignores is searched like one outside of a repository, because the user named it. Links
 * are followed last, so that files are found by their own path.
 */
export const lookInto = (folder: string): Effect.Effect<LookedInto, never, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    const disk = yield* FileSystem.FileSystem
    const seen: SeenFolders = new Set()
    const files: Array<string> = []
    const unreadable: Array<string> = []
    const waiting = [folder]
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const here = next
      const real = yield* Effect.orElseSucceed(disk.realPath(here), () => here)
      if (seen.has(real)) continue
      const contents = yield* contentsOf(here, real, seen)
      const at = (path: string): string => join(here, path)
      files.push(...contents.files.map(at))
      unreadable.push(...contents.unreadable.map(at))
      waiting.push(...contents.elsewhere.map(at))
    }
    return { files, unreadable }
  })

const contentsOf = (
  folder: string,
  real: string,
  seen: SeenFolders
): Effect.Effect<FolderContents, never, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    const git = yield* Git
    const walked = walkFolder(folder, real, seen)
    return yield* Effect.matchEffect(git.ignored(folder, ["."]), {
      onFailure: () => walked,
      onSuccess: (ignored) =>
        ignored.length > 0 ? walked : Effect.orElse(listRepository(folder, real, seen), () => walked)
    })
  })
