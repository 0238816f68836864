import { DraftError } from "../DraftError.ts"
import { MappedTextBuilder } from "../MappedText.ts"
import type { Reading, ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import type { ValueSelection } from "../valueSelection.ts"
import { lineWithEnd } from "./plainText.ts"

/** `msgstr[2] "…"`, or a continuation line: `"…"`. */
const statement = /^[ \t]*(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d+)\])?[ \t]*)?(".*")[ \t]*$/

/** A comment or blank line; `#~` is an obsolete entry. */
const comment = /^[ \t]*(?:#|$)/

/** The flag of a translation that has not been reviewed. */
const fuzzy = /^[ \t]*#,.*\bfuzzy\b/

type Field = "msgctxt" | "msgid" | "msgid_plural" | "msgstr"

interface Part {
  readonly field: Field
  readonly index: string | undefined
  readonly builder: MappedTextBuilder
  readonly start: number
  readonly end: number
}

/**
 * Reads the translations of a .po file, or the msgid of an untranslated entry, which is shown instead, and both of a
 * fuzzy one. The header, an entry with an empty msgid and no context, is not a message.
 */
export const readGettext = (file: SourceFile, selection: ValueSelection): Reading => {
  const errors: Array<DraftError> = []
  const texts: Array<ReadText> = []
  let entry: Array<Part> = []
  let isFuzzy = false
  const close = () => {
    texts.push(...textsOf(entry, isFuzzy, selection))
    entry = []
    isFuzzy = false
  }
  for (const { 0: whole, index } of file.text.matchAll(lineWithEnd)) {
    const line = whole.replace(/[\r\n]+$/, "")
    if (comment.test(line)) {
      // A comment belongs to the entry after it.
      if (entry.some(({ field }) => field === "msgstr")) close()
      if (fuzzy.test(line)) isFuzzy = true
      continue
    }
    const match = statement.exec(line)
    const field = fieldOf(match?.[1])
    const literal = match?.[3]
    if (literal === undefined || (field === undefined && entry.length === 0)) {
      errors.push(DraftError.at(file.path, file.positionAt(index), "badGettext"))
      continue
    }
    const start = index + line.lastIndexOf(literal)
    const end = start + literal.length
    const last = entry.at(-1)
    if (field === undefined && last !== undefined) {
      putLiteral(last.builder, file.text, start, end)
      entry[entry.length - 1] = { ...last, end }
      continue
    }
    if (entry.length > 0 && (field === "msgctxt" || (field === "msgid" && last?.field !== "msgctxt"))) close()
    const builder = new MappedTextBuilder(start)
    putLiteral(builder, file.text, start, end)
    entry.push({ field: field ?? "msgid", index: match?.[2], builder, start, end })
  }
  close()
  return { texts, errors }
}

const fieldOf = (word: string | undefined): Field | undefined =>
  word === "msgctxt" || word === "msgid" || word === "msgid_plural" || word === "msgstr" ? word : undefined

const textsOf = (entry: ReadonlyArray<Part>, isFuzzy: boolean, selection: ValueSelection): ReadonlyArray<ReadText> => {
  const id = entry.find(({ field }) => field === "msgid")?.builder.text ?? ""
  const context = entry.find(({ field }) => field === "msgctxt")?.builder.text
  if (id === "" && context === undefined) return []
  const name = context === undefined ? id : `${context}: ${id}`
  const translations = entry.filter(({ field, builder }) => field === "msgstr" && builder.text !== "")
  const originals = entry.filter(({ field, builder }) => field.startsWith("msgid") && builder.text !== "")
  const shown = translations.length === 0 ? originals : isFuzzy ? [...originals, ...translations] : translations
  // By default the msgid is not passed as a path, because it is a text and not a key that describes the value.
  const isTaken = (text: string) => selection.takes(selection.namesKeys ? [name] : [], text, true)
  return shown.flatMap(({ field, index, builder, start, end }): ReadonlyArray<ReadText> => {
    const key = index === undefined ? name : `${name} [${index}]`
    if (!isTaken(builder.text)) return []
    const written = field === "msgstr" ? { start, end, quoting: "gettext" as const } : undefined
    return [{ key, mapped: builder.build(), written }]
  })
}

/** Escapes of one letter, as in C. */
const escapes: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v"
}

const escape = /\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([\s\S]))/g

const putLiteral = (builder: MappedTextBuilder, source: string, start: number, end: number): void => {
  let done = start + 1
  for (const { 0: written, 1: hexadecimal, 2: octal, 3: letter = "", index } of source
    .slice(start + 1, end - 1)
    .matchAll(escape)) {
    const at = start + 1 + index
    builder.put(source.slice(done, at), done, at)
    const code = Number.parseInt(hexadecimal ?? octal ?? "", hexadecimal === undefined ? 8 : 16)
    builder.put(Number.isNaN(code) ? (escapes[letter] ?? letter) : String.fromCharCode(code), at, at + written.length)
    done = at + written.length
  }
  builder.put(source.slice(done, end - 1), done, end - 1)
}
