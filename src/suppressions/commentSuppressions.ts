import type { PlacedFinding } from "../domain/PlacedFinding.ts"
import type { DraftFormat } from "../drafts/DraftFormat.ts"
import { ignoreKey } from "../drafts/valueSelection.ts"
import type { Comment, CommentStyle } from "./commentsIn.ts"
import { commentStyleOf, commentsIn, textLines } from "./commentsIn.ts"
import { type IgnoredValue, ignoredValues } from "./ignoredValues.ts"
import { ignoredYamlValues } from "./ignoredYamlValues.ts"
import type { Cover, PlacedSuppression } from "./Suppressions.ts"
import { parseSuppression } from "./WrittenSuppression.ts"

/** The start of every suppressing comment. */
const sign = "chatlint-disable"
const directive = `${sign}-next-line`

/** A position in a file; both count from 1. */
interface Place {
  readonly line: number
  readonly column: number
}

const isBefore = (one: Place, other: Place): boolean =>
  one.line < other.line || (one.line === other.line && one.column < other.column)

const isBetween = (place: Place, start: Place, end: Place): boolean => !isBefore(place, start) && isBefore(place, end)

/** Covers findings that start between two positions, or whose message does. */
const withinPlaces =
  (start: Place, end: Place) =>
  ({ finding, draft }: PlacedFinding): Cover =>
    isBetween(finding.spans[0].start, start, end) || isBetween(draft.locate(0, 0)[0].start, start, end)
      ? "always"
      : "never"

/**
 * Covers findings that start in certain lines. If a message starts there and continues on lines where no comment is
 * possible, covers its first line, and one finding on its further lines if it covers nothing before, so that a second
 * number is not suppressed with the first.
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
 * The suppressions in a file itself: in comments of YAML, Markdown and gettext, and under the key `x-chatlint-ignore`
 * in JSON and YAML. Formats whose text is sent verbatim have none.
 *
 * @param path as shown.
 * @param format the format that the file was read as.
 * @param source the decoded text of the file.
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
      // A bare "chatlint-disable" would have no end. Without a rule it is reported with the correct syntax.
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
 * Determines the lines in which a message must start to be covered by a comment on a given line: the next line that is
 * neither empty nor a comment and, after the head of a block, the first line of the block. In gettext, the whole entry.
 */
const coveredLines = (
  texts: ReadonlyArray<string>,
  comments: ReadonlyArray<Comment>,
  style: CommentStyle
): ((line: number) => { readonly first: number; readonly last: number }) => {
  const textOf = (number: number): string => texts[number - 1] ?? ""
  const commented = new Set(comments.map((comment) => comment.line))
  const isText = (number: number) => textOf(number) !== "" && !(commented.has(number) && textOf(number).startsWith("#"))
  // The next line of text from each line on, precomputed from the end in linear time: a file may be all comments.
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
    // The text of "text: |" and "text:" is on the next line.
    const isBlockHead = /(?:^|\s)[|>][-+\d]*$|:$/.test(
      textOf(first)
        .replace(/\s#.*$/, "")
        .trimEnd()
    )
    if (style === "yaml" && isBlockHead) last = nextText(first + 1)
    return { first, last }
  }
}

/**
 * The last line of the gettext entry that contains a line. The next entry starts after the translation, with or without
 * a blank line.
 */
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
