import { Either } from "effect"
import { type JSONVisitor, printParseErrorCode, visit } from "jsonc-parser"
import { DraftError } from "../DraftError.ts"
import { type KeyPath, keyPathText } from "../keyPath.ts"
import { MappedText, MappedTextBuilder, type Stretch } from "../MappedText.ts"
import { isJsonTooDeep } from "../nesting.ts"
import type { Reading, ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import type { ValueSelection } from "../valueSelection.ts"

/** Reads the messages in a JSON file, in the order of the file. Comments and trailing commas are allowed. */
export const readJson = (file: SourceFile, selection: ValueSelection): Reading =>
  file.text.trim() === ""
    ? { texts: [], errors: [] }
    : readJsonValue(file, { start: 0, end: file.text.length }, selection, keyPathText)

/**
 * Reads the messages in a JSON value within a file, as far as possible after an error.
 *
 * @param keyOf makes a key of a value's path.
 */
export const readJsonValue = (
  file: SourceFile,
  { start, end }: { readonly start: number; readonly end: number },
  selection: ValueSelection,
  keyOf: (path: KeyPath) => string
): Reading => {
  const source = file.text.slice(start, end)
  if (isJsonTooDeep(source)) {
    return { texts: [], errors: [DraftError.at(file.path, file.positionAt(start), "tooDeep")] }
  }
  const texts: Array<ReadText> = []
  const errors: Array<DraftError> = []
  let name: Stretch = { start: 0, end: 0 }
  const visitor: JSONVisitor = {
    onObjectProperty: (_, offset, length) => {
      name = { start: offset, end: offset + length }
    },
    onLiteralValue: (value: unknown, offset, length, _line, _character, pathOf) => {
      if (value === "") {
        const path = pathOf()
        const key = path.at(-1)
        if (
          typeof key !== "string" ||
          !isSourceText(key) ||
          !selection.takes(selection.namesKeys ? path : [], key, true)
        )
          return
        texts.push({ key: keyOf(path), mapped: mapJsonString(source, start, name.start, name.end), written: undefined })
        return
      }
      const isText = typeof value === "string"
      if (value === null || value === undefined || typeof value === "boolean") return
      const words = isText ? value : source.slice(offset, offset + length)
      const path = pathOf()
      if (!selection.takes(path, words, isText)) return
      const mapped = isText
        ? mapJsonString(source, start, offset, offset + length)
        : MappedText.verbatim(words, start + offset)
      const written = { start: start + offset, end: start + offset + length, quoting: "json" as const }
      texts.push({ key: keyOf(path), mapped, written: isText ? written : undefined })
    },
    onError: (code, offset) => {
      if (errors.length > 0) return
      errors.push(DraftError.at(file.path, file.positionAt(start + offset), "badJson", printParseErrorCode(code)))
    }
  }
  const visited = Either.try(() => visit(source, visitor, { allowTrailingComma: true }))
  if (Either.isLeft(visited)) errors.push(DraftError.at(file.path, file.positionAt(start), "tooDeep"))
  return { texts, errors }
}

/** Whether a key of an empty translation is a text of several words, which is shown instead, as in gettext. */
const isSourceText = (key: string): boolean => /\S\s+\S/.test(key)

/** Escapes of one letter (RFC 8259, section 7). */
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t"
}

/**
 * Decodes a JSON string.
 *
 * @param base the offset of `source` in the file.
 * @param start the offset of the opening quote in `source`.
 * @param end the offset after the closing quote.
 */
const mapJsonString = (source: string, base: number, start: number, end: number): MappedText => {
  const builder = new MappedTextBuilder(base + start)
  const last = source.charAt(end - 1) === '"' && end - start > 1 ? end - 1 : end
  // Cut off, because `indexOf` would otherwise search the rest of the file for each string.
  const literal = source.slice(0, last)
  let position = start + 1
  while (position < last) {
    const backslash = literal.indexOf("\\", position)
    const plainEnd = backslash < 0 ? last : backslash
    builder.put(source.slice(position, plainEnd), base + position, base + plainEnd)
    position = plainEnd
    if (position >= last) break
    const letter = source.charAt(position + 1)
    const next = position + (letter === "u" ? 6 : 2)
    const code = Number.parseInt(source.slice(position + 2, next), 16)
    const character = letter === "u" && !Number.isNaN(code) ? String.fromCharCode(code) : (escapes[letter] ?? "")
    builder.put(character, base + position, base + next)
    position = next
  }
  return builder.build()
}
