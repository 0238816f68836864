import { Effect } from "effect"
import { CheckConflict } from "./CheckConflict.ts"
import type { CheckFlags } from "./CheckFlags.ts"
import type { CommandLine } from "./CommandLine.ts"
import { keepHeapSmall } from "./keepHeapSmall.ts"
import { runCommand } from "./runCommand.ts"

/** `chatlint check`: checks drafts in files or as JSON rows, and loads only the code for one of the two. */
export const runCheck = (paths: ReadonlyArray<string>, flags: CheckFlags, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      if (flags.ndjson !== true) {
        const { checkFiles } = yield* Effect.promise(() => import("./checkFiles.ts"))
        return yield* checkFiles(paths, flags, commandLine)
      }
      const [other] = [
        ...paths.filter((path) => path !== "-"),
        ...(flags.staged === true ? ["--staged"] : []),
        ...(flags.since === undefined ? [] : ["--since"]),
        ...(flags.stdinFilename === undefined ? [] : ["--stdin-filename"]),
        ...(flags.inputFormat === undefined ? [] : ["--input-format"]),
        ...(flags.baseline === undefined ? [] : ["--baseline"]),
        ...(flags.fix === true ? ["--fix"] : []),
        ...(flags.format === undefined ? [] : ["--format"]),
        ...(flags.output === undefined ? [] : ["--output"])
      ]
      if (other !== undefined) return yield* new CheckConflict({ one: "--ndjson", other })
      keepHeapSmall()
      const { checkRows } = yield* Effect.promise(() => import("./checkRows.ts"))
      return yield* checkRows(flags, commandLine)
    }),
    commandLine
  )
