import type { PlatformError } from "@effect/platform/Error"
import type { File } from "@effect/platform/FileSystem"
import { Effect, Stream } from "effect"

/** Writes all pieces to an open file in order, text as UTF-8. */
export const writePieces = <E, F>(
  file: File,
  pieces: Stream.Stream<string | Uint8Array, E>,
  refused: (error: PlatformError) => F
): Effect.Effect<void, E | F> => {
  const encoder = new TextEncoder()
  // Empty pieces are dropped: the platform reports a write of zero bytes as an error, as if the disk were full.
  return Stream.runForEach(
    Stream.filter(pieces, ({ length }) => length > 0),
    (piece) => Effect.mapError(file.writeAll(typeof piece === "string" ? encoder.encode(piece) : piece), refused)
  )
}
