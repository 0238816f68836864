import { Lexer } from "yaml"
import type { DraftFormat } from "../drafts/DraftFormat.ts"
import { markdownLines } from "../drafts/readers/markdownLines.ts"

/** A comment: the line where it starts, from 1, and its text without delimiters. */
export interface Comment {
  readonly line: number
  /** The line where it ends. */
  readonly last: number
  readonly words: string
}

/** The comment styles; other formats have no comments outside of messages. */
export type CommentStyle = "yaml" | "markdown" | "po"

const styles: Partial<Readonly<Record<DraftFormat, CommentStyle>>> = {
  yaml: "yaml",
  markdown: "markdown",
  gettext: "po"
}

/** The comment style of a format. */
export const commentStyleOf = (format: DraftFormat): CommentStyle | undefined => styles[format]

/** All comments of a file, in order. Text within a YAML scalar is never a comment. */
export const commentsIn = (source: string, style: CommentStyle): ReadonlyArray<Comment> =>
  style === "yaml" ? yamlComments(source) : style === "markdown" ? markdownComments(source) : gettextComments(source)

const gettextComments = (source: string): ReadonlyArray<Comment> =>
  source.split(lineEnd).flatMap((text, index) => {
    const words = gettextComment(text)
    return words === undefined ? [] : [{ line: index + 1, last: index + 1, words }]
  })

const lineEnd = /\r\n|\n|\r/

/** The comments that the Markdown reader skips, anywhere and over any number of lines. */
const markdownComments = (source: string): ReadonlyArray<Comment> => {
  let line = 1
  let position = 0
  const lineAt = (offset: number): number => {
    line += source.slice(position, offset).split(lineEnd).length - 1
    position = offset
    return line
  }
  return markdownLines(source).comments.map(({ start, end }) => ({
    line: lineAt(start),
    last: lineAt(end),
    words: source.slice(start + "<!--".length, end - "-->".length).trim()
  }))
}

/** The trimmed lines of a file; in Markdown without comments and quote markers. */
export const textLines = (source: string, style: CommentStyle): ReadonlyArray<string> =>
  style === "markdown"
    ? markdownLines(source).lines.map(({ words }) => words.trim())
    : source.split(lineEnd).map((text) => text.trim())

/** Comments of translators ("# …") and of programmers ("#. …"); "#:" and "#," are references and flags. */
const gettextComment = (text: string): string | undefined => /^#(?:\.|\s)(.*)$/.exec(text)?.[1]?.trim()

/** Marks that the lexer inserts between tokens; they are not part of the source (yaml's documentation, "CST"). */
const documentMark = "\u0002"
const flowEndMark = "\u0018"
const scalarMark = "\u001f"

const yamlComments = (written: string): ReadonlyArray<Comment> => {
  // The lexer does not recognise a lone CR as a line break.
  const source = written.includes("\n") ? written : written.replaceAll("\r", "\n")
  const comments: Array<Comment> = []
  let line = 1
  let previous = ""
  for (const piece of new Lexer().lex(source)) {
    if (piece.startsWith("#") && previous !== scalarMark)
      comments.push({ line, last: line, words: piece.slice(1).trim() })
    if (piece !== documentMark && piece !== flowEndMark && piece !== scalarMark) {
      for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", at + 1)) line += 1
    }
    previous = piece
  }
  return comments
}
