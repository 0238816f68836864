import { FileSystem } from "@effect/platform"
import { Effect, Option } from "effect"
import { DraftError } from "../DraftError.ts"
import type { FoundFile } from "./findDraftFiles.ts"

/** Larger files are no texts for buyers, and no text of JavaScript could hold a file of 512 MB. In bytes. */
export const largestFile = 128 * 1024 * 1024

/** The error for a file or an input that is too large. */
export const tooLarge = (path: string): DraftError =>
  DraftError.ofFile(path, "tooLarge", String(largestFile / (1024 * 1024)))

/**
 * The bytes of a file. None for one that was met in a folder and is no file any more: Git still lists what was just deleted, and other
 * repositories that lie in this one.
 */
export const readDraftFile = ({
  location,
  path,
  isNamed
}: FoundFile): Effect.Effect<Option.Option<Uint8Array>, DraftError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const info = yield* Effect.either(files.stat(location))
    const isGone =
      info._tag === "Left"
        ? info.left._tag === "SystemError" && info.left.reason === "NotFound"
        : info.right.type === "Directory"
    if (isGone) return isNamed ? yield* DraftError.ofFile(path, "missing") : Option.none()
    if (info._tag === "Right" && info.right.size > largestFile) return yield* tooLarge(path)
    const bytes = yield* Effect.mapError(files.readFile(location), () => DraftError.ofFile(path, "unreadable"))
    return bytes.length > largestFile ? yield* tooLarge(path) : Option.some(bytes)
  })
