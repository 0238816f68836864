import type { PlacedFinding } from "../check/drafts/draftFindings.ts"
import { ignoreKey } from "../drafts/valueSelection.ts"
import type { Comment, CommentStyle } from "./commentsIn.ts"
import { commentStyleOf, commentsIn } from "./commentsIn.ts"
import { ignoredValues, isJson } from "./ignoredValues.ts"
import type { PlacedSuppression } from "./Suppressions.ts"
import { parseSuppression } from "./WrittenSuppression.ts"

/** What every comment that suppresses begins with. */
const sign = "chatlint-disable"
const directive = `${sign}-next-line`

/** A place of a file; both count from 1. */
interface Place {
  readonly line: number
  readonly column: number
}

const isBefore = (one: Place, other: Place): boolean =>
  one.line < other.line || (one.line === other.line && one.column < other.column)

/** Whether a finding, or the message that it stands in, begins between two places. */
const beginsBetween =
  (start: Place, end: Place) =>
  ({ finding, draft }: PlacedFinding): boolean =>
    [finding.spans[0].start, draft.locate(0, draft.text.length)[0].start].some(
      (begin) => !isBefore(begin, start) && isBefore(begin, end)
    )

/**
 * The suppressions that a file itself holds: in comments of YAML, Markdown and gettext files, and under the key
 * `x-chatlint-ignore` of JSON, which has no comments. In a text that is sent as it is none can stand.
 *
 * @param path as it is shown.
 * @param source the file's text, decoded.
 */
export const commentSuppressions = (path: string, source: string): ReadonlyArray<PlacedSuppression> => {
  const style = commentStyleOf(path)
  const placed = (line: number, text: string, covers: PlacedSuppression["covers"]) =>
    parseSuppression(text).map(
      (written): PlacedSuppression => ({ ...written, by: "comment", path, line, covers, concerns: () => true })
    )
  if (style !== undefined && source.includes(sign)) {
    const lines = source.split(/\r\n|\n|\r/)
    const comments = commentsIn(source, style)
    return comments.flatMap(({ line, words }) => {
      const [word = "", ...rest] = words.split(/\s+/)
      if (!word.startsWith(sign)) return []
      const { first, last } = coveredLines(line, lines, comments, style)
      // Of "chatlint-disable" alone nobody knows where it would end, so it is told how to write it.
      const text = word === directive ? rest.join(" ") : ""
      return placed(line, text, beginsBetween({ line: first, column: 1 }, { line: last + 1, column: 1 }))
    })
  }
  if (isJson(path) && source.includes(ignoreKey)) {
    return ignoredValues(path, source).flatMap(({ line, text, start, end }) =>
      placed(line, text, beginsBetween(start, end))
    )
  }
  return []
}

/**
 * The lines in which a message may begin that a comment is for: the next one that is neither empty nor a comment, and
 * behind it the first line of a block. A comment of a gettext file is for the whole entry.
 */
const coveredLines = (
  line: number,
  lines: ReadonlyArray<string>,
  comments: ReadonlyArray<Comment>,
  style: CommentStyle
): { readonly first: number; readonly last: number } => {
  const textOf = (number: number): string => lines[number - 1]?.trim() ?? ""
  const commented = new Set(comments.map((comment) => comment.line))
  const isComment = (number: number) => commented.has(number) && /^(#|<!--)/.test(textOf(number))
  const nextText = (from: number): number => {
    let number = from
    while (number <= lines.length && (textOf(number) === "" || isComment(number))) number += 1
    return number
  }
  const first = nextText(line + 1)
  let last = first
  if (style === "po") while (last < lines.length && textOf(last + 1) !== "") last += 1
  // "text: |" and "text:" have their text on the line behind them.
  if (
    style === "yaml" &&
    /(?:^|\s)[|>][-+\d]*$|:$/.test(
      textOf(first)
        .replace(/\s#.*$/, "")
        .trimEnd()
    )
  )
    last = nextText(first + 1)
  return { first, last }
}
