import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs"
import { Context, Either } from "effect"
import { hasErrorCode } from "./hasErrorCode.ts"
import { isMisnamed } from "./isMisnamed.ts"

/** Why a file cannot be read. */
export type FileBytesProblem =
  | "missing"
  | "brokenLink"
  | "misnamed"
  | "folder"
  | "notRegular"
  | "tooLarge"
  | "unreadable"

/** In bytes. Larger files are not texts for buyers, and a JavaScript string cannot hold 512 MB. */
export const largestFile = 128 * 1024 * 1024

const problemOf = (location: string, error: unknown): FileBytesProblem => {
  if (hasErrorCode(error, "ELOOP")) return "brokenLink"
  // Opening a socket fails.
  if (hasErrorCode(error, "ENXIO")) return "notRegular"
  if (!hasErrorCode(error, "ENOENT")) return "unreadable"
  const isThere = Either.try(() => lstatSync(location))
  if (Either.isRight(isThere)) return "brokenLink"
  return isMisnamed(location) ? "misnamed" : "missing"
}

/** Opening a pipe without a writer would block forever without O_NONBLOCK. */
const reading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

const readOpen = (descriptor: number): Either.Either<Uint8Array, FileBytesProblem> => {
  const info = fstatSync(descriptor)
  if (info.isDirectory()) return Either.left("folder")
  if (!info.isFile()) return Either.left("notRegular")
  if (info.size > largestFile) return Either.left("tooLarge")
  const bytes = readFileSync(descriptor)
  return bytes.length > largestFile ? Either.left("tooLarge") : Either.right(bytes)
}

/**
 * Reads the bytes of files. Synchronous, because that takes a fifth of the time for 10,000 small files, and there is
 * nothing else to do meanwhile. Tests replace it.
 */
export class FileBytes extends Context.Reference<FileBytes>()("chatlint/FileBytes", {
  defaultValue: () => ({
    read: (location: string): Either.Either<Uint8Array, FileBytesProblem> => {
      const problem = (error: unknown) => problemOf(location, error)
      return Either.flatMap(Either.try({ try: () => openSync(location, reading), catch: problem }), (descriptor) => {
        const read = Either.try({ try: () => readOpen(descriptor), catch: problem })
        closeSync(descriptor)
        return Either.flatMap(read, (bytes) => bytes)
      })
    }
  })
}) {}
