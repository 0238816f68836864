import { outsideText } from "./Page.ts"

/**
 * Words that Markdown has no second meaning for, wherever they stand in a line: letters, digits and the punctuation of
 * sentences. A full stop before a letter could make a link of it, two hyphens or slashes something else.
 */
const plain =
  /^(?!.*(?:\.[\p{L}\p{N}]|--|\/\/))[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M} .,;:%/'’«»“”()–—•…，。、：；！？（）《》「」-]*)$/u

/**
 * A code span, in which nothing is Markdown: no link, picture, mention or tag. Its fence is longer than any run of back
 * ticks inside (https://spec.commonmark.org/0.31.2/#code-spans).
 */
export const markdownCode = (text: string): string => {
  const shown = outsideText(text)
  if (shown === "") return ""
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = "`".repeat(longest + 1)
  // Blanks at both ends are taken off again; without them a back tick at an end would lengthen the fence.
  const edge = /^[` ]|[` ]$/.test(shown) ? " " : ""
  return fence + edge + shown + edge + fence
}

/** Text from outside, as it is where that is harmless, else in a code span. */
export const markdownText = (text: string): string => (plain.test(text) ? text : markdownCode(text))

/** The same for a cell of a table, in which a bar ends the cell even within a code span (GFM, 4.10). */
export const markdownCell = (text: string): string => text.replaceAll("|", "\\|")
