import { type JSONVisitor, visit } from "jsonc-parser"
import { isJsonTooDeep } from "../drafts/nesting.ts"
import { ignoreKey } from "../drafts/valueSelection.ts"

/** A position in a file; both count from 1. */
interface Place {
  readonly line: number
  readonly column: number
}

/** A text under the key, and the extent of the object that it applies to. */
export interface IgnoredValue {
  /** The line of the key. */
  readonly line: number
  readonly text: string
  readonly start: Place
  readonly end: Place
}

/**
 * The texts under `x-chatlint-ignore` in JSON or JSON lines: a string or a list of strings. Comments are skipped as in
 * reading messages. A file that cannot be parsed yields none; the reader of its messages reports the error.
 */
export const ignoredValues = (format: "json" | "jsonl", source: string): ReadonlyArray<IgnoredValue> =>
  format === "jsonl"
    ? source.split("\n").flatMap((text, index) => (text.includes(ignoreKey) ? valuesIn(text, index) : []))
    : valuesIn(source, 0)

const valuesIn = (source: string, linesBefore: number): ReadonlyArray<IgnoredValue> => {
  if (isJsonTooDeep(source)) return []
  const found: Array<IgnoredValue> = []
  /** The open objects, each with its ignored values. */
  const open: Array<{
    readonly start: Place
    readonly texts: Array<{ readonly line: number; readonly text: string }>
  }> = []
  const placeOf = (line: number, character: number): Place => ({ line: line + 1 + linesBefore, column: character + 1 })
  let keyLine = 0
  const visitor: JSONVisitor = {
    onObjectBegin: (_offset, _length, line, character) => {
      open.push({ start: placeOf(line, character), texts: [] })
    },
    onObjectProperty: (name, _offset, _length, line) => {
      if (name === ignoreKey) keyLine = line + 1 + linesBefore
    },
    onLiteralValue: (value: unknown, _offset, _length, _line, _character, pathOf) => {
      const path = pathOf()
      const isListed = typeof path.at(-1) === "number" && path.at(-2) === ignoreKey
      if (path.at(-1) !== ignoreKey && !isListed) return
      open.at(-1)?.texts.push({ line: keyLine, text: typeof value === "string" ? value : "" })
    },
    onObjectEnd: (_offset, length, line, character) => {
      const { start, texts } = open.pop() ?? { start: placeOf(0, 0), texts: [] }
      const end = placeOf(line, character + length)
      for (const text of texts) found.push({ ...text, start, end })
    }
  }
  visit(source, visitor, { allowTrailingComma: true })
  return found.sort((one, other) => one.line - other.line)
}
