import type { PlatformError } from "@effect/platform/Error"
import type { File } from "@effect/platform/FileSystem"
import { Effect, Stream } from "effect"

/** Writes all pieces into an open file, one after the other, text as UTF-8. */
export const writePieces = <E, F>(
  file: File,
  pieces: Stream.Stream<string | Uint8Array, E>,
  refused: (error: PlatformError) => F
): Effect.Effect<void, E | F> => {
  const encoder = new TextEncoder()
  // To write nothing is an error to the platform: it takes it for a disk that takes nothing.
  return Stream.runForEach(
    Stream.filter(pieces, ({ length }) => length > 0),
    (piece) => Effect.mapError(file.writeAll(typeof piece === "string" ? encoder.encode(piece) : piece), refused)
  )
}
