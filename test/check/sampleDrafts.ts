import { Array as Arrays } from "effect"
import type { JudgedDraft, JudgedFile } from "../../src/check/draftFindings.ts"
import type { Draft, SourceRange } from "../../src/domain/Draft.ts"
import { checkText } from "../../src/engine/checkConversation.ts"
import { shippedRules } from "../engine/shippedRules.ts"

/** A draft whose units stand at these offsets of a file's text: one more than the text has, the last one its end. */
const draftAt = (source: string, text: string, offsets: ReadonlyArray<number>, path: string, key: string): Draft => {
  const position = (offset: number) => {
    const before = source.slice(0, offset)
    const line = before.split("\n").length
    return { line, column: offset - before.lastIndexOf("\n"), byte: Buffer.byteLength(before) }
  }
  return {
    path,
    key,
    text,
    holes: [],
    locate: (start, end) => {
      const ranges: Array<SourceRange> = []
      for (let from = start; from < end; ) {
        let to = from + 1
        while (to < end && position(offsets[to] ?? 0).line === position(offsets[from] ?? 0).line) to += 1
        const last = offsets[to - 1] ?? 0
        const next = offsets[to] ?? source.length
        const after = source.indexOf("\n", last) === last ? last : Math.min(next, lineEnd(source, last))
        ranges.push({ start: position(offsets[from] ?? 0), end: position(Math.max(after, last)) })
        from = to
      }
      const at = position(offsets[start] ?? source.length)
      return Arrays.isNonEmptyArray(ranges) ? ranges : [{ start: at, end: at }]
    }
  }
}

const lineEnd = (source: string, offset: number): number => {
  const end = source.indexOf("\n", offset)
  return end < 0 ? source.length : end
}

/** A text that stands in the file as it is. */
export const draftOf = (source: string, text: string, { path = "a.yaml", key = "greeting", from = 0 } = {}): Draft => {
  const start = source.indexOf(text, from)
  if (start < 0) throw new Error(`${text} does not stand in the file`)
  return draftAt(
    source,
    text,
    Arrays.makeBy(text.length + 1, (index) => start + index),
    path,
    key
  )
}

/** A text of which every unit is written as a JSON escape, behind the quote at `start`. */
export const escapedDraft = (source: string, text: string, start: number, path: string, key: string): Draft =>
  draftAt(
    source,
    text,
    Arrays.makeBy(text.length + 1, (index) => start + 6 * index),
    path,
    key
  )

/** The text with every unit escaped. */
export const escaped = (text: string): string =>
  text
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("")

/** The draft with what the shipped rules make of it. */
export const judged = (draft: Draft): JudgedDraft => ({ draft, violations: checkText(shippedRules, draft.text) })

/** A file of texts that stand in it as they are, each under its key. */
export const fileOf = (source: string, texts: Readonly<Record<string, string>>, path = "a.yaml"): JudgedFile => {
  let from = 0
  const drafts = Object.entries(texts).map(([key, text]) => {
    const draft = draftOf(source, text, { path, key, from })
    from = source.indexOf(text, from) + text.length
    return judged(draft)
  })
  return { source, drafts }
}
