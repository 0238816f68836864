import { Either } from "effect"
import { decodeFile } from "../../drafts/decodeFile.ts"
import type { ReadText } from "../../drafts/ReadText.ts"
import type { DraftSource } from "../../drafts/readDrafts.ts"
import type { SourceFile } from "../../drafts/SourceFile.ts"
import { everyValue } from "../../drafts/valueSelection.ts"

/**
 * Parses the new bytes of a file and checks that it has the same texts under the same keys, except for those to be
 * replaced. Values other than messages are compared too.
 *
 * @param replaced the replacement texts, by the start of the replaced text in the file.
 */
export const changesNothingElse = (
  file: SourceFile,
  after: Uint8Array,
  { read, selection }: DraftSource,
  replaced: ReadonlyMap<number, string>
): boolean => {
  const decoded = decodeFile(file.path, after)
  if (Either.isLeft(decoded) || decoded.right.encoding !== file.encoding) return false
  return [selection, everyValue].every((one) => {
    const before = read(file, one)
    const now = read(decoded.right, one)
    return (
      before.errors.length === 0 &&
      now.errors.length === 0 &&
      before.texts.length === now.texts.length &&
      before.texts.every((text, index) => isSame(text, now.texts[index], replaced))
    )
  })
}

const isSame = (before: ReadText, now: ReadText | undefined, replaced: ReadonlyMap<number, string>): boolean => {
  if (now?.key !== before.key) return false
  const { text } = before.mapped
  const suggestion = before.written === undefined ? undefined : replaced.get(before.written.start)
  // Line ends and blanks around a replaced text may be dropped.
  return suggestion === undefined ? now.mapped.text === text : now.mapped.text.trim() === suggestion
}
