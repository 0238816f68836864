import { type CST, Parser } from "yaml"

/**
 * How many values may lie in each other. The parsers call themselves once more for each level, and where the stack ends, V8 does not always
 * throw: a regular expression that it compiles there ends the whole program, with all that was still to be read.
 */
const deepest = 300

/** Whether the brackets of a JSON text lie too deep in each other to be parsed. */
export const isJsonTooDeep = (text: string): boolean => {
  let depth = 0
  let isQuoted = false
  for (let position = 0; position < text.length; position++) {
    const unit = text.charCodeAt(position)
    // A text ends with its line at the latest.
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

/** Whether the values of a YAML text lie too deep in each other to be composed. */
export const isYamlTooDeep = (text: string): boolean => mayBeDeep(text) && depthOf(text) > deepest

/** Where a comment that begins here ends; here, where none does. */
const endOfComment = (text: string, start: number): number => {
  const sign = text.slice(start, start + 2)
  if (sign !== "//" && sign !== "/*") return start
  const end = text.indexOf(sign === "//" ? "\n" : "*/", start + 2)
  return end < 0 ? text.length : end
}

const isOpening = (unit: number): boolean => unit === 0x5b || unit === 0x7b
const isClosing = (unit: number): boolean => unit === 0x5d || unit === 0x7d

/** Blocks that lie in each other begin farther and farther to the right, but a list may begin where its key does. */
const deepBlock = new RegExp(`^[ \\t?:-]{${deepest / 2}}`, "m")

/** Brackets that stand in words count here too: whether they are some, only the parser tells. */
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

/** Told by the tokens, which the parser puts together without calling itself. */
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
