/** A line of a Markdown file. */
export interface MarkdownLine {
  readonly kind: "prose" | "code" | "fence" | "frontMatter"
  /** The text without quote markers and line end, with spaces in place of comments. */
  readonly words: string
  /** The range of `words` in the file: UTF-16 offsets, `end` exclusive. */
  readonly start: number
  readonly end: number
  readonly isQuoted: boolean
}
