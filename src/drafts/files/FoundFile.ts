import { basename, relative } from "node:path"
import { shownPath } from "../../domain/shownPath.ts"
import { pathFrom } from "./pathFrom.ts"

/** A file that may hold drafts. */
export interface FoundFile {
  /** Absolute. */
  readonly location: string
  /** As displayed: relative to the working directory if possible, with "/". */
  readonly path: string
  /** How it was found: the user named it, a pattern for file names matched it, or it is in a folder to search. */
  readonly by: "name" | "pattern" | "folder"
  /** Its path relative to the folder that the user named, whose own name does not matter. */
  readonly below: string
}

/** Makes a file that the user named. */
export const namedFile = (location: string, path: string): FoundFile => ({
  location,
  path,
  by: "name",
  below: basename(location)
})

/** Makes a file that was found in a folder, by searching it or with a pattern. */
export const metFile = (location: string, by: "pattern" | "folder", top: string, folder: string): FoundFile => ({
  location,
  path: pathFrom(folder, location),
  by,
  below: shownPath(relative(top, location))
})

const order = { name: 0, pattern: 1, folder: 2 }

/** Sorts files by path, independently of the locale, and removes duplicates in favour of the most specific `by`. */
export const inOrder = (found: ReadonlyArray<FoundFile>): ReadonlyArray<FoundFile> => {
  const byLocation = new Map<string, FoundFile>()
  for (const file of found) {
    const known = byLocation.get(file.location)
    if (known === undefined || order[file.by] < order[known.by]) byLocation.set(file.location, file)
  }
  return [...byLocation.values()].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0))
}
