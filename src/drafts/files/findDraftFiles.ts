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
    for (const path of paths) {
      const meaning = yield* meaningOf(path, folder)
      if (!("isMeant" in meaning)) {
        found.push(namedFile(meaning.location, pathFrom(folder, meaning.location)))
        continue
      }
      const { kind, location: top, by, isMeant, mayReach } = meaning
      const { files, unreadable } = yield* lookInto(top)
      const meant = files.filter(isMeant).map((location) => metFile(location, by, top, folder))
      const wanted = meant.filter(isWanted)
      const closed = unreadable.filter((location) => mayReach(location) && !isToolFolder(pathFrom(top, location)))
      found.push(...wanted)
      errors.push(...closed.map((location) => closedFolder(pathFrom(folder, location))))
      if (wanted.length > 0 || closed.length > 0 || mayBeEmpty) continue
      const shown = pathFrom(folder, resolve(folder, path))
      errors.push(DraftError.ofFile(shown, kind === "pattern" && meant.length === 0 ? "noMatch" : "noDrafts"))
    }
    return { files: inOrder(found), errors }
  })

/** The error for a folder that could not be looked into. */
export const closedFolder = (path: string): DraftError =>
  DraftError.ofFile(path, isMisnamed(path) ? "misnamed" : "folderUnreadable")
