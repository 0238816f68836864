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

/** The files that were found, ordered by path, each once; and what was named but is not there, or could not be looked into. */
export interface FoundFiles {
  readonly files: ReadonlyArray<FoundFile>
  /** What was met beside them and is not to be read. */
  readonly left: ReadonlyArray<FoundFile>
  readonly errors: ReadonlyArray<DraftError>
}

/** What is to be found. */
export interface WantedFiles {
  /** Files, folders with all that is in them, patterns such as `texts/**\/*.yaml`. */
  readonly paths: ReadonlyArray<string>
  /** Whether a file that was found is to be read. */
  readonly isWanted: (file: FoundFile) => boolean
  /** Whether a folder or a pattern may yield no file. */
  readonly mayBeEmpty: boolean
  /** The working directory. */
  readonly folder: string
}

/** Finds the files that paths name. A file that is not there counts as found: to read it tells. */
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

/** Of the folders that could not be looked into those that might have held drafts, below the one that is looked into. */
export const missedFolders = (unreadable: ReadonlyArray<string>, top: string): ReadonlyArray<string> =>
  unreadable.filter((location) => !isToolFolder(pathFrom(top, location)))

/** The errors for folders that could not be looked into. */
export const closedFolders = (locations: Iterable<string>, folder: string): ReadonlyArray<DraftError> =>
  Array.from(locations, (location) => {
    const path = pathFrom(folder, location)
    return DraftError.ofFile(path, isMisnamed(path) ? "misnamed" : "folderUnreadable")
  })
