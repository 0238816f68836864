import { Either, Option } from "effect"
import { type DraftFinding, isOpen } from "../../domain/DraftFinding.ts"
import { encodeText } from "../../drafts/encodeText.ts"
import { quoteText } from "../../drafts/quoteText.ts"
import type { ReadDraft } from "../../drafts/ReadDraft.ts"
import type { WrittenText } from "../../drafts/ReadText.ts"
import type { SourceFile } from "../../drafts/SourceFile.ts"
import { languageOf } from "../languageOf.ts"
import { changesNothingElse } from "./changesNothingElse.ts"
import type { JudgedFile } from "./draftFindings.ts"

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
 * paragraph, its language is known, it has no placeholder that would be lost, and there is a suggestion that breaks no rule. None when
 * nothing can be replaced. A file that was not read to its end stays as it is: nobody knows what the part that could not be read would lose.
 * What was made is read again, and nothing else may have changed.
 *
 * @param findings those of this file.
 */
export const fixDrafts = (
  { file, source, isWhole, variants }: JudgedFile,
  findings: ReadonlyArray<DraftFinding>,
  bytes: Uint8Array
): Option.Option<Either.Either<FixedFile, FixRefusal>> => {
  const open = findings.filter(isOpen)
  const pieces: Array<Uint8Array> = []
  let position = 0
  const replaced = new Map<number, string>()
  for (const { drafts } of variants) {
    const [draft, ...others] = drafts
    if (draft?.written === undefined || others.length > 0 || draft.holes.length > 0) continue
    const suggestion = suggestionFor(draft, draft.written, file, open)
    if (suggestion === undefined) continue
    const { start, end, text } = quoteText(suggestion, draft, draft.written, file)
    const encoded = encodeText(text, file.encoding)
    if (Option.isNone(encoded)) continue
    pieces.push(bytes.subarray(position, file.positionAt(start).byte), encoded.value)
    position = file.positionAt(end).byte
    replaced.set(draft.written.start, suggestion)
  }
  if (replaced.size === 0) return Option.none()
  if (!isWhole) return Option.some(Either.left("unread"))
  const after = Buffer.concat([...pieces, bytes.subarray(position)])
  if (!changesNothingElse(file, after, source, replaced)) return Option.some(Either.left("entangled"))
  return Option.some(Either.right({ bytes: after, messages: replaced.size }))
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
