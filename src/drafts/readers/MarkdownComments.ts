import type { Stretch } from "../MappedText.ts"
import { CommentEnds, inlineComments } from "./inlineComments.ts"
import type { MarkdownLine } from "./MarkdownLine.ts"

/** A comment that begins a line, maybe that of a list item, stands for itself, over blank lines too (CommonMark 4.6). */
const blockComment = /^ {0,3}((?:[-*+]|\d{1,9}[.)]) {1,4})*(?=<!--)/

/** Behind so many blanks stands code, unless a paragraph goes on there (CommonMark 4.4). */
const indented = /^(?: {4}| {0,3}\t)/

/** Behind so many blanks after its mark an item begins with code. */
const codeInItem = /^ {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})*(?:[-*+]|\d{1,9}[.)])(?: {5,}| {0,4}\t)/

/** Lines that may begin a block of their own: a heading, an item, a row, dashes. */
const newBlock = /^\s*(?:#{1,6}(?:\s|$)|[-*+]\s|\d{1,9}[.)]\s|\||(?:[-*_=]\s*){3,}$)/

/** Finds the comments of a Markdown file, line by line. Where it is in doubt, there is none: then the words are judged. */
export class MarkdownComments {
  readonly #text: string
  readonly #found: Array<Stretch> = []
  /** The lines without a blank one between them, and those of them that surely are one block. */
  #chunk: Stretch | undefined
  #blocks: Array<Stretch> = []
  #wasQuoted = false
  #end = 0
  readonly #ends: CommentEnds

  constructor(text: string) {
    this.#text = text
    this.#ends = new CommentEnds(text)
  }

  /** Whether a line begins within a comment. */
  isWithin(lineStart: number): boolean {
    return lineStart < this.#end
  }

  /** Takes the rest of a line that begins within a comment. */
  takeRest(lineEnd: number): void {
    if (this.#end >= lineEnd) return
    this.#open({ start: this.#end, end: lineEnd })
    this.endBlock()
  }

  /** Takes a line of prose. */
  take({ words, start, end, isQuoted }: Omit<MarkdownLine, "kind">): void {
    if (words.trim() === "" || codeInItem.test(words)) {
      this.endBlock()
      return
    }
    const item = blockComment.exec(words)
    if (item !== null && this.#takeBlock(start + item[0].length, end, item[1] !== undefined, isQuoted)) return
    if (this.#chunk === undefined && indented.test(words)) return
    const isNew = newBlock.test(words) || isQuoted !== this.#wasQuoted
    this.#wasQuoted = isQuoted
    const last = this.#blocks.at(-1)
    if (this.#chunk === undefined) this.#open({ start, end })
    else {
      this.#chunk = { start: this.#chunk.start, end }
      if (isNew || last === undefined) this.#blocks.push({ start, end })
      else this.#blocks[this.#blocks.length - 1] = { start: last.start, end }
    }
    // A heading is one line.
    if (/^\s*#/.test(words)) this.#blocks.push({ start: end, end })
  }

  /** Nothing that began before this goes on behind it. */
  endBlock(): void {
    const { start, end } = this.#chunk ?? { start: 0, end: 0 }
    const blocks = this.#blocks
    this.#chunk = undefined
    this.#blocks = []
    if (!this.#text.slice(start, end).includes("<!--")) return
    // A code span may reach over what looks like two blocks and is one, and a comment may not reach over two.
    const inChunk = new Set(this.#commentsIn({ start, end }).map((comment) => JSON.stringify(comment)))
    this.#found.push(
      ...blocks.flatMap((block) => this.#commentsIn(block)).filter((comment) => inChunk.has(JSON.stringify(comment)))
    )
  }

  /** All comments, in their order. */
  finish(): ReadonlyArray<Stretch> {
    this.endBlock()
    return this.#found
  }

  #open(line: Stretch): void {
    this.#chunk = line
    this.#blocks = [line]
  }

  /** @returns whether a comment begins there. */
  #takeBlock(start: number, lineEnd: number, isInItem: boolean, isQuoted: boolean): boolean {
    const end = this.#ends.of(start)
    // In a list or a quote the comment may end with the item or the quote.
    if (end === undefined || ((isInItem || isQuoted) && end > lineEnd)) return false
    this.endBlock()
    this.#found.push({ start, end })
    this.#end = end
    this.takeRest(lineEnd)
    return true
  }

  #commentsIn({ start, end }: Stretch): ReadonlyArray<Stretch> {
    return inlineComments(this.#text.slice(start, end)).map((comment) => ({
      start: comment.start + start,
      end: comment.end + start
    }))
  }
}
