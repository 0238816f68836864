import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Either, Option, Stream } from "effect"
import type { DraftError } from "../../drafts/DraftError.ts"
import { type DraftFormat, formatOfName } from "../../drafts/DraftFormat.ts"
import type { DraftInput, DraftInputs } from "../../drafts/DraftInput.ts"
import { type DraftFile, type DraftOrigin, draftFiles } from "../../drafts/files/draftFiles.ts"
import type { FoundFile } from "../../drafts/files/FoundFile.ts"
import type { Git } from "../../drafts/files/Git.ts"
import type { GitError } from "../../drafts/files/GitError.ts"
import { isDraftFile } from "../../drafts/files/isDraftFile.ts"
import { type OtherKind, otherKinds } from "../../drafts/files/otherKinds.ts"
import { readerOf, type TextReader } from "../../drafts/readTexts.ts"
import type { JudgedFile } from "./draftFindings.ts"
import { isOwnReport } from "./isOwnReport.ts"
import type { DraftJudge } from "./judgeDraft.ts"
import { judgeDraftFile } from "./judgeDraftFile.ts"

/** What to check, and how. */
export interface DraftCheck {
  readonly origin: DraftOrigin
  /**
   * Files, folders and patterns. If empty, what the configuration names, or else everything in the working directory.
   */
  readonly paths: ReadonlyArray<string>
  /** Files that were already read, such as standard input. They come first. */
  readonly given: ReadonlyArray<DraftFile>
  /** Whether a folder or pattern may yield no file. */
  readonly mayBeEmpty: boolean
  readonly inputs: DraftInputs
  readonly judge: DraftJudge
  /** The working directory. */
  readonly folder: string
}

/** A judged file and its content. */
export interface CheckedFile {
  readonly file: FoundFile
  readonly judged: JudgedFile
  readonly bytes: Uint8Array
}

/** What was checked, and what could not be. */
export interface DraftCoverage {
  readonly files: number
  readonly drafts: number
  /** The absolute paths of all files that were opened, readable or not. */
  readonly locations: ReadonlyArray<string>
  /** Files of unsupported kinds in folders; empty if the configuration names the files. */
  readonly others: ReadonlyArray<OtherKind>
  readonly errors: ReadonlyArray<DraftError>
}

/**
 * Reads and judges files in the order of their paths, and passes each to `take`. What cannot be read is recorded, and
 * the rest continues.
 */
export const checkDrafts = (
  { origin, paths, given, mayBeEmpty, inputs, judge, folder }: DraftCheck,
  take: (checked: CheckedFile) => void
): Effect.Effect<DraftCoverage, GitError, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    const isBare = paths.length === 0 && given.length === 0 && origin.kind === "paths"
    const isWhole = isBare && inputs.patterns.length === 0
    const found = yield* draftFiles(origin, {
      paths: isWhole ? ["."] : isBare ? inputs.patterns : paths,
      isWanted: isWanted(inputs),
      // Finding nothing at all is reported separately.
      mayBeEmpty: mayBeEmpty || isWhole,
      folder
    })
    const errors: Array<DraftError> = [...found.errors]
    const readers = new Map<DraftFormat, TextReader>()
    const locations: Array<string> = []
    let files = 0
    let drafts = 0
    const check = ({ file, bytes }: DraftFile): void => {
      const { format, selection, syntaxes } = inputOf(file, inputs)
      const read = readers.get(format)
      const content = bytes()
      const isReport = Option.exists(content, Either.match({ onLeft: () => false, onRight: isOwnReport }))
      // A report in a folder is skipped; one that is named is checked like any file.
      if (isReport && file.by !== "name") return
      locations.push(file.location)
      if (read === undefined || Option.isNone(content)) return
      if (Either.isLeft(content.value)) {
        errors.push(content.value.left)
        return
      }
      const source = { format, read, selection, syntaxes }
      const judgement = judgeDraftFile(file.path, content.value.right, source, judge)
      errors.push(...judgement.errors)
      if (judgement.judged === undefined) return
      take({ file, judged: judgement.judged, bytes: content.value.right })
      files += 1
      drafts += judgement.judged.variants.length
    }
    yield* Stream.runForEach(Stream.concat(Stream.make(given), found.batches), (batch) =>
      Effect.gen(function* () {
        for (const format of new Set(batch.map(({ file }) => inputOf(file, inputs).format))) {
          if (!readers.has(format)) readers.set(format, yield* Effect.promise(() => readerOf(format)))
        }
        for (const read of batch) check(read)
      })
    )
    const others = inputs.patterns.length === 0 ? otherKinds(found.left) : []
    return { files, drafts, locations, others, errors }
  })

/** Selects from folders the files that the configuration names or, if it names none, those that look like drafts. */
const isWanted =
  (inputs: DraftInputs) =>
  ({ by, location, below }: FoundFile): boolean =>
    by !== "folder" || Option.isSome(inputs.inputOf(location)) || (inputs.patterns.length === 0 && isDraftFile(below))

/** Determines how to read a file: by the command line, the configuration, or its name; otherwise as plain text. */
const inputOf = (
  { location, path }: FoundFile,
  inputs: DraftInputs
): Omit<DraftInput, "format"> & { readonly format: DraftFormat } => {
  const input = Option.getOrElse(inputs.inputOf(location), () => inputs.otherInput)
  const format = Option.orElse(input.format, () => formatOfName(path))
  return { ...input, format: Option.getOrElse(format, () => "text") }
}
