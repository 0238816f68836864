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
