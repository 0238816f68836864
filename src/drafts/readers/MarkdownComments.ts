import type { Stretch } from "../MappedText.ts"
import { CommentEnds, inlineComments } from "./inlineComments.ts"
import type { MarkdownLine } from "./MarkdownLine.ts"

/** A comment that begins a line or list item is a separate block, which may contain blank lines (CommonMark 4.6). */
const blockComment = /^ {0,3}((?:[-*+]|\d{1,9}[.)]) {1,4})*(?=<!--)/

/** So much indentation begins code, unless it continues a paragraph (CommonMark 4.4). */
const indented = /^(?: {4}| {0,3}\t)/

/** A list item with so many spaces after its marker begins with code. */
const codeInItem = /^ {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})*(?:[-*+]|\d{1,9}[.)])(?: {5,}| {0,4}\t)/

/** Lines that may begin a new block: a heading, a list item, a table row, a thematic break. */
const newBlock = /^\s*(?:#{1,6}(?:\s|$)|[-*+]\s|\d{1,9}[.)]\s|\||(?:[-*_=]\s*){3,}$)/

/** Finds the comments of a Markdown file, line by line. In doubt a text is not a comment, so that it is judged. */
export class MarkdownComments {
  readonly #text: string
  readonly #found: Array<Stretch> = []
  /** The current lines without a blank line between them, and the blocks into which they may be divided. */
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

  /** Processes the rest of a line that begins within a comment. */
  takeRest(lineEnd: number): void {
    if (this.#end >= lineEnd) return
    this.#open({ start: this.#end, end: lineEnd })
    this.endBlock()
  }

  /** Processes a line of prose. */
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
    // A heading has only one line.
    if (/^\s*#/.test(words)) this.#blocks.push({ start: end, end })
  }

  /** Ends the current block, so that no comment extends beyond it. */
  endBlock(): void {
    const { start, end } = this.#chunk ?? { start: 0, end: 0 }
    const blocks = this.#blocks
    this.#chunk = undefined
    this.#blocks = []
    if (!this.#text.slice(start, end).includes("<!--")) return
    // A comment counts only if it is found both ways: what looks like two blocks may be one, with a code span in both,
    // and a comment may not extend over two blocks.
    const inChunk = new Set(this.#commentsIn({ start, end }).map((comment) => JSON.stringify(comment)))
    this.#found.push(
      ...blocks.flatMap((block) => this.#commentsIn(block)).filter((comment) => inChunk.has(JSON.stringify(comment)))
    )
  }

  /** Returns all comments, in order. */
  finish(): ReadonlyArray<Stretch> {
    this.endBlock()
    return this.#found
  }

  #open(line: Stretch): void {
    this.#chunk = line
    this.#blocks = [line]
  }

  /** @returns whether a comment begins at `start`. */
  #takeBlock(start: number, lineEnd: number, isInItem: boolean, isQuoted: boolean): boolean {
    const end = this.#ends.of(start)
    // In a list or a quote, the end of the item or quote may also end the comment.
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
