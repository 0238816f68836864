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

/** The result of fixing a file. */
export interface FixAttempt {
  /** None if no message is to be replaced. */
  readonly outcome: Option.Option<Either.Either<FixedFile, FixRefusal>>
  /** The starts of messages that were skipped because a placeholder, or what looks like one, would be lost. */
  readonly held: ReadonlyArray<SourcePosition>
}

/** A file with its suggestions applied. */
export interface FixedFile {
  readonly bytes: Uint8Array
  /** How many messages were replaced. */
  readonly messages: number
}

/** Why nothing is replaced in a file: not all of it could be read, or more than the messages would change. */
export type FixRefusal = "unread" | "entangled"

/**
 * Replaces every message that has only open findings by the suggestion, if that is safe: the message is one whole
 * value, cell or paragraph, its language is known, no possible placeholder would be lost, and there is a compliant
 * suggestion. A file that was not read completely is not changed, since the unread part could be damaged. The result is
 * parsed again, and nothing else may have changed.
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
  // Suppressed and accepted findings must remain.
  return own.every((finding) => isOpen(finding) && finding.suggestion !== null)
    ? (own[0]?.suggestion ?? undefined)
    : undefined
}

/** Returns the findings within a range of the file's bytes, in their order. */
type FindingsIn = (from: number, to: number) => ReadonlyArray<DraftFinding>

/** Indexes findings by their start, so that those of a message are found without scanning all others. */
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
