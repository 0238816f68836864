import type { PlatformError } from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Either, Option, Stream } from "effect"
import type { JudgedFile } from "../check/drafts/draftFindings.ts"
import { type FixRefusal, fixDrafts } from "../check/drafts/fixDrafts.ts"
import type { DraftFinding } from "../domain/DraftFinding.ts"
import { replaceFile } from "../files/replaceFile.ts"

/** A judged file of the working tree. */
export interface FixableFile {
  /** An absolute path. */
  readonly location: string
  readonly judged: JudgedFile
  readonly bytes: Uint8Array
}

/** A file that was left unchanged although suggestions could replace its messages. */
export interface UnfixedFile {
  /** As shown to the user. */
  readonly path: string
  readonly reason: FixRefusal | "unwritable" | "changed" | "linked"
}

/** Messages that were not replaced because a placeholder, or what looks like one, would be lost. */
export interface HeldMessages {
  /** As shown to the user. */
  readonly path: string
  /** The line of the first message. */
  readonly line: number
  readonly messages: number
}

/** The numbers of replaced files and messages, and what was left. */
export interface WrittenFixes {
  readonly files: number
  readonly messages: number
  readonly unfixed: ReadonlyArray<UnfixedFile>
  readonly held: ReadonlyArray<HeldMessages>
}

/**
 * Writes suggestions into files where that is safe. A file is replaced atomically and keeps its permissions. One that
 * cannot be written, was changed in the meantime or has other hard links is skipped. A file that several links lead to
 * is written once.
 */
export const writeFixes = (
  files: ReadonlyArray<FixableFile>,
  findings: ReadonlyArray<DraftFinding>
): Effect.Effect<WrittenFixes, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const byPath = new Map<string, Array<DraftFinding>>()
    for (const finding of findings) {
      const ofFile = byPath.get(finding.path)
      if (ofFile === undefined) byPath.set(finding.path, [finding])
      else ofFile.push(finding)
    }
    const written = { files: 0, messages: 0 }
    const replaced = new Set<string>()
    const unfixed: Array<UnfixedFile> = []
    const heldMessages: Array<HeldMessages> = []
    for (const { location, judged, bytes } of files) {
      const { path } = judged.file
      const { outcome: fixed, held } = fixDrafts(judged, byPath.get(path) ?? [], bytes)
      if (held[0] !== undefined) heldMessages.push({ path, line: held[0].line, messages: held.length })
      if (Option.isNone(fixed)) continue
      if (Either.isLeft(fixed.value)) {
        unfixed.push({ path, reason: fixed.value.left })
        continue
      }
      const { bytes: after, messages } = fixed.value.right
      const outcome = yield* Effect.orElseSucceed(
        replaceUnchanged(location, bytes, after, replaced),
        () => "unwritable" as const
      )
      if (outcome === "replaced") {
        written.files += 1
        written.messages += messages
      } else if (outcome !== "known") unfixed.push({ path, reason: outcome })
    }
    return { ...written, unfixed, held: heldMessages }
  })

/**
 * Replaces a file unless its content has changed since it was read.
 *
 * @param replaced the files already replaced; this one is added.
 */
const replaceUnchanged = (
  location: string,
  before: Uint8Array,
  after: Uint8Array,
  replaced: Set<string>
): Effect.Effect<"replaced" | "known" | "changed" | "linked", PlatformError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    // Symbolic links are kept.
    const path = yield* files.realPath(location)
    if (replaced.has(path)) return "known"
    if (Buffer.compare(yield* files.readFile(path), before) !== 0) return "changed"
    const { mode, nlink } = yield* files.stat(path)
    // Other hard links would keep the old content.
    if (Option.exists(nlink, (names) => names > 1)) return "linked"
    const rights = { mode: mode & 0o777, despiteMask: true }
    yield* replaceFile(path, Stream.make(after), { ...rights, refused: (error) => error })
    replaced.add(path)
    return "replaced"
  })
