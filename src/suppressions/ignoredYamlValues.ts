import { isScalar, isSeq, LineCounter, parseAllDocuments, visit } from "yaml"
import { isYamlTooDeep } from "../drafts/nesting.ts"
import { ignoreKey } from "../drafts/valueSelection.ts"
import type { IgnoredValue } from "./ignoredValues.ts"

/**
 * The texts under `x-chatlint-ignore` in a YAML file, which may contain JSON. A file that cannot be parsed yields none;
 * the reader of its messages reports the error.
 */
export const ignoredYamlValues = (source: string): ReadonlyArray<IgnoredValue> => {
  if (isYamlTooDeep(source)) return []
  const lines = new LineCounter()
  const documents = parseAllDocuments(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  if (!Array.isArray(documents)) return []
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const found: Array<IgnoredValue> = []
  for (const document of documents) {
    visit(document, {
      Map: (_, node) => {
        for (const { key, value } of node.items) {
          if (!isScalar(key) || key.value !== ignoreKey || !key.range || !node.range) continue
          const [start, end] = node.range
          for (const text of isSeq(value) ? value.items : [value]) {
            const words = isScalar(text) && typeof text.value === "string" ? text.value : ""
            found.push({ line: placeAt(key.range[0]).line, text: words, start: placeAt(start), end: placeAt(end) })
          }
        }
      }
    })
  }
  return found
}
