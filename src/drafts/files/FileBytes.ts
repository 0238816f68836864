import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs"
import { Context, Either } from "effect"
import { hasErrorCode } from "./hasErrorCode.ts"
import { isMisnamed } from "./isMisnamed.ts"

/** Why the bytes of a file could not be had. */
export type FileBytesProblem =
  | "missing"
  | "brokenLink"
  | "misnamed"
  | "folder"
  | "notRegular"
  | "tooLarge"
  | "unreadable"

/** Larger files are no texts for buyers, and no text of JavaScript could hold a file of 512 MB. In bytes. */
export const largestFile = 128 * 1024 * 1024

const problemOf = (location: string, error: unknown): FileBytesProblem => {
  if (hasErrorCode(error, "ELOOP")) return "brokenLink"
  // A socket cannot even be opened.
  if (hasErrorCode(error, "ENXIO")) return "notRegular"
  if (!hasErrorCode(error, "ENOENT")) return "unreadable"
  const isThere = Either.try(() => lstatSync(location))
  if (Either.isRight(isThere)) return "brokenLink"
  return isMisnamed(location) ? "misnamed" : "missing"
}

/** A pipe that nobody writes to would keep us waiting for ever, already where it is opened. */
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
 * The bytes of one file after the other. Read at once and not in the background: of 10,000 small files that takes a fifth of the time, and
 * there is nothing else to do meanwhile. Tests put their own files in its place.
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
