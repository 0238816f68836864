import type { Stretch } from "../MappedText.ts"
import { FenceTracker } from "./FenceTracker.ts"
import { MarkdownComments } from "./MarkdownComments.ts"
import type { MarkdownLine } from "./MarkdownLine.ts"
import { lineWithEnd } from "./plainText.ts"

/** The markers of a quoted line (CommonMark 5.1). */
const quoteMarks = /^(?: {0,3}> ?)+/

/** The delimiters of front matter. */
const frontMatterStart = /^---[ \t]*(?:\r\n|\r|\n)/
const frontMatterEnd = /^(?:---|\.\.\.)\s*$/

/**
 * Splits a Markdown file into lines, and finds its comments in order, each including its delimiters. A comment that is
 * not closed is text, and so is one in a code block.
 */
export const markdownLines = (
  text: string
): { readonly lines: ReadonlyArray<MarkdownLine>; readonly comments: ReadonlyArray<Stretch> } => {
  const lines: Array<MarkdownLine> = []
  const fences = new FenceTracker(3)
  // In a list a fence may be indented more. Where only this tracker sees code, comments are read as text.
  const looseFences = new FenceTracker(Number.POSITIVE_INFINITY)
  const comments = new MarkdownComments(text)
  let isCodeQuoted = false
  let inFrontMatter = frontMatterStart.test(text)
  for (const { 0: whole, index } of text.matchAll(lineWithEnd)) {
    const written = whole.replace(/[\r\n]+$/, "")
    const marks = quoteMarks.exec(written)?.[0].length ?? 0
    if (comments.isWithin(index)) {
      // The rest of the line after the comment is prose.
      comments.takeRest(index + written.length)
      lines.push({
        kind: "prose",
        words: written.slice(marks),
        start: index + marks,
        end: index + written.length,
        isQuoted: marks > 0
      })
      continue
    }
    // The end of a quote ends a code block in it.
    if (isCodeQuoted && marks === 0) {
      fences.end()
      looseFences.end()
    }
    const quote: number = fences.isInCode && !isCodeQuoted ? 0 : marks
    const words = written.slice(quote)
    const isFrontMatter = inFrontMatter
    if (inFrontMatter && index > 0 && frontMatterEnd.test(words)) inFrontMatter = false
    const fenced = isFrontMatter ? "other" : fences.take(words)
    const loose = isFrontMatter ? "other" : looseFences.take(words)
    if (fenced === "fence" && fences.isInCode) isCodeQuoted = quote > 0
    const kind = fenced !== "other" ? fenced : isFrontMatter ? "frontMatter" : "prose"
    const start = index + quote
    const end = index + written.length
    if (kind !== "prose" || loose !== "other") comments.endBlock()
    else comments.take({ words, start, end, isQuoted: quote > 0 })
    lines.push({ kind, words, start, end, isQuoted: quote > 0 })
  }
  const found = comments.finish()
  return { lines: withoutComments(lines, found), comments: found }
}

/** Replaces comments with spaces. */
const withoutComments = (
  lines: ReadonlyArray<MarkdownLine>,
  comments: ReadonlyArray<Stretch>
): ReadonlyArray<MarkdownLine> => {
  let next = 0
  return lines.map((line) => {
    let shown = ""
    let position = line.start
    for (; next < comments.length; next++) {
      const { start, end } = comments[next] ?? { start: line.end, end: line.end }
      if (start >= line.end) break
      const from = Math.max(start, position)
      const to = Math.min(end, line.end)
      shown += line.words.slice(position - line.start, from - line.start) + " ".repeat(Math.max(0, to - from))
      position = Math.max(position, to)
      if (end > line.end) break
    }
    return shown === "" ? line : { ...line, words: shown + line.words.slice(position - line.start) }
  })
}
