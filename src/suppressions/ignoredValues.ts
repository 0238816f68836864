import { isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml"
import { isJsonTooDeep } from "../drafts/nesting.ts"
import { ignoreKey } from "../drafts/valueSelection.ts"

/** A place of a file; both count from 1. */
interface Place {
  readonly line: number
  readonly column: number
}

/** A text under the key, and where the object begins and ends that it is for. */
export interface IgnoredValue {
  /** Where the key stands. */
  readonly line: number
  readonly text: string
  readonly start: Place
  readonly end: Place
}

/**
 * What stands under `x-chatlint-ignore` in a file of JSON or of lines of JSON: a text, or a list of them. YAML contains JSON, and its
 * parser knows where everything stands. What cannot be parsed holds nothing; whoever reads the messages tells of it.
 */
export const ignoredValues = (format: "json" | "jsonl", source: string): ReadonlyArray<IgnoredValue> =>
  format === "jsonl"
    ? source.split("\n").flatMap((text, index) => (text.includes(ignoreKey) ? valuesIn(text, index) : []))
    : valuesIn(source, 0)

const valuesIn = (source: string, linesBefore: number): ReadonlyArray<IgnoredValue> => {
  if (isJsonTooDeep(source)) return []
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) }
  }
  const found: Array<IgnoredValue> = []
  visit(document, {
    Map: (_, node) => {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || key.value !== ignoreKey || !key.range || !node.range) continue
        const [start, end] = node.range
        const texts = isSeq(value) ? value.items : [value]
        for (const text of texts) {
          const words = isScalar(text) && typeof text.value === "string" ? text.value : ""
          const { line } = placeAt(key.range[0])
          found.push({ line, text: words, start: placeAt(start), end: placeAt(end) })
        }
      }
    }
  })
  return found
}
