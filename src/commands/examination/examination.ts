import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option, Stream } from "effect"
import { type CommandFailure, describeFailure, exitCodeOfFailure } from "../CommandFailure.ts"
import type { CommandLine } from "../CommandLine.ts"
import type { DoctorFlags } from "../DoctorFlags.ts"
import { accessesOf } from "./accessesOf.ts"
import { baselineResult } from "./baselineResult.ts"
import { configResult } from "./configResult.ts"
import { databaseResult } from "./databaseResult.ts"
import { installation } from "./Installation.ts"
import { keysResult } from "./keysResult.ts"
import { marketResult } from "./marketResult.ts"
import { nodeResult } from "./nodeResult.ts"
import type { Result } from "./Result.ts"
import { rulesResult } from "./rulesResult.ts"

/** Checks everything that commands need, one after the other. A problem with one check does not stop the others. */
export const examination = (
  flags: DoctorFlags,
  commandLine: CommandLine,
  nodeVersion: string
): Stream.Stream<Result, never, FileSystem.FileSystem> => {
  const { locale } = commandLine
  const examined = installation(flags, commandLine)

  const reported = <R>(result: Effect.Effect<Result, CommandFailure, R>): Effect.Effect<Result, never, R> =>
    Effect.catchAll(result, (failure) =>
      Effect.succeed({
        state: "problem",
        lines: describeFailure(failure, locale),
        exitCode: exitCodeOfFailure(failure)
      } as const)
    )

  const results = [configResult, rulesResult, baselineResult, databaseResult, keysResult]

  const market = Stream.unwrap(
    Effect.map(Effect.option(examined.settings), (settings) =>
      Stream.mapEffect(
        Stream.fromIterable(Option.match(settings, { onNone: () => [], onSome: accessesOf })),
        (access) => reported(marketResult(access, locale))
      )
    )
  )

  return Stream.make(nodeResult(nodeVersion, locale)).pipe(
    Stream.concat(Stream.mapEffect(Stream.fromIterable(results), (result) => reported(result(examined)))),
    Stream.concat(market),
    Stream.mapAccum(new Set<string>(), (known, result) => {
      // A mistake in the configuration is reported only once, although every check that reads it fails.
      const lines = result.lines.filter((line) => !known.has(line))
      return [new Set([...known, ...lines]), { ...result, lines }] as const
    }),
    Stream.filter(({ lines }) => lines.length > 0)
  )
}
