import { type CST, Parser } from "yaml"

/**
 * The maximum nesting depth of values. The parsers are recursive, and V8 does not always throw on a stack overflow: if
 * it is compiling a regular expression at that point, it aborts the process.
 */
const deepest = 300

/** Whether a JSON text is nested too deeply to be parsed. */
export const isJsonTooDeep = (text: string): boolean => {
  let depth = 0
  let isQuoted = false
  for (let position = 0; position < text.length; position++) {
    const unit = text.charCodeAt(position)
    // A string ends at the end of its line at the latest.
    if (unit === 0x0a || unit === 0x0d) isQuoted = false
    else if (unit === 0x22) isQuoted = !isQuoted
    else if (isQuoted) position += unit === 0x5c ? 1 : 0
    else if (unit === 0x2f) position = endOfComment(text, position)
    else if (isOpening(unit)) {
      depth += 1
      if (depth > deepest) return true
    } else if (isClosing(unit)) depth -= 1
  }
  return false
}

/** Whether a YAML text is nested too deeply to be parsed. */
export const isYamlTooDeep = (text: string): boolean => mayBeDeep(text) && depthOf(text) > deepest

/** The end of a comment that begins at `start`; `start` itself if none does. */
const endOfComment = (text: string, start: number): number => {
  const sign = text.slice(start, start + 2)
  if (sign !== "//" && sign !== "/*") return start
  const end = text.indexOf(sign === "//" ? "\n" : "*/", start + 2)
  return end < 0 ? text.length : end
}

const isOpening = (unit: number): boolean => unit === 0x5b || unit === 0x7b
const isClosing = (unit: number): boolean => unit === 0x5d || unit === 0x7d

/** Each level of nested blocks is indented further, except that a list may begin in the column of its key. */
const deepBlock = new RegExp(`^[ \\t?:-]{${deepest / 2}}`, "m")

/** A quick check that may report too much, because it also counts brackets in scalars, which only the parser knows. */
const mayBeDeep = (text: string): boolean => {
  let depth = 0
  for (let position = 0; position < text.length; position++) {
    const unit = text.charCodeAt(position)
    if (isOpening(unit)) depth += 1
    else if (isClosing(unit) && depth > 0) depth -= 1
    if (depth > deepest) return true
  }
  return deepBlock.test(text)
}

/** Measures the depth with the tokenizer, which is not recursive. */
const depthOf = (text: string): number => {
  let most = 0
  const waiting: Array<readonly [CST.Token | null | undefined, number]> = []
  for (const document of new Parser().parse(text)) {
    waiting.push([document, 0])
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [token, depth] = next
      most = Math.max(most, depth)
      if (token?.type === "document") waiting.push([token.value, depth])
      else if (token?.type === "block-map" || token?.type === "block-seq" || token?.type === "flow-collection") {
        for (const { key, value } of token.items) waiting.push([key, depth + 1], [value, depth + 1])
      }
    }
  }
  return most
}
