import { Either, Option } from "effect"
import type { SourcePosition } from "../../domain/Draft.ts"
import { type DraftFinding, isOpen } from "../../domain/DraftFinding.ts"
import { encodeText } from "../../drafts/encodeText.ts"
import { mayBeFilled } from "../../drafts/placeholders/mayBeFilled.ts"
import { quoteText } from "../../drafts/quoteText.ts"
import type { ReadDraft } from "../../drafts/ReadDraft.ts"
import type { WrittenText } from "../../drafts/ReadText.ts"
import type { SourceFile } from "../../drafts/SourceFile.ts"
import { languageOf } from "../languageOf.ts"
import { changesNothingElse } from "./changesNothingElse.ts"
import type { JudgedFile } from "./draftFindings.ts"

/** What came of writing suggestions into a file. */
export interface FixAttempt {
  /** None when no message is to be replaced. */
  readonly outcome: Option.Option<Either.Either<FixedFile, FixRefusal>>
  /** Where the messages begin that were left because what is filled in, or looks like it, would be lost with them. */
  readonly held: ReadonlyArray<SourcePosition>
}

/** A file with its suggestions written into it. */
export interface FixedFile {
  readonly bytes: Uint8Array
  /** How many messages were replaced. */
  readonly messages: number
}

/**
 * Why nothing is replaced in a file, though suggestions could take the place of its messages: not all of it could be read, or more would be
 * changed than these messages.
 */
export type FixRefusal = "unread" | "entangled"

/**
 * Writes the suggestion in the place of every message that has findings, all of them open, where that is safe: the message is one whole value,
 * cell or paragraph, its language is known, it has nothing like a placeholder that would be lost, and there is a suggestion that breaks no rule.
 * A file that was not read to its end stays as it is: nobody knows what the part that could not be read would lose. What was made is read
 * again, and nothing else may have changed.
 *
 * @param findings those of this file.
 */
export const fixDrafts = (
  { file, source, isWhole, variants }: JudgedFile,
  findings: ReadonlyArray<DraftFinding>,
  bytes: Uint8Array
): FixAttempt => {
  const findingsIn = findingsByPlace(findings)
  const pieces: Array<Uint8Array> = []
  let position = 0
  const held: Array<SourcePosition> = []
  const replaced = new Map<number, string>()
  for (const { text: read, drafts } of variants) {
    const [draft, ...others] = drafts
    if (draft === undefined || read.written === undefined) continue
    const suggestion = suggestionFor(draft, read.written, file, findingsIn)
    if (suggestion === undefined) continue
    if (others.length > 0 || draft.written === undefined || mayBeFilled(draft)) {
      held.push(file.positionAt(read.written.start))
      continue
    }
    const { start, end, text } = quoteText(suggestion, draft, draft.written, file)
    const encoded = encodeText(text, file.encoding)
    if (Option.isNone(encoded)) continue
    pieces.push(bytes.subarray(position, file.positionAt(start).byte), encoded.value)
    position = file.positionAt(end).byte
    replaced.set(draft.written.start, suggestion)
  }
  if (replaced.size === 0) return { outcome: Option.none(), held }
  if (!isWhole) return { outcome: Option.some(Either.left("unread")), held }
  const after = Buffer.concat([...pieces, bytes.subarray(position)])
  return changesNothingElse(file, after, source, replaced)
    ? { outcome: Option.some(Either.right({ bytes: after, messages: replaced.size })), held }
    : { outcome: Option.some(Either.left("entangled")), held }
}

const suggestionFor = (
  draft: ReadDraft,
  written: WrittenText,
  file: SourceFile,
  findingsIn: FindingsIn
): string | undefined => {
  const own = findingsIn(file.positionAt(written.start).byte, file.positionAt(written.end).byte)
  if (own.length === 0 || Option.isNone(languageOf(draft.text))) return undefined
  // What somebody let pass is to stay.
  return own.every((finding) => isOpen(finding) && finding.suggestion !== null)
    ? (own[0]?.suggestion ?? undefined)
    : undefined
}

/** The findings that lie within a stretch of the file's bytes, in the order of the findings. */
type FindingsIn = (from: number, to: number) => ReadonlyArray<DraftFinding>

/** Sorts findings by where they begin, so that those of a message are found without a look at those of all others. */
const findingsByPlace = (findings: ReadonlyArray<DraftFinding>): FindingsIn => {
  const placed = findings
    .map((finding, index) => ({
      finding,
      index,
      from: finding.spans.reduce((least, { start }) => Math.min(least, start.byte), Number.POSITIVE_INFINITY),
      to: finding.spans.reduce((most, { end }) => Math.max(most, end.byte), 0)
    }))
    .sort((one, other) => one.from - other.from)
  return (from, to) => {
    let low = 0
    let high = placed.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((placed[middle]?.from ?? 0) < from) low = middle + 1
      else high = middle
    }
    const within: Array<(typeof placed)[number]> = []
    for (let next = placed[low]; next !== undefined && next.from <= to; next = placed[++low]) {
      if (next.to <= to) within.push(next)
    }
    return within.sort((one, other) => one.index - other.index).map(({ finding }) => finding)
  }
}
