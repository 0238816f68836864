import { Lexer } from "yaml"
import type { DraftFormat } from "../drafts/DraftFormat.ts"

/** A comment of a file: the line where it begins, from 1, and its words without the signs around them. */
export interface Comment {
  readonly line: number
  readonly words: string
}

/** How comments are written in a kind of file; in others there are none that do not belong to the message. */
export type CommentStyle = "yaml" | "markdown" | "po"

const styles: Partial<Readonly<Record<DraftFormat, CommentStyle>>> = {
  yaml: "yaml",
  markdown: "markdown",
  gettext: "po"
}

/** The style of comments in files of a format. */
export const commentStyleOf = (format: DraftFormat): CommentStyle | undefined => styles[format]

/** All comments of a file, in their order. What only looks like one within a YAML text is none. */
export const commentsIn = (source: string, style: CommentStyle): ReadonlyArray<Comment> =>
  style === "yaml" ? yamlComments(source) : lineComments(source, style)

const lineComments = (source: string, style: "markdown" | "po"): ReadonlyArray<Comment> =>
  source.split(/\r\n|\n|\r/).flatMap((text, index) => {
    const words = style === "markdown" ? markdownComment(text.trim()) : gettextComment(text)
    return words === undefined ? [] : [{ line: index + 1, words }]
  })

const markdownComment = (text: string): string | undefined =>
  text.startsWith("<!--") && text.endsWith("-->") ? text.slice(4, -3).trim() : undefined

/** Comments of translators ("# …") and of programmers ("#. …"); "#:" and "#," are references and flags. */
const gettextComment = (text: string): string | undefined => /^#(?:\.|\s)(.*)$/.exec(text)?.[1]?.trim()

/** What the lexer puts between the pieces of the file: they take no place in it (yaml's documentation, "CST"). */
const documentMark = "\u0002"
const flowEndMark = "\u0018"
const scalarMark = "\u001f"

const yamlComments = (written: string): ReadonlyArray<Comment> => {
  // The lexer knows no line end of CR alone.
  const source = written.includes("\n") ? written : written.replaceAll("\r", "\n")
  const comments: Array<Comment> = []
  let line = 1
  let previous = ""
  for (const piece of new Lexer().lex(source)) {
    if (piece.startsWith("#") && previous !== scalarMark) comments.push({ line, words: piece.slice(1).trim() })
    if (piece !== documentMark && piece !== flowEndMark && piece !== scalarMark) {
      for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", at + 1)) line += 1
    }
    previous = piece
  }
  return comments
}
