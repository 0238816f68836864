import { Either } from "effect"
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml"
import { YamlFileError } from "./YamlFileError.ts"
import type { YamlFault } from "./yamlTexts.ts"

/** A position in a file; both numbers count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The keys and indices that lead from the root of a file to a value. */
export type ValuePath = ReadonlyArray<PropertyKey>

/** A parsed YAML file that can locate its keys and values. */
export interface YamlFile {
  readonly path: string
  readonly value: unknown
  readonly placeOfKey: (path: ValuePath) => Place
  readonly placeOfValue: (path: ValuePath) => Place
  /** The position of the unit at `offset` of a text value; the start of the value if it is folded or escaped. */
  readonly placeInText: (path: ValuePath, offset: number) => Place
}

export const parseYamlFile = (path: string, text: string): Either.Either<YamlFile, YamlFileError> => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const refuse = (offset: number, fault: YamlFault) =>
    Either.left(
      new YamlFileError({
        path,
        ...placeAt(offset),
        problem: "problem.badYaml",
        expectation: "expected.yaml",
        subject: "",
        known: [],
        detail: fault
      })
    )
  const [fault] = document.errors
  if (fault !== undefined) return refuse(fault.pos[0], fault.code)
  // Limits the expansion of aliases ("billion laughs"): no file written by hand reaches this.
  const value = Either.try((): unknown => document.toJS({ maxAliasCount: 100 }))
  if (Either.isLeft(value)) {
    const stray = strayAlias(document)
    return stray === undefined ? refuse(0, "RESOURCE_EXHAUSTION") : refuse(stray, "BAD_ALIAS")
  }
  const offsetOfValue = (target: ValuePath): number => rangeOf(nodeAt(document, target)) ?? offsetOfKey(target)
  const offsetOfKey = (target: ValuePath): number => {
    for (let length = target.length; length > 0; length--) {
      const offset = keyOffset(document, target.slice(0, length))
      if (offset !== undefined) return offset
    }
    return rangeOf(document.contents) ?? 0
  }
  return Either.right({
    path,
    value: value.right,
    placeOfKey: (target) => placeAt(offsetOfKey(target)),
    placeOfValue: (target) => placeAt(offsetOfValue(target)),
    placeInText: (target, offset) => {
      const node = nodeAt(document, target)
      const start = offsetOfValue(target)
      if (!isScalar(node) || typeof node.value !== "string") return placeAt(start)
      const written = text.startsWith(node.value, start) ? start : start + 1
      return placeAt(text.startsWith(node.value, written) ? written + offset : start)
    }
  })
}

/** The offset of the first alias without an anchor; undefined if there is none. */
const strayAlias = (document: Document): number | undefined => {
  let offset: number | undefined
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined
      offset = alias.range?.[0] ?? 0
      return visit.BREAK
    }
  })
  return offset
}

const nodeAt = (document: Document, path: ValuePath): unknown => {
  let node: unknown = document.contents
  for (const step of path) {
    if (isMap(node))
      node = node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))?.value
    else if (isSeq(node)) node = node.items[Number(step)]
    else return undefined
  }
  return node
}

const keyOffset = (document: Document, path: ValuePath): number | undefined => {
  const parent = nodeAt(document, path.slice(0, -1))
  const name = String(path.at(-1))
  if (isSeq(parent)) return rangeOf(parent.items[Number(name)])
  if (!isMap(parent)) return undefined
  return rangeOf(parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === name)?.key)
}

const rangeOf = (node: unknown): number | undefined => {
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined
  return node.range?.[0]
}
