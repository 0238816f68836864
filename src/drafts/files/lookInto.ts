import { join } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import type { FolderContents, SeenFolders } from "./FolderContents.ts"
import { Git } from "./Git.ts"
import { listRepository } from "./listRepository.ts"
import { walkFolder } from "./walkFolder.ts"

/** What a folder holds, with all that its links and the repositories in it lead to. Absolute paths. */
export interface LookedInto {
  readonly files: ReadonlyArray<string>
  /** Folders that could not be looked into. */
  readonly unreadable: ReadonlyArray<string>
}

/**
 * Looks into a folder. Of a repository Git says what counts, elsewhere the `.gitignore` files do, and of a folder that its repository ignores
 * all that it holds itself counts, since the user named it. A link is followed after all else, so that a file is met by its own path.
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
