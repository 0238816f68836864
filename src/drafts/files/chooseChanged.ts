import { dirname, resolve, sep } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Array as Arrays, Effect, Option } from "effect"
import { DraftError } from "../DraftError.ts"
import type { Changes } from "./changesOf.ts"
import { type FoundFile, inOrder, metFile, namedFile } from "./FoundFile.ts"
import { closedFolders, type FoundFiles, missedFolders, type WantedFiles } from "./findDraftFiles.ts"
import { Git } from "./Git.ts"
import { isMisnamed } from "./isMisnamed.ts"
import { lookInto } from "./lookInto.ts"
import { meaningOf } from "./meaningOf.ts"
import { pathFrom } from "./pathFrom.ts"

/** Selects the changed files that the paths name, or all without paths. A path that names nothing is an error. */
export const chooseChanged = (
  changes: Changes,
  { paths, isWanted, mayBeEmpty, folder }: WantedFiles
): Effect.Effect<FoundFiles, never, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    const differing = [...changes.files.keys()]
    const errors: Array<DraftError> = []
    const found: Array<FoundFile> = []
    const closed = new Set<string>(paths.length === 0 ? missedFolders(changes.unreadable, changes.root) : [])
    if (paths.length === 0) {
      found.push(...differing.map((location) => metFile(location, "folder", folder, folder)))
    }
    for (const path of paths) {
      const meaning = yield* meaningOf(path, folder)
      if (meaning.kind === "pattern") {
        const { location: top, by, isMeant, mayReach } = meaning
        const meant = differing.filter(isMeant)
        found.push(...meant.map((location) => metFile(location, by, top, folder)))
        for (const one of missedFolders(changes.unreadable.filter(mayReach), top)) closed.add(one)
        const isKnown = meant.length > 0 || changes.gone.some(isMeant) || mayBeEmpty
        if (!isKnown && !(yield* lookInto(top)).files.some(isMeant)) {
          errors.push(DraftError.ofFile(pathFrom(folder, resolve(folder, path)), "noMatch"))
        }
        continue
      }
      const { location } = meaning
      const isMeant = yield* isAtOrBelow(location)
      const meant = differing.filter(isMeant)
      found.push(
        ...meant.map((one) =>
          meaning.kind === "folder" || one.startsWith(location + sep)
            ? metFile(one, "folder", location, folder)
            : namedFile(one, pathFrom(folder, one))
        )
      )
      for (const one of missedFolders(changes.unreadable.filter(isMeant), location)) closed.add(one)
      if (meant.length > 0 || changes.gone.some(isMeant)) continue
      const problem = yield* meaning.kind === "nothing"
        ? problemOfMissing(location, changes.root)
        : problemOfForeign(meaning.kind === "folder" ? location : dirname(location), changes.root)
      if (problem !== undefined) errors.push(DraftError.ofFile(pathFrom(folder, location), problem))
    }
    const [left, files] = Arrays.partition(inOrder(found), isWanted)
    return { files, left, errors: [...errors, ...closedFolders(closed, folder)] }
  })

/** Git knows the targets of links only by their real paths. */
const isAtOrBelow = (location: string): Effect.Effect<(other: string) => boolean, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const disk = yield* FileSystem.FileSystem
    const real = yield* Effect.orElseSucceed(disk.realPath(location), () => location)
    const tops = [location, real]
    return (other) => tops.some((top) => other === top || other.startsWith(top + sep))
  })

/** A file that was deleted only in the working tree, or a folder of such files, is still in the index. */
const problemOfMissing = (
  location: string,
  root: string
): Effect.Effect<"missing" | "misnamed" | undefined, never, Git> =>
  Effect.gen(function* () {
    const git = yield* Git
    if (yield* Effect.orElseSucceed(git.tracks(root, location), () => false)) return undefined
    return isMisnamed(location) ? "misnamed" : "missing"
  })

/** The problem of a folder in another repository, whose changes this one does not know. */
const problemOfForeign = (folder: string, root: string): Effect.Effect<"otherRepository" | undefined, never, Git> =>
  Effect.gen(function* () {
    const git = yield* Git
    const own = yield* Effect.option(git.ownRoot(folder))
    const isOwn = Option.match(own, {
      onSome: (found) => found === root,
      // In a hook the repository may be separate from the files.
      onNone: () => `${folder}${sep}`.startsWith(root + sep)
    })
    return isOwn ? undefined : "otherRepository"
  })
