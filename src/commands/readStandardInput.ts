import { Effect, Either, Stream } from "effect"
import type { DraftError } from "../drafts/DraftError.ts"
import { largestFile } from "../drafts/files/FileBytes.ts"
import { tooLarge } from "../drafts/files/readDraftFile.ts"
import type { InputError } from "./InputError.ts"
import { standardInput } from "./standardInput.ts"

/** Reads standard input completely, or returns the error that it is too large. */
export const readStandardInput = (path: string): Effect.Effect<Either.Either<Uint8Array, DraftError>, InputError> =>
  Effect.gen(function* () {
    let length = 0
    const pieces: Array<Uint8Array> = []
    yield* standardInput.pipe(
      Stream.takeWhile((piece) => {
        length += piece.length
        return length <= largestFile
      }),
      Stream.runForEach((piece) => Effect.sync(() => pieces.push(piece)))
    )
    return length > largestFile ? Either.left(tooLarge(path)) : Either.right(Buffer.concat(pieces))
  })
