import type { PlacedFinding } from "../domain/PlacedFinding.ts"
import type { DraftFormat } from "../drafts/DraftFormat.ts"
import { ignoreKey } from "../drafts/valueSelection.ts"
import type { Comment, CommentStyle } from "./commentsIn.ts"
import { commentStyleOf, commentsIn, textLines } from "./commentsIn.ts"
import { type IgnoredValue, ignoredValues } from "./ignoredValues.ts"
import { ignoredYamlValues } from "./ignoredYamlValues.ts"
import type { Cover, PlacedSuppression } from "./Suppressions.ts"
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

const isBetween = (place: Place, start: Place, end: Place): boolean => !isBefore(place, start) && isBefore(place, end)

/** Covers what begins between two places, itself or its message. */
const withinPlaces =
  (start: Place, end: Place) =>
  ({ finding, draft }: PlacedFinding): Cover =>
    isBetween(finding.spans[0].start, start, end) || isBetween(draft.locate(0, 0)[0].start, start, end)
      ? "always"
      : "never"

/**
 * Covers what begins in certain lines. Of a message that begins there and goes on, which no comment may stand in, that is its first line; of its
 * further lines it covers one finding where it covers nothing before, so that a second number does not pass with the first.
 */
const withinLines =
  (start: Place, end: Place) =>
  ({ finding, draft }: PlacedFinding): Cover => {
    const [found] = finding.spans
    const message = draft.locate(0, 0)[0].start
    if (isBetween(message, start, end)) return found.start.line === message.line ? "always" : "once"
    return isBetween(found.start, start, end) ? "always" : "never"
  }

/**
 * The suppressions that a file itself holds: in comments of YAML, Markdown and gettext files, and under the key
 * `x-chatlint-ignore` of JSON, which has no comments, and of YAML. In a text that is sent as it is none can stand.
 *
 * @param path as it is shown.
 * @param format what the file was read as.
 * @param source the file's text, decoded.
 */
export const commentSuppressions = (
  path: string,
  format: DraftFormat,
  source: string
): ReadonlyArray<PlacedSuppression> => {
  const style = commentStyleOf(format)
  const placed = (line: number, text: string, start: Place, end: Place, covers: (placed: PlacedFinding) => Cover) =>
    parseSuppression(text).map(
      (written): PlacedSuppression => ({
        ...written,
        by: "comment",
        path,
        line,
        lines: { first: start.line, last: end.line },
        covers,
        concerns: () => true
      })
    )
  const underKeys = valuesUnderKey(format, source).flatMap(({ line, text, start, end }) =>
    placed(line, text, start, end, withinPlaces(start, end))
  )
  if (style === undefined || !source.toLowerCase().includes(sign)) return underKeys
  const comments = commentsIn(source, style)
  const covered = coveredLines(textLines(source, style), comments, style)
  return [
    ...underKeys,
    ...comments.flatMap(({ line, last: lastOfComment, words }) => {
      const [written = "", ...rest] = words.split(/\s+/)
      const word = written.toLowerCase()
      if (!word.startsWith(sign)) return []
      const { first, last } = covered(lastOfComment)
      // Of "chatlint-disable" alone nobody knows where it would end, so it is told how to write it.
      const text = word === directive ? rest.join(" ") : ""
      const [start, end] = [
        { line: first, column: 1 },
        { line: last + 1, column: 1 }
      ]
      return placed(line, text, start, end, withinLines(start, end))
    })
  ]
}

const valuesUnderKey = (format: DraftFormat, source: string): ReadonlyArray<IgnoredValue> => {
  if (!source.includes(ignoreKey)) return []
  if (format === "yaml") return ignoredYamlValues(source)
  return format === "json" || format === "jsonl" ? ignoredValues(format, source) : []
}

/**
 * Says of a comment's line in which lines a message may begin that the comment is for: the next one that is neither empty
 * nor a comment, and behind it the first line of a block. A comment of a gettext file is for the whole entry.
 */
const coveredLines = (
  texts: ReadonlyArray<string>,
  comments: ReadonlyArray<Comment>,
  style: CommentStyle
): ((line: number) => { readonly first: number; readonly last: number }) => {
  const textOf = (number: number): string => texts[number - 1] ?? ""
  const commented = new Set(comments.map((comment) => comment.line))
  const isText = (number: number) => textOf(number) !== "" && !(commented.has(number) && textOf(number).startsWith("#"))
  // The next line of text from each line on, found once, from the end: a file may be all comments.
  const next: Array<number> = []
  next[texts.length + 1] = texts.length + 1
  for (let number = texts.length; number > 0; number--) {
    next[number] = isText(number) ? number : (next[number + 1] ?? number + 1)
  }
  const nextText = (number: number): number => next[number] ?? texts.length + 1
  return (line) => {
    const first = nextText(line + 1)
    let last = first
    if (style === "po") last = lastLineOfEntry(texts, first)
    // "text: |" and "text:" have their text on the line behind them.
    const isBlockHead = /(?:^|\s)[|>][-+\d]*$|:$/.test(
      textOf(first)
        .replace(/\s#.*$/, "")
        .trimEnd()
    )
    if (style === "yaml" && isBlockHead) last = nextText(first + 1)
    return { first, last }
  }
}

/** The last line of the entry of a gettext file that a line stands in: with or without a blank line, the next one begins behind its translation. */
const lastLineOfEntry = (texts: ReadonlyArray<string>, line: number): number => {
  let last = line
  let isTranslated = false
  for (;;) {
    const text = texts[last] ?? ""
    isTranslated ||= texts[last - 1]?.startsWith("msgstr") ?? false
    const isNext = isTranslated && !/^(?:msgstr|")/.test(text)
    if (text === "" || isNext) return last
    last += 1
  }
}
