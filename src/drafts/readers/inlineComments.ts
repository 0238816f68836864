import type { Stretch } from "../MappedText.ts"

const opening = "<!--"
const closing = "-->"

/** Finds the ends of a text's comments, in linear time if the starts are given in order. */
export class CommentEnds {
  readonly #text: string
  #closing = 0

  constructor(text: string) {
    this.#text = text
  }

  /** The end of a comment that begins at `start`; undefined if it is not closed. `<!-->` is closed (CommonMark 6.6). */
  of(start: number): number | undefined {
    if (this.#closing < start + 2) {
      const found = this.#text.indexOf(closing, start + 2)
      this.#closing = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    return Number.isFinite(this.#closing) ? this.#closing + closing.length : undefined
  }
}

/**
 * Finds the comments in a paragraph with the precedence of CommonMark: escaped characters, code spans, autolinks and
 * attribute values contain no comments. After any other markup that is not a plain tag nothing counts as a comment,
 * because judging a comment does less harm than not judging a text.
 */
export const inlineComments = (text: string): ReadonlyArray<Stretch> => {
  const comments: Array<Stretch> = []
  if (!text.includes(opening)) return comments
  const spans = new CodeSpans(text)
  const ends = new CommentEnds(text)
  let position = 0
  while (position < text.length) {
    const sign = text.charAt(position)
    if (sign === "\\") position += 2
    else if (sign === "`") position = spans.endOf(position)
    else if (sign !== "<") position += 1
    else if (text.startsWith(opening, position)) {
      const end = ends.of(position)
      if (end === undefined) return comments
      comments.push({ start: position, end })
      position = end
    } else if (/^[A-Za-z/!?]$/.test(text.charAt(position + 1))) {
      const end = endOfPlainTag(text, position + 1)
      if (end === undefined) return comments
      position = end
    } else position += 1
  }
  return comments
}

/** The end of a tag or autolink; undefined if it contains a character that could have another meaning. */
const endOfPlainTag = (text: string, from: number): number | undefined => {
  let position = from
  let quote = ""
  for (; position < text.length; position++) {
    const sign = text.charAt(position)
    if (sign === "`" || sign === "<" || sign === "\\") return undefined
    if (quote !== "") {
      if (sign === quote) quote = ""
      else if (sign === ">") return undefined
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === ">") return position + 1
  }
  return undefined
}

/** The code spans of a paragraph: the closing run of backticks is as long as the opening one (CommonMark 6.1). */
class CodeSpans {
  readonly #text: string
  /** The starts of the runs of backticks by length, the last one first. */
  readonly #runs = new Map<number, Array<number>>()

  constructor(text: string) {
    this.#text = text
    for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
      const same = this.#runs.get(run.length)
      if (same === undefined) this.#runs.set(run.length, [index])
      else same.push(index)
    }
  }

  /** The end of a span that begins at `start`, or of the backticks if none does. Starts have to be given in order. */
  endOf(start: number): number {
    let length = 0
    while (this.#text.charAt(start + length) === "`") length += 1
    const same = this.#runs.get(length) ?? []
    for (let next = same.at(-1); next !== undefined && next <= start; next = same.at(-1)) same.pop()
    return (same.at(-1) ?? start) + length
  }
}
