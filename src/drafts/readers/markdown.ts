import { firstWhere } from "../../text/firstWhere.ts"
import { MappedTextBuilder, type Stretch } from "../MappedText.ts"
import type { ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import { frontMatterTexts } from "./frontMatter.ts"
import { hasMarkup } from "./hasMarkup.ts"
import { markdownLines } from "./markdownLines.ts"

/** A bullet or a number before the words of a list item (CommonMark 5.2), a task's box with it. */
const itemMark = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s+\[[ xX]\])?\s+/

/** A backslash before a sign of ASCII stands for the sign (CommonMark 2.4). */
const escape = /\\([!-/:-@[-`{-~])/g

/** A heading and a line of dashes end a paragraph (CommonMark 4). */
const heading = /^ {0,3}#{1,6}(?:\s|$)/
const divider = /^ {0,3}(?:[-*_=]\s*){3,}$/

/** A row of a table: its cells stand between strokes (GitHub Flavored Markdown 4.10). */
const tableRow = /^ {0,3}\|/

/** What parts the names of columns from the rows where no stroke opens them. */
const tableDivider = /^[ \t]*:?-+:?[ \t]*\|/

/** A definition of a link, which is not shown where it stands (CommonMark 4.7). */
const linkDefinition = /^ {0,3}\[[^\]]+\]:/

/** A heading's sign, which stays when its words are replaced. */
const headingMark = /^ {0,3}#{1,6}[ \t]+/

/**
 * Reads a Markdown file: paragraphs, list items, headings, table rows and the lines of front matter are messages of their own; code is text too;
 * what is escaped or folded in the YAML of front matter is undone.
 * Signs of quotes and lists and backslashes are undone; comments are left out, as they are where the file is shown.
 */
export const readMarkdown = (file: SourceFile): ReadonlyArray<ReadText> => {
  const { text } = file
  const texts: Array<ReadText> = []
  const { lines, comments } = markdownLines(text)
  /** What is left of the texts of front matter that are not what their lines say. */
  const values = frontMatterTexts(file, lines).toReversed()
  let builder: MappedTextBuilder | undefined
  let start = 0
  let end = 0
  /** Whether nothing but words stands from `start` to `end`. */
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
      // The line end before this line.
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

/** Puts a stretch as it is shown: without comments, and outside of code without backslashes. Says whether it is shown as it is written. */
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

/** The stretches that a range touches, found without looking at all of them. */
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
