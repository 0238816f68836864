import { firstWhere } from "../../text/firstWhere.ts"
import { MappedTextBuilder, type Stretch } from "../MappedText.ts"
import type { ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import { frontMatterTexts } from "./frontMatter.ts"
import { hasMarkup } from "./hasMarkup.ts"
import { markdownLines } from "./markdownLines.ts"

/** The marker of a list item (CommonMark 5.2), including the checkbox of a task. */
const itemMark = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s+\[[ xX]\])?\s+/

/** A backslash escapes ASCII punctuation (CommonMark 2.4). */
const escape = /\\([!-/:-@[-`{-~])/g

/** Headings and thematic breaks, which end a paragraph (CommonMark 4). */
const heading = /^ {0,3}#{1,6}(?:\s|$)/
const divider = /^ {0,3}(?:[-*_=]\s*){3,}$/

/** A row of a table that begins with a pipe (GitHub Flavored Markdown 4.10). */
const tableRow = /^ {0,3}\|/

/** The delimiter row of a table whose rows do not begin with a pipe. */
const tableDivider = /^[ \t]*:?-+:?[ \t]*\|/

/** A link reference definition, which is not shown (CommonMark 4.7). */
const linkDefinition = /^ {0,3}\[[^\]]+\]:/

/** The marker of a heading, which stays when its text is replaced. */
const headingMark = /^ {0,3}#{1,6}[ \t]+/

/**
 * Reads a Markdown file. Paragraphs, list items, headings, table rows and lines of front matter are separate messages,
 * and code is text too. Markers of quotes, lists and headings, backslashes and comments are removed, and escaped or
 * folded values in front matter are resolved.
 */
export const readMarkdown = (file: SourceFile): ReadonlyArray<ReadText> => {
  const { text } = file
  const texts: Array<ReadText> = []
  const { lines, comments } = markdownLines(text)
  /** The remaining texts of front matter that differ from their lines. */
  const values = frontMatterTexts(file, lines).toReversed()
  let builder: MappedTextBuilder | undefined
  let start = 0
  let end = 0
  /** Whether the range from `start` to `end` contains only the text itself. */
  let isVerbatim = true
  const close = () => {
    const mapped = builder?.build()
    builder = undefined
    if (mapped === undefined || mapped.text.trim() === "") return
    const isReplaceable = isVerbatim && !hasMarkup(mapped.text)
    texts.push({ key: "", mapped, written: isReplaceable ? { start, end, quoting: "verbatim" } : undefined })
  }
  for (const { kind, words, start: wordsStart, end: lineEnd, isQuoted } of lines) {
    const value = values.at(-1)
    if (value !== undefined && lineEnd > value.start) {
      if (lineEnd >= value.end) {
        texts.push(value.text)
        values.pop()
      }
      continue
    }
    const inCode = kind === "code"
    const item = inCode ? undefined : itemMark.exec(words)?.[0]
    const title = inCode ? undefined : headingMark.exec(words)?.[0]
    const isBreak = words.trim() === "" || kind === "fence" || (!inCode && divider.test(words))
    const isRow = !inCode && tableRow.test(words)
    const isAlone = kind === "frontMatter" || (!inCode && (heading.test(words) || isRow || linkDefinition.test(words)))
    if (isBreak || isAlone || item !== undefined) close()
    if (isBreak) continue
    const mark = item ?? title
    const from = wordsStart + (mark?.length ?? (inCode ? 0 : words.length - words.trimStart().length))
    if (builder === undefined) {
      builder = new MappedTextBuilder(from)
      start = from
      isVerbatim = kind === "prose" && !isRow && !linkDefinition.test(words)
    } else {
      builder.put("\n", end, endOfLine(text, end))
      if (isQuoted || (!inCode && tableDivider.test(words))) isVerbatim = false
    }
    end = lineEnd
    if (!putShown(builder, text, { start: from, end }, inCode, comments)) isVerbatim = false
    if (isAlone) close()
  }
  close()
  return texts
}

const endOfLine = (text: string, end: number): number => (text.startsWith("\r\n", end) ? end + 2 : end + 1)

/** Adds a range without comments and, outside of code, without backslashes. Returns whether it contains no comments. */
const putShown = (
  builder: MappedTextBuilder,
  text: string,
  { start, end }: Stretch,
  isCode: boolean,
  comments: ReadonlyArray<Stretch>
): boolean => {
  let position = start
  for (const comment of within(comments, start, end)) {
    putUnescaped(builder, text, position, Math.max(position, comment.start), isCode)
    position = Math.min(comment.end, end)
  }
  putUnescaped(builder, text, position, end, isCode)
  return position === start
}

/** The sorted ranges that overlap with a range, found by binary search. */
function* within(stretches: ReadonlyArray<Stretch>, start: number, end: number): Generator<Stretch> {
  for (let index = firstWhere(stretches.length, (one) => (stretches[one]?.end ?? 0) > start); ; index++) {
    const stretch = stretches[index]
    if (stretch === undefined || stretch.start >= end) return
    yield stretch
  }
}

const putUnescaped = (
  builder: MappedTextBuilder,
  text: string,
  start: number,
  end: number,
  verbatim: boolean
): void => {
  let done = start
  if (!verbatim) {
    for (const { 1: sign = "", index } of text.slice(start, end).matchAll(escape)) {
      builder.put(text.slice(done, start + index), done, start + index)
      builder.put(sign, start + index, start + index + 2)
      done = start + index + 2
    }
  }
  builder.put(text.slice(done, end), done, end)
}
