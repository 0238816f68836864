import { dirname, isAbsolute, resolve } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import picomatch from "picomatch"
import { pathFrom } from "./pathFrom.ts"

/** The meaning of a path or pattern from the command line or the configuration. */
export type PathMeaning = NamedFile | NamedFiles

/** A single file, which may be missing. */
export interface NamedFile {
  readonly kind: "file" | "nothing"
  /** Absolute. */
  readonly location: string
}

/** All files in a folder, or those that match a pattern such as `texts/**\/*.yaml`. */
export interface NamedFiles {
  readonly kind: "folder" | "pattern"
  /** The absolute path of the folder. */
  readonly location: string
  /** A pattern that ends with `*` or `**` means any file, as a folder does. */
  readonly by: "pattern" | "folder"
  readonly isMeant: (location: string) => boolean
  /** Whether files below a folder may be meant. */
  readonly mayReach: (location: string) => boolean
}

const globSign = /[*?[\]{}]/

/**
 * Determines what a path means. An existing file or folder takes precedence over a pattern.
 *
 * @param folder the working directory.
 */
export const meaningOf = (path: string, folder: string): Effect.Effect<PathMeaning, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const location = resolve(folder, path)
    const info = yield* Effect.either(files.stat(location))
    if (info._tag === "Right") {
      return info.right.type === "Directory"
        ? { kind: "folder", location, by: "folder", isMeant: always, mayReach: always }
        : { kind: "file", location }
    }
    return globSign.test(path) ? patternOf(path, folder) : { kind: "nothing", location }
  })

const always = (): boolean => true

const patternOf = (pattern: string, folder: string): NamedFiles => {
  const shown = (location: string): string => (isAbsolute(pattern) ? location : pathFrom(folder, location))
  // `./texts/*.md` is the same as `texts/*.md`.
  const plain = pattern.replace(/^(?:\.\/)+/, "")
  const isMatch = picomatch(plain)
  const isDeep = plain.includes("**")
  const depth = plain.split("/").length
  // The part before the first special character determines the folder to search.
  const fixed = pattern.slice(0, pattern.search(globSign))
  return {
    kind: "pattern",
    location: resolve(folder, fixed.endsWith("/") || fixed === "" ? fixed || "." : dirname(fixed)),
    by: /(?:^|\/)\*+$/.test(plain) ? "folder" : "pattern",
    isMeant: (location) => isMatch(shown(location)),
    mayReach: (location) => isDeep || shown(location).split("/").length < depth
  }
}
