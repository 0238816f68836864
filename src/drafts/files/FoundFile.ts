import { basename, relative } from "node:path"
import { shownPath } from "../../domain/shownPath.ts"
import { pathFrom } from "./pathFrom.ts"

/** A file that may hold drafts. */
export interface FoundFile {
  /** Absolute. */
  readonly location: string
  /** As shown: from the working directory where possible, with "/". */
  readonly path: string
  /** How it was found: the user named this very file, or a pattern that says how files are called, or it was met in a folder. */
  readonly by: "name" | "pattern" | "folder"
  /** Its path from the folder in which it was met: that folder itself the user wants to be looked into, whatever it is called. */
  readonly below: string
}

/** A file that the user named. */
export const namedFile = (location: string, path: string): FoundFile => ({
  location,
  path,
  by: "name",
  below: basename(location)
})

/** A file that was met in a folder, or that a pattern took from there. */
export const metFile = (location: string, by: "pattern" | "folder", top: string, folder: string): FoundFile => ({
  location,
  path: pathFrom(folder, location),
  by,
  below: shownPath(relative(top, location))
})

const order = { name: 0, pattern: 1, folder: 2 }

/** Ordered by path in the same way everywhere, each once: as it was most plainly named. */
export const inOrder = (found: ReadonlyArray<FoundFile>): ReadonlyArray<FoundFile> => {
  const byLocation = new Map<string, FoundFile>()
  for (const file of found) {
    const known = byLocation.get(file.location)
    if (known === undefined || order[file.by] < order[known.by]) byLocation.set(file.location, file)
  }
  return [...byLocation.values()].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0))
}
