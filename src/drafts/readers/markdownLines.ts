import type { Stretch } from "../MappedText.ts"
import { lineWithEnd } from "./plainText.ts"

/** A line of a Markdown file. */
export interface MarkdownLine {
  readonly kind: "prose" | "code" | "fence" | "frontMatter"
  /** What stands in it behind the signs of a quote and before the line's end, with blanks in place of comments. */
  readonly words: string
  /** Where `words` stand in the text: UTF-16 offsets, end exclusive. */
  readonly start: number
  readonly end: number
  readonly isQuoted: boolean
}

/** What stands before the words of a quoted line (CommonMark 5.1). */
const quoteMarks = /^(?: {0,3}> ?)+/

/** The line that opens a block of code and the one that closes it (CommonMark 4.5). */
const fence = /^ {0,3}(?:```|~~~)/

/** The lines around what is said of a file at its beginning. */
const frontMatterStart = /^---[ \t]*(?:\r\n|\r|\n)/
const frontMatterEnd = /^(?:---|\.\.\.)\s*$/

const commentStart = "<!--"
const commentEnd = "-->"

/**
 * Takes a Markdown file apart into its lines, and tells where its comments stand, from the opening to the closing sign, in their order. An opening
 * without a closing sign is text, and so is all that stands in a block of code.
 */
export const markdownLines = (
  text: string
): { readonly lines: ReadonlyArray<MarkdownLine>; readonly comments: ReadonlyArray<Stretch> } => {
  const lines: Array<MarkdownLine> = []
  const comments: Array<Stretch> = []
  let code: { readonly isQuoted: boolean } | undefined
  let inFrontMatter = frontMatterStart.test(text)
  /** No comment is closed behind the last `-->`. */
  const lastEnd = text.lastIndexOf(commentEnd)
  /** The line with blanks in place of comments; those that begin in it are taken down, however far they go on. */
  const withoutComments = (line: string, index: number): string => {
    let shown = ""
    let position = 0
    let comment = comments.at(-1)
    for (;;) {
      if (comment !== undefined && comment.end > index + position) {
        const end = Math.min(comment.end - index, line.length)
        const start = Math.max(comment.start - index, position)
        shown += line.slice(position, start) + " ".repeat(end - start)
        position = end
      }
      const opening = line.indexOf(commentStart, position)
      if (opening < 0 || index + opening + commentStart.length > lastEnd) return shown + line.slice(position)
      comment = {
        start: index + opening,
        end: text.indexOf(commentEnd, index + opening + commentStart.length) + commentEnd.length
      }
      comments.push(comment)
    }
  }
  for (const { 0: whole, index } of text.matchAll(lineWithEnd)) {
    const written = whole.replace(/[\r\n]+$/, "")
    // A block of code in a quote ends with the quote.
    if (code?.isQuoted === true && !quoteMarks.test(written)) code = undefined
    const line = code === undefined ? withoutComments(written, index) : written
    const quote = code?.isQuoted === false ? 0 : (quoteMarks.exec(line)?.[0].length ?? 0)
    const words = line.slice(quote)
    if (inFrontMatter && index > 0 && frontMatterEnd.test(words)) inFrontMatter = false
    const isFence = fence.test(words) && !inFrontMatter
    const kind = isFence ? "fence" : code !== undefined ? "code" : inFrontMatter ? "frontMatter" : "prose"
    if (isFence) code = code === undefined ? { isQuoted: quote > 0 } : undefined
    lines.push({ kind, words, start: index + quote, end: index + line.length, isQuoted: quote > 0 })
  }
  return { lines, comments }
}
