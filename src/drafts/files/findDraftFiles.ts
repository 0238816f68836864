import { dirname, isAbsolute, join, resolve } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option } from "effect"
import picomatch from "picomatch"
import { DraftError } from "../DraftError.ts"
import { Git } from "./Git.ts"
import { pathFrom } from "./pathFrom.ts"
import { walkFolder } from "./walkFolder.ts"

/** A file that may hold drafts. */
export interface FoundFile {
  /** Absolute. */
  readonly location: string
  /** As shown: from the working directory where possible, with "/". */
  readonly path: string
  /** Whether the user named this very file; others were met in a folder. */
  readonly isNamed: boolean
}

/** The files that were found, ordered by path, each once; and what was named but is not there. */
export interface FoundFiles {
  readonly files: ReadonlyArray<FoundFile>
  readonly errors: ReadonlyArray<DraftError>
}

const globSign = /[*?[\]{}]/

/**
 * Finds the files that paths name: files, folders with all that is in them, patterns such as `texts/**\/*.yaml`. In a repository Git says
 * what is in a folder, elsewhere its `.gitignore` files do.
 *
 * @param folder the working directory.
 */
export const findDraftFiles = (
  paths: ReadonlyArray<string>,
  folder: string
): Effect.Effect<FoundFiles, never, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const errors: Array<DraftError> = []
    const found: Array<FoundFile> = []
    for (const path of paths) {
      const location = resolve(folder, path)
      const info = yield* Effect.either(files.stat(location))
      if (info._tag === "Right" && info.right.type !== "Directory") {
        found.push({ location, path: pathFrom(folder, location), isNamed: true })
      } else if (info._tag === "Right") {
        found.push(...(yield* filesIn(location, folder)))
      } else if (globSign.test(path)) {
        const matched = yield* matching(path, folder)
        if (matched.length === 0) errors.push(DraftError.ofFile(pathFrom(folder, location), "noMatch"))
        found.push(...matched)
      } else {
        const isMissing = info.left._tag === "SystemError" && info.left.reason === "NotFound"
        errors.push(DraftError.ofFile(pathFrom(folder, location), isMissing ? "missing" : "unreadable"))
      }
    }
    return { files: inOrder(found), errors }
  })

/** Ordered by path in the same way everywhere; a file that was also named counts as named. */
export const inOrder = (found: ReadonlyArray<FoundFile>): ReadonlyArray<FoundFile> => {
  const byLocation = new Map<string, FoundFile>()
  for (const file of found) {
    if (file.isNamed || !byLocation.has(file.location)) byLocation.set(file.location, file)
  }
  return [...byLocation.values()].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0))
}

const filesIn = (
  location: string,
  folder: string
): Effect.Effect<ReadonlyArray<FoundFile>, never, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    const git = yield* Git
    const listed = yield* Effect.option(git.list(location))
    const names = Option.isSome(listed) ? listed.value : yield* walkFolder(location)
    return names.map((name): FoundFile => {
      const inside = join(location, name)
      return { location: inside, path: pathFrom(folder, inside), isNamed: false }
    })
  })

/** The part of a pattern before its first sign names the folder to look in. */
const matching = (
  pattern: string,
  folder: string
): Effect.Effect<ReadonlyArray<FoundFile>, never, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    const fixed = pattern.slice(0, pattern.search(globSign))
    const base = resolve(folder, fixed.endsWith("/") || fixed === "" ? fixed || "." : dirname(fixed))
    const files = yield* FileSystem.FileSystem
    if (!(yield* Effect.orElseSucceed(files.exists(base), () => false))) return []
    const isMatch = picomatch(normalized(pattern))
    return (yield* filesIn(base, folder)).filter((file) => isMatch(isAbsolute(pattern) ? file.location : file.path))
  })

/** `./texts/*.md` means what `texts/*.md` means. */
const normalized = (pattern: string): string => pattern.replace(/^(?:\.\/)+/, "")
