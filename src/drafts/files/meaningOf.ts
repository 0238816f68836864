import { dirname, isAbsolute, resolve } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import picomatch from "picomatch"
import { pathFrom } from "./pathFrom.ts"

/** What a path of the command line, or a pattern of the configuration, stands for. */
export type PathMeaning = NamedFile | NamedFiles

/** One file, whether it is there or not. */
export interface NamedFile {
  readonly kind: "file" | "nothing"
  /** Absolute. */
  readonly location: string
}

/** All files in a folder, or those that a pattern such as `texts/**\/*.yaml` takes from it. */
export interface NamedFiles {
  readonly kind: "folder" | "pattern"
  /** The folder. Absolute. */
  readonly location: string
  /** Whether files are named one by one. A pattern that ends with `*` or `**` means whatever lies there, as a folder does. */
  readonly by: "pattern" | "folder"
  readonly isMeant: (location: string) => boolean
  /** Whether files in a folder below could be meant. */
  readonly mayReach: (location: string) => boolean
}

const globSign = /[*?[\]{}]/

/**
 * Tells what a path stands for: what is there is meant by its name, whatever signs stand in it.
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
  // `./texts/*.md` means what `texts/*.md` means.
  const plain = pattern.replace(/^(?:\.\/)+/, "")
  const isMatch = picomatch(plain)
  const isDeep = plain.includes("**")
  const depth = plain.split("/").length
  // The part before its first sign names the folder to look in.
  const fixed = pattern.slice(0, pattern.search(globSign))
  return {
    kind: "pattern",
    location: resolve(folder, fixed.endsWith("/") || fixed === "" ? fixed || "." : dirname(fixed)),
    by: /(?:^|\/)\*+$/.test(plain) ? "folder" : "pattern",
    isMeant: (location) => isMatch(shown(location)),
    mayReach: (location) => isDeep || shown(location).split("/").length < depth
  }
}
