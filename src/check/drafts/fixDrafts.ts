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
 * Writes the suggestion in the place of every message that has an open finding, where that is safe: the message is one whole value, cell or
 * paragraph, its language is known, it has nothing like a placeholder that would be lost, and there is a suggestion that breaks no rule. A file that was not read to its end stays as it is: nobody knows what the part that could not be read would lose.
 * What was made is read again, and nothing else may have changed.
 *
 * @param findings those of this file.
 */
export const fixDrafts = (
  { file, source, isWhole, variants }: JudgedFile,
  findings: ReadonlyArray<DraftFinding>,
  bytes: Uint8Array
): FixAttempt => {
  const open = findings.filter(isOpen)
  const pieces: Array<Uint8Array> = []
  let position = 0
  const held: Array<SourcePosition> = []
  const replaced = new Map<number, string>()
  for (const { text: read, drafts } of variants) {
    const [draft, ...others] = drafts
    if (draft === undefined || read.written === undefined) continue
    const suggestion = suggestionFor(draft, read.written, file, open)
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
  open: ReadonlyArray<DraftFinding>
): string | undefined => {
  if (Option.isNone(languageOf(draft.text))) return undefined
  const from = file.positionAt(written.start).byte
  const to = file.positionAt(written.end).byte
  const own = open.filter(({ spans }) => spans.every(({ start, end }) => start.byte >= from && end.byte <= to))
  return own.every(({ suggestion }) => suggestion !== null) ? (own[0]?.suggestion ?? undefined) : undefined
}
