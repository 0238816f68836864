import { Either } from "effect"
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, Scalar } from "yaml"
import { DraftError } from "../DraftError.ts"
import { type KeyPath, keyPathText } from "../keyPath.ts"
import { isYamlTooDeep } from "../nesting.ts"
import type { Quoting, Reading, ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import type { ValueSelection } from "../valueSelection.ts"
import { mapYamlScalar } from "./yamlScalar.ts"

/**
 * Reads the messages in a YAML file, in the order of the file. A text with an anchor is read once, not again for each
 * alias. If a key occurs twice, both values are read.
 */
export const readYaml = (file: SourceFile, selection: ValueSelection): Reading => {
  // The parser does not support CR as a line end; the replacement preserves offsets.
  const text = file.text.includes("\n") ? file.text : file.text.replace(/\r/g, "\n")
  if (isYamlTooDeep(text)) return { texts: [], errors: [DraftError.ofFile(file.path, "tooDeep")] }
  const parsed = Either.try(() =>
    parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false, logLevel: "silent", stringKeys: false })
  )
  if (Either.isLeft(parsed)) return { texts: [], errors: [DraftError.ofFile(file.path, "tooDeep")] }
  const documents: ReadonlyArray<Document> = Array.isArray(parsed.right) ? parsed.right : []
  const texts: Array<ReadText> = []
  const errors: Array<DraftError> = []
  documents.forEach((document, index) => {
    const [fault] = document.errors
    if (fault !== undefined) {
      const position = file.positionAt(Math.min(fault.pos[0], file.text.length))
      errors.push(
        fault.code === "RESOURCE_EXHAUSTION"
          ? DraftError.at(file.path, position, "tooDeep")
          : DraftError.at(file.path, position, "badYaml", fault.code)
      )
    }
    const collected = collect(document, documents.length > 1 ? [index] : [], text, selection)
    texts.push(...collected.texts)
    for (const offset of collected.strayAliases) {
      errors.push(DraftError.at(file.path, file.positionAt(offset), "badYaml", "BAD_ALIAS"))
    }
  })
  return { texts, errors }
}

/** The messages of a document, and its invalid aliases. */
interface Collected {
  readonly texts: ReadonlyArray<ReadText>
  /** The offsets of texts that look like an alias but refer to no anchor: `*важно*`. */
  readonly strayAliases: ReadonlyArray<number>
}

/** Collects the messages of a document iteratively, because its depth could exceed the stack. */
const collect = (document: Document, root: KeyPath, text: string, selection: ValueSelection): Collected => {
  const texts: Array<ReadText> = []
  const strayAliases: Array<number> = []
  /** A node, its path, and whether it is in brackets. */
  const waiting: Array<readonly [unknown, KeyPath, boolean]> = [[document.contents, root, false]]
  const anchors = new Set<string>()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, path, isInBrackets] = next
    if (isAlias(node)) {
      if (!anchors.has(node.source)) strayAliases.push(node.range?.[0] ?? 0)
      continue
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) continue
    if (node.anchor !== undefined) anchors.add(node.anchor)
    if (isScalar(node)) {
      const read = readScalar(node, path, text, selection, isInBrackets)
      if (read !== undefined) texts.push(read)
      continue
    }
    const isFlow = node.flow === true
    if (isMap(node)) {
      for (const pair of node.items.toReversed()) {
        if (isPair(pair)) waiting.push([pair.value, [...path, keyOf(pair.key)], isFlow])
      }
    } else {
      for (let index = node.items.length - 1; index >= 0; index--) {
        waiting.push([node.items[index], [...path, index], isFlow])
      }
    }
  }
  return { texts, strayAliases }
}

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : "?")

const quotings: Readonly<Record<string, Quoting>> = {
  [Scalar.PLAIN]: "yamlPlain",
  [Scalar.QUOTE_SINGLE]: "yamlSingle",
  [Scalar.QUOTE_DOUBLE]: "yamlDouble",
  [Scalar.BLOCK_FOLDED]: "yamlBlock",
  [Scalar.BLOCK_LITERAL]: "yamlBlock"
}

const readScalar = (
  { range, value, type, source }: Scalar,
  path: KeyPath,
  text: string,
  selection: ValueSelection,
  isInBrackets: boolean
): ReadText | undefined => {
  if (range === undefined || range === null || value === null || value === undefined) return undefined
  const isText = typeof value === "string"
  const words = isText ? value : (source ?? String(value))
  if (!selection.takes(path, words, isText)) return undefined
  const [start, end] = range
  const quoting = quotings[type ?? Scalar.PLAIN] ?? "yamlPlain"
  return {
    key: keyPathText(path),
    mapped: mapYamlScalar(text, start, end, quoting, words),
    written: { start, end, quoting: isInBrackets && quoting === "yamlPlain" ? "yamlFlow" : quoting }
  }
}
