import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option } from "effect"
import type { JudgedFile } from "../check/drafts/draftFindings.ts"
import { fixDrafts } from "../check/drafts/fixDrafts.ts"
import type { DraftFinding } from "../domain/DraftFinding.ts"
import { OutputError } from "./OutputError.ts"

/** A judged file of the working tree. */
export interface FixableFile {
  /** Absolute. */
  readonly location: string
  readonly judged: JudgedFile
  readonly bytes: Uint8Array
}

/** How much was written. */
export interface WrittenFixes {
  readonly files: number
  readonly messages: number
}

/**
 * Writes the suggestions into the files where that is safe. A file appears changed only when it is whole, with the rights that it had; one
 * that somebody changed meanwhile is left as it is.
 */
export const writeFixes = (
  files: ReadonlyArray<FixableFile>,
  findings: ReadonlyArray<DraftFinding>
): Effect.Effect<WrittenFixes, OutputError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const byPath = new Map<string, Array<DraftFinding>>()
    for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding])
    let written: WrittenFixes = { files: 0, messages: 0 }
    for (const { location, judged, bytes } of files) {
      const fixed = fixDrafts(judged, byPath.get(judged.file.path) ?? [], bytes)
      if (Option.isNone(fixed)) continue
      if (yield* replaceFile(location, bytes, fixed.value.bytes)) {
        written = { files: written.files + 1, messages: written.messages + fixed.value.messages }
      }
    }
    return written
  })

/** Whether the file still held what it held when it was read. */
const replaceFile = (
  location: string,
  before: Uint8Array,
  after: Uint8Array
): Effect.Effect<boolean, OutputError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    // A link stays a link.
    const path = yield* files.realPath(location)
    if (Buffer.compare(yield* files.readFile(path), before) !== 0) return false
    const { mode } = yield* files.stat(path)
    const partial = `${path}.partial`
    yield* files.writeFile(partial, after, { mode: mode & 0o777 }).pipe(
      Effect.zipRight(files.chmod(partial, mode & 0o777)),
      Effect.zipRight(files.rename(partial, path)),
      Effect.onError(() => Effect.ignore(files.remove(partial, { force: true })))
    )
    return true
  }).pipe(Effect.mapError(() => new OutputError({ path: location })))
