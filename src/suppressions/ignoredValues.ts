import { type JSONVisitor, visit } from "jsonc-parser"
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
 * What stands under `x-chatlint-ignore` in a file of JSON or of lines of JSON: a text, or a list of them. Comments are let pass as
 * where the messages are read; what cannot be parsed holds nothing, and whoever reads the messages tells of it.
 */
export const ignoredValues = (format: "json" | "jsonl", source: string): ReadonlyArray<IgnoredValue> =>
  format === "jsonl"
    ? source.split("\n").flatMap((text, index) => (text.includes(ignoreKey) ? valuesIn(text, index) : []))
    : valuesIn(source, 0)

const valuesIn = (source: string, linesBefore: number): ReadonlyArray<IgnoredValue> => {
  if (isJsonTooDeep(source)) return []
  const found: Array<IgnoredValue> = []
  /** The objects that are open, each with what is to be ignored in it. */
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
