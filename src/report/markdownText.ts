import { outsideText } from "./Page.ts"

/**
 * Text without any meaning in Markdown at any place in a line: letters, digits and punctuation. Excluded are a full
 * stop before a letter, which could become a link, and double hyphens and slashes.
 */
const plain =
  /^(?!.*(?:\.[\p{L}\p{N}]|--|\/\/))[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M} .,;:%/'’«»“”()–—•…，。、：；！？（）《》「」-]*)$/u

/**
 * A code span, in which nothing is Markdown: no links, images, mentions or tags. Its delimiter is longer than any run
 * of backticks inside (https://spec.commonmark.org/0.31.2/#code-spans).
 */
export const markdownCode = (text: string): string => {
  const shown = outsideText(text)
  if (shown === "") return ""
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = "`".repeat(longest + 1)
  // Markdown strips one space at each end. Without these, a backtick at an end would extend the delimiter.
  const edge = /^[` ]|[` ]$/.test(shown) ? " " : ""
  return fence + edge + shown + edge + fence
}

/** External text: unchanged if harmless, otherwise in a code span. */
export const markdownText = (text: string): string => (plain.test(text) ? text : markdownCode(text))

/** Escapes encoded text for a table cell, which a bar would end even within a code span (GFM, 4.10). */
export const markdownCell = (text: string): string => text.replaceAll("|", "\\|")
