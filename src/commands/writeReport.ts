import { dirname } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Either, Option, Stream } from "effect"
import { hasErrorCode } from "../drafts/files/hasErrorCode.ts"
import { writeThrough } from "../files/writeThrough.ts"
import type { Locale } from "../locale/Locale.ts"
import type { ReportPiece } from "../report/Report.ts"
import { exitCodeOfFailure } from "./CommandFailure.ts"
import { ExitCode } from "./ExitCode.ts"
import { describeOutputError, OutputError } from "./OutputError.ts"
import type { FormatOutput } from "./reportOutputs.ts"
import { StandardStreams } from "./StandardStreams.ts"

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
      resume(
        Effect.fail(isGone(error) ? "gone" : new OutputError({ path: "-", isFull: hasErrorCode(error, "ENOSPC") }))
      )
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

/** Writes a file, readable by its owner alone, which appears under its name only when it is whole; or into a device or a pipe. */
export const writeToFile = <E>(
  path: string,
  pieces: Stream.Stream<ReportPiece, E>
): Effect.Effect<void, E | OutputError, FileSystem.FileSystem> =>
  writeThrough(path, pieces, {
    mode: 0o600,
    refused: ({ cause }) => new OutputError({ path, isFull: hasErrorCode(cause, "ENOSPC") })
  })

/**
 * Fails with the first output that has no folder to be written to: what is known before a scan need not wait for its end.
 */
export const refuseMissingFolders = <Format>(
  outputs: ReadonlyArray<FormatOutput<Format>>
): Effect.Effect<void, OutputError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    for (const path of outputs.flatMap(({ file }) => Option.toArray(file))) {
      const mayWrite = (place: string) => files.access(place, { writable: true })
      // A device such as /dev/null may be written by people who may not write into its folder.
      yield* Effect.orElse(mayWrite(path), () =>
        Effect.mapError(mayWrite(dirname(path)), () => new OutputError({ path }))
      )
    }
  })

/**
 * Writes each output to where it goes. One that cannot be written is told on standard error, and takes nothing from the others.
 * Returns the exit code of that alone: what was found comes before it (see exitCodeAfterWriting).
 *
 * @param color whether standard output may have colours; files have none.
 * @param pieces a format's document, with or without colours.
 */
export const writeOutputs = <Format, E>(
  outputs: ReadonlyArray<FormatOutput<Format>>,
  { color, locale }: { readonly color: boolean; readonly locale: Locale },
  pieces: (format: Format, color: boolean) => Stream.Stream<ReportPiece, E>
): Effect.Effect<ExitCode, E, FileSystem.FileSystem | StandardStreams> =>
  Effect.gen(function* () {
    const { tell } = yield* StandardStreams
    let exitCode: ExitCode = ExitCode.clean
    for (const { format, file } of outputs) {
      const written = yield* Effect.either(
        Option.match(file, {
          onNone: () => writeToStandardOutput(pieces(format, color)),
          onSome: (path) => writeToFile(path, pieces(format, false))
        })
      )
      if (Either.isRight(written)) continue
      const error = written.left
      if (!(error instanceof OutputError)) return yield* Effect.fail(error)
      yield* tell(describeOutputError(error, locale))
      exitCode = exitCodeOfFailure(error)
    }
    return exitCode
  })

/** What a command ends with that did its work, of which it may not have been able to write every report. */
export const exitCodeAfterWriting = (ofWork: ExitCode, ofWriting: ExitCode): ExitCode =>
  ofWriting !== ExitCode.clean && (ofWork === ExitCode.clean || ofWork === ExitCode.undelivered) ? ofWriting : ofWork
