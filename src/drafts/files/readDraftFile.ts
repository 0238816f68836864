import { Either, Option } from "effect"
import { DraftError } from "../DraftError.ts"
import { type FileBytes, largestFile } from "./FileBytes.ts"
import type { FoundFile } from "./FoundFile.ts"

/** The error for a file or an input that is too large. */
export const tooLarge = (path: string): DraftError =>
  DraftError.ofFile(path, "tooLarge", String(largestFile / (1024 * 1024)))

/** Reads a file. None if it was found in a folder but no longer exists, since Git still lists deleted files. */
export const readDraftFile = (
  { location, path, by }: FoundFile,
  { read }: typeof FileBytes.Service
): Option.Option<Either.Either<Uint8Array, DraftError>> =>
  Either.match(read(location), {
    onRight: (bytes) => Option.some(Either.right(bytes)),
    onLeft: (problem) => {
      if (problem === "tooLarge") return Option.some(Either.left(tooLarge(path)))
      if (problem !== "missing" && problem !== "folder") {
        return Option.some(Either.left(DraftError.ofFile(path, problem)))
      }
      return by === "name" ? Option.some(Either.left(DraftError.ofFile(path, "missing"))) : Option.none()
    }
  })
