import type { Stretch } from "../MappedText.ts"

const opening = "<!--"
const closing = "-->"

/** Finds where the comments of a text end. Asked for one place after the other, it looks at each closing sign once. */
export class CommentEnds {
  readonly #text: string
  #closing = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Where a comment ends that begins at `start`, undefined where nothing closes it; `<!-->` is a whole one (CommonMark 6.6). */
  of(start: number): number | undefined {
    if (this.#closing < start + 2) {
      const found = this.#text.indexOf(closing, start + 2)
      this.#closing = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    return Number.isFinite(this.#closing) ? this.#closing + closing.length : undefined
  }
}

/**
 * The comments within a paragraph, by the order in which CommonMark reads it: a sign behind a backslash, a span of code, an address between angle
 * brackets and the value of an attribute are shown or stand for themselves, whatever they look like. Behind markup that is none of these and
 * no plain tag nothing counts as a comment any more: what is judged in vain does less harm than what is not judged.
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

/** Where a tag or an address between angle brackets ends that holds no sign which could be read in another way. */
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

/** The spans of code of a paragraph: as many backticks close one as open it (CommonMark 6.1). */
class CodeSpans {
  readonly #text: string
  /** The starts of the runs of so many backticks, the last one first. */
  readonly #runs = new Map<number, Array<number>>()

  constructor(text: string) {
    this.#text = text
    for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
      const same = this.#runs.get(run.length)
      if (same === undefined) this.#runs.set(run.length, [index])
      else same.push(index)
    }
  }

  /** Where the span ends that begins at `start`; where none does, the end of the backticks there. Asked for in the order of the text. */
  endOf(start: number): number {
    let length = 0
    while (this.#text.charAt(start + length) === "`") length += 1
    const same = this.#runs.get(length) ?? []
    for (let next = same.at(-1); next !== undefined && next <= start; next = same.at(-1)) same.pop()
    return (same.at(-1) ?? start) + length
  }
}
