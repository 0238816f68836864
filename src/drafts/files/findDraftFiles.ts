import { resolve } from "node:path"
import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import { DraftError } from "../DraftError.ts"
import { type FoundFile, inOrder, metFile, namedFile } from "./FoundFile.ts"
import type { Git } from "./Git.ts"
import { isToolFolder } from "./isDraftFile.ts"
import { isMisnamed } from "./isMisnamed.ts"
import { lookInto } from "./lookInto.ts"
import { meaningOf } from "./meaningOf.ts"
import { pathFrom } from "./pathFrom.ts"

/** The files found, ordered by path, without duplicates. */
export interface FoundFiles {
  readonly files: ReadonlyArray<FoundFile>
  /** Other files that were found but are not to be read. */
  readonly left: ReadonlyArray<FoundFile>
  /** Paths that name nothing, and folders that could not be read. */
  readonly errors: ReadonlyArray<DraftError>
}

/** Which files to find. */
export interface WantedFiles {
  /** Files, folders with all their contents, and patterns such as `texts/**\/*.yaml`. */
  readonly paths: ReadonlyArray<string>
  /** Whether a found file is to be read. */
  readonly isWanted: (file: FoundFile) => boolean
  /** Whether it is no error if a folder or a pattern yields no file. */
  readonly mayBeEmpty: boolean
  /** The working directory. */
  readonly folder: string
}

/** Finds the files that paths name. A missing file counts as found, and is reported when it is read. */
export const findDraftFiles = ({
  paths,
  isWanted,
  mayBeEmpty,
  folder
}: WantedFiles): Effect.Effect<FoundFiles, never, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    const errors: Array<DraftError> = []
    const found: Array<FoundFile> = []
    const left: Array<FoundFile> = []
    const closed = new Set<string>()
    for (const path of paths) {
      const meaning = yield* meaningOf(path, folder)
      if (!("isMeant" in meaning)) {
        found.push(namedFile(meaning.location, pathFrom(folder, meaning.location)))
        continue
      }
      const { kind, location: top, by, isMeant, mayReach } = meaning
      const { files, unreadable } = yield* lookInto(top)
      const meant = files.filter(isMeant).map((location) => metFile(location, by, top, folder))
      const missed = missedFolders(unreadable.filter(mayReach), top)
      for (const file of meant) (isWanted(file) ? found : left).push(file)
      for (const location of missed) closed.add(location)
      if (meant.some(isWanted) || missed.length > 0 || mayBeEmpty) continue
      const shown = pathFrom(folder, resolve(folder, path))
      errors.push(DraftError.ofFile(shown, kind === "pattern" && meant.length === 0 ? "noMatch" : "noDrafts"))
    }
    return { files: inOrder(found), left: inOrder(left), errors: [...errors, ...closedFolders(closed, folder)] }
  })

/** The unreadable folders that may contain drafts: those that are not tool folders below the searched one. */
export const missedFolders = (unreadable: ReadonlyArray<string>, top: string): ReadonlyArray<string> =>
  unreadable.filter((location) => !isToolFolder(pathFrom(top, location)))

/** The errors for folders that could not be read. */
export const closedFolders = (locations: Iterable<string>, folder: string): ReadonlyArray<DraftError> =>
  Array.from(locations, (location) => {
    const path = pathFrom(folder, location)
    return DraftError.ofFile(path, isMisnamed(path) ? "misnamed" : "folderUnreadable")
  })
