import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option, Stream } from "effect"
import { replaceFile } from "../files/replaceFile.ts"
import type { ReportPiece } from "../report/Report.ts"
import { OutputError } from "./OutputError.ts"
import type { FormatOutput } from "./reportOutputs.ts"

/** What Node says when the reader has gone, and what it says of every piece after that. */
const isGone = (error: Error): boolean => {
  const code: unknown = Reflect.get(error, "code")
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED"
}

/** Writes one piece and waits until it is out: of a reader who has gone Node tells only then. */
const writePiece = (piece: ReportPiece): Effect.Effect<void, OutputError | "gone"> =>
  Effect.async((resume) => {
    process.stdout.write(piece, (error) => {
      if (!error) return resume(Effect.void)
      resume(Effect.fail(isGone(error) ? "gone" : new OutputError({ path: "-" })))
    })
  })

/**
 * Writes to standard output, as fast as its reader takes it. A reader who has had enough (`| head`) ends it quietly: the
 * rest of the pieces is not asked for, and the command goes on with what it has to do beside.
 */
export const writeToStandardOutput = <E>(pieces: Stream.Stream<ReportPiece, E>): Effect.Effect<void, E | OutputError> =>
  Effect.catchIf(
    Stream.runForEach(pieces, writePiece),
    (error): error is "gone" => error === "gone",
    () => Effect.void
  )

/** Writes a file, readable by its owner alone; it appears under its name only when it is whole. */
export const writeToFile = <E>(
  path: string,
  pieces: Stream.Stream<ReportPiece, E>
): Effect.Effect<void, E | OutputError, FileSystem.FileSystem> =>
  replaceFile(path, pieces, { mode: 0o600, refused: () => new OutputError({ path }) })

/**
 * Writes each output to where it goes.
 *
 * @param color whether standard output may have colours; files have none.
 * @param pieces a format's document, with or without colours.
 */
export const writeOutputs = <Format, E>(
  outputs: ReadonlyArray<FormatOutput<Format>>,
  color: boolean,
  pieces: (format: Format, color: boolean) => Stream.Stream<ReportPiece, E>
): Effect.Effect<void, E | OutputError, FileSystem.FileSystem> =>
  Effect.forEach(
    outputs,
    ({ format, file }) =>
      Option.match(file, {
        onNone: () => writeToStandardOutput(pieces(format, color)),
        onSome: (path) => writeToFile(path, pieces(format, false))
      }),
    { discard: true }
  )
