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

/** The error codes of a closed pipe, and of writes after that. */
const isGone = (error: Error): boolean => {
  const code: unknown = Reflect.get(error, "code")
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED"
}

/** Writes one piece and waits for its completion: only then does Node report that the reader has gone. */
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
 * Writes to standard output at the reader's pace. A reader that closes the pipe (`| head`) ends the writing quietly:
 * the remaining pieces are not requested, and the command continues.
 */
export const writeToStandardOutput = <E>(pieces: Stream.Stream<ReportPiece, E>): Effect.Effect<void, E | OutputError> =>
  Effect.catchIf(
    Stream.runForEach(pieces, writePiece),
    (error): error is "gone" => error === "gone",
    () => Effect.void
  )

/** Writes a file atomically, readable only by its owner, or writes into a device or pipe. */
export const writeToFile = <E>(
  path: string,
  pieces: Stream.Stream<ReportPiece, E>
): Effect.Effect<void, E | OutputError, FileSystem.FileSystem> =>
  writeThrough(path, pieces, {
    mode: 0o600,
    refused: ({ cause }) => new OutputError({ path, isFull: hasErrorCode(cause, "ENOSPC") })
  })

/**
 * Fails with the first output whose folder is missing or not writable, so that a scan does not discover it at its end.
 */
export const refuseMissingFolders = <Format>(
  outputs: ReadonlyArray<FormatOutput<Format>>
): Effect.Effect<void, OutputError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    for (const path of outputs.flatMap(({ file }) => Option.toArray(file))) {
      const mayWrite = (place: string) => files.access(place, { writable: true })
      // A device such as /dev/null may be writable although its folder is not.
      yield* Effect.orElse(mayWrite(path), () =>
        Effect.mapError(mayWrite(dirname(path)), () => new OutputError({ path }))
      )
    }
  })

/**
 * Writes each output to its destination. A failure is reported on standard error and does not affect the other outputs.
 * Returns the exit code of the writing only, to be combined with exitCodeAfterWriting.
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
    const { note } = yield* StandardStreams
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
      yield* note(describeOutputError(error, locale))
      exitCode = exitCodeOfFailure(error)
    }
    return exitCode
  })

/** The exit code of a command, from that of its work and that of writing its reports. */
export const exitCodeAfterWriting = (workExitCode: ExitCode, writingExitCode: ExitCode): ExitCode =>
  writingExitCode !== ExitCode.clean && (workExitCode === ExitCode.clean || workExitCode === ExitCode.undelivered)
    ? writingExitCode
    : workExitCode
