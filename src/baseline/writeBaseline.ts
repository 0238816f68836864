import type * as FileSystem from "@effect/platform/FileSystem"
import { type Effect, Stream } from "effect"
import { replaceFile } from "../files/replaceFile.ts"
import { BaselineError } from "./BaselineError.ts"
import { type BaselineFile, baselineText } from "./BaselineFile.ts"

/** Writes a baseline atomically. Readable by others, since it is meant to be committed. */
export const writeBaseline = (
  path: string,
  baseline: BaselineFile
): Effect.Effect<void, BaselineError, FileSystem.FileSystem> =>
  replaceFile(path, Stream.make(baselineText(baseline)), {
    refused: () => new BaselineError({ path, reason: "unwritable" })
  })
