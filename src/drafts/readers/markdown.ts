import { MappedTextBuilder } from "../MappedText.ts"
import type { ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import { lineWithEnd } from "./plainText.ts"

/** What stands before the words of a quoted line (CommonMark 5.1). */
const quoteMarks = /^(?: {0,3}> ?)+/

/** A bullet or a number before the words of a list item (CommonMark 5.2), a task's box with it. */
const itemMark = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s+\[[ xX]\])?\s+/

/** A backslash before a sign of ASCII stands for the sign (CommonMark 2.4). */
const escape = /\\([!-/:-@[-`{-~])/g

/** A heading, a line of dashes, and the fence of a code block end a paragraph (CommonMark 4). */
const heading = /^ {0,3}#{1,6}(?:\s|$)/
const divider = /^ {0,3}(?:[-*_=]\s*){3,}$/
const fence = /^ {0,3}(?:```|~~~)/

/**
 * Reads a Markdown file: paragraphs, list items, headings and table rows are messages of their own; code is text too. Signs of quotes and
 * lists and backslashes are undone; comments are left out.
 */
export const readMarkdown = ({ text }: SourceFile): ReadonlyArray<ReadText> => {
  const texts: Array<ReadText> = []
  const shown = withoutComments(text)
  let builder: MappedTextBuilder | undefined
  let start = 0
  let end = 0
  let isVerbatim = true
  let inCode = false
  const close = () => {
    const mapped = builder?.build()
    builder = undefined
    if (mapped === undefined || mapped.text.trim() === "") return
    texts.push({ key: "", mapped, written: isVerbatim ? { start, end, quoting: "verbatim" } : undefined })
  }
  for (const { 0: whole, index } of shown.matchAll(lineWithEnd)) {
    const line = whole.replace(/[\r\n]+$/, "")
    const quote = inCode ? 0 : (quoteMarks.exec(line)?.[0].length ?? 0)
    const words = line.slice(quote)
    if (fence.test(words)) inCode = !inCode
    const item = inCode ? undefined : itemMark.exec(words)?.[0]
    if (words.trim() === "" || item !== undefined || heading.test(words) || divider.test(words) || fence.test(words))
      close()
    if (words.trim() === "" || (!inCode && divider.test(words)) || fence.test(words)) continue
    const from = index + quote + (item?.length ?? (inCode ? 0 : words.length - words.trimStart().length))
    const isFirst: boolean = builder === undefined
    if (builder === undefined) {
      builder = new MappedTextBuilder(from)
      start = from
      isVerbatim = true
    } else {
      // The line end before this line.
      builder.put("\n", end, endOfLine(text, end))
    }
    if (!isFirst && quote > 0) isVerbatim = false
    end = index + line.length
    putUnescaped(builder, text, from, end, inCode)
    if (!inCode && heading.test(words)) close()
  }
  close()
  return texts
}

const endOfLine = (text: string, end: number): number => (text.startsWith("\r\n", end) ? end + 2 : end + 1)

/**
 * The text with blanks in place of comments, which nobody is shown, so that every place stays where it was; line ends stay. An opening
 * without a closing sign is text.
 */
const withoutComments = (text: string): string => {
  let shown = ""
  let position = 0
  for (;;) {
    const start = text.indexOf("<!--", position)
    const close = start < 0 ? -1 : text.indexOf("-->", start + 4)
    if (close < 0) return shown + text.slice(position)
    const end = close + 3
    shown += text.slice(position, start) + text.slice(start, end).replace(/[^\r\n]/g, " ")
    position = end
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
