import * as FileSystem from "@effect/platform/FileSystem"
import * as NodeSink from "@effect/platform-node/NodeSink"
import { Effect, Option, Stream } from "effect"
import { partialPath } from "../domain/partialPath.ts"
import type { ReportPiece } from "../report/Report.ts"
import { OutputError } from "./OutputError.ts"
import type { FormatOutput } from "./reportOutputs.ts"

const isClosedPipe = (error: unknown): boolean => error instanceof Error && Reflect.get(error, "code") === "EPIPE"

/** Writes to standard output, as fast as its reader takes it. A reader who has had enough (`| head`) ends it quietly. */
export const writeToStandardOutput = <E>(pieces: Stream.Stream<ReportPiece, E>): Effect.Effect<void, E | OutputError> =>
  pieces.pipe(
    Stream.run(
      NodeSink.fromWritable<OutputError | "closed", ReportPiece>(
        () => process.stdout,
        (error) => (isClosedPipe(error) ? "closed" : new OutputError({ path: "-" })),
        { endOnDone: false }
      )
    ),
    Effect.catchIf(
      (error): error is "closed" => error === "closed",
      () => Effect.void
    )
  )

/** Writes a file, readable by its owner alone; it appears under its name only when it is whole. */
export const writeToFile = <E>(
  path: string,
  pieces: Stream.Stream<ReportPiece, E>
): Effect.Effect<void, E | OutputError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const refused = () => new OutputError({ path })
    const partial = partialPath(path)
    yield* Effect.scoped(
      Effect.gen(function* () {
        const file = yield* Effect.mapError(files.open(partial, { flag: "wx", mode: 0o600 }), refused)
        const encoder = new TextEncoder()
        yield* Stream.runForEach(pieces, (piece) =>
          Effect.mapError(file.writeAll(typeof piece === "string" ? encoder.encode(piece) : piece), refused)
        )
      })
    ).pipe(Effect.onError(() => Effect.ignore(files.remove(partial, { force: true }))))
    yield* Effect.mapError(files.rename(partial, path), refused)
  })

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
