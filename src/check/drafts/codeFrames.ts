import type { Array as Arrays } from "effect"
import type { Draft, SourceRange } from "../../domain/Draft.ts"
import type { FrameLine } from "../../domain/DraftFinding.ts"
import type { SourceFile } from "../../drafts/SourceFile.ts"
import { contactRanges } from "../../engine/masking/contactRanges.ts"
import { type HiddenRange, hiddenRanges, maskOf } from "../../engine/masking/HiddenRange.ts"
import { readMessage } from "../../engine/message/MessageReading.ts"
import type { TextRange } from "../../text/FoldedText.ts"

/** How much of a long line is shown on each side of the finding, in UTF-16 units. */
const around = 120

/** The maximum length of a shown match, in UTF-16 units. */
const longestMark = 200

/** How much farther contacts are detected, so that none is cut at the edge of the shown part. */
const margin = 200

/** The maximum number of lines of a finding that are shown. */
const mostLines = 6

/** Shows the lines of a file around its findings. */
export interface CodeFrames {
  /**
   * The lines of the spans and one line before and after. Without `reveal`, all contacts in them are masked: those in
   * drafts, however they are encoded in the file, and those in the file's own text, such as comments.
   *
   * @param isContact whether the spans themselves are to be masked, as for contacts but not for phrases.
   */
  readonly frameOf: (spans: Arrays.NonEmptyReadonlyArray<SourceRange>, isContact: boolean) => ReadonlyArray<FrameLine>
}

/** @param drafts all drafts of the file, with or without violations. */
export const codeFrames = (
  file: SourceFile,
  drafts: ReadonlyArray<Draft>,
  { region, reveal }: { readonly region: string; readonly reveal: boolean }
): CodeFrames => {
  let draftsByLine: ReadonlyMap<number, ReadonlyArray<Draft>> | undefined
  const contactsOf = new Map<Draft, ReadonlyArray<SourceRange>>()
  const contactsByLine = new Map<number, ReadonlyArray<TextRange>>()

  /** Computed once per line: a line may have thousands of findings, and a file thousands of drafts. */
  const draftContacts = (line: number, text: string): ReadonlyArray<TextRange> => {
    const known = contactsByLine.get(line)
    if (known !== undefined) return known
    draftsByLine ??= byLine(drafts)
    const found = (draftsByLine.get(line) ?? []).flatMap((draft) => {
      const contacts = contactsOf.get(draft) ?? locatedContacts(draft, region)
      contactsOf.set(draft, contacts)
      return contacts.flatMap((contact) => onLine(contact, line, text))
    })
    contactsByLine.set(line, found)
    return found
  }

  const frameLine = (
    number: number,
    text: string,
    spans: ReadonlyArray<SourceRange>,
    isContact: boolean
  ): FrameLine => {
    const marks = spans.flatMap((span) => onLine(span, number, text))
    const shown = shownPart(text, marks)
    if (reveal) return { number, ...rendered(text, shown, [], marks) }
    const from = Math.max(0, shown.start - margin)
    const to = shown.end + margin
    const written = readMessage(text.slice(from, to), region)
    const contacts = [
      ...contactRanges(written, undefined).map(({ start, end }) => ({ start: start + from, end: end + from })),
      ...draftContacts(number, text).filter(({ start, end }) => start < to && end > from)
    ]
    return { number, ...rendered(text, shown, hiddenRanges(contacts, isContact ? marks : []), marks) }
  }

  return {
    frameOf: (spans, isContact) => {
      const first = spans[0].start.line
      const last = Math.min(Math.max(...spans.map(({ end }) => end.line)), first + mostLines - 1)
      const frame: Array<FrameLine> = []
      for (let number = Math.max(1, first - 1); number <= last + 1; number++) {
        frame.push(frameLine(number, file.lineText(number), spans, isContact))
      }
      // Empty lines at the edges are dropped.
      if (frame[0]?.text.trim() === "" && frame[0].number < first) frame.shift()
      if (frame.at(-1)?.text.trim() === "" && (frame.at(-1)?.number ?? 0) > last) frame.pop()
      return frame
    }
  }
}

/** The drafts on each line. */
const byLine = (drafts: ReadonlyArray<Draft>): ReadonlyMap<number, ReadonlyArray<Draft>> => {
  const found = new Map<number, Array<Draft>>()
  for (const draft of drafts) {
    const ranges = draft.locate(0, draft.text.length)
    const last = ranges.at(-1)?.end.line ?? ranges[0].end.line
    for (let line = ranges[0].start.line; line <= last; line++) {
      const same = found.get(line)
      if (same === undefined) found.set(line, [draft])
      else same.push(draft)
    }
  }
  return found
}

const locatedContacts = (draft: Draft, region: string): ReadonlyArray<SourceRange> =>
  contactRanges(readMessage(draft.text, region), undefined).flatMap(({ start, end }) => [...draft.locate(start, end)])

/** The part of a range on a line; empty if it only touches the line. */
const onLine = ({ start, end }: SourceRange, number: number, text: string): ReadonlyArray<TextRange> => {
  if (start.line > number || end.line < number) return []
  const from = start.line < number ? 0 : Math.min(start.column - 1, text.length)
  const to = end.line > number ? text.length : Math.min(end.column - 1, text.length)
  return from < to ? [{ start: from, end: to }] : []
}

/** The part of a line to show: around the first mark, or the beginning. */
const shownPart = (text: string, marks: ReadonlyArray<TextRange>): TextRange => {
  const [first] = marks
  const middle = first ?? { start: 0, end: 0 }
  const start = Math.max(0, middle.start - around)
  const end = Math.min(text.length, Math.min(middle.end, middle.start + longestMark) + around)
  return { start: isInsidePair(text, start) ? start - 1 : start, end: isInsidePair(text, end) ? end + 1 : end }
}

const isInsidePair = (text: string, position: number): boolean =>
  (text.charCodeAt(position) & 0xfc00) === 0xdc00 && (text.charCodeAt(position - 1) & 0xfc00) === 0xd800

/**
 * Renders a part of a line with the hidden ranges masked. A hidden range across an edge is included and masked whole.
 */
const rendered = (
  text: string,
  shown: TextRange,
  hidden: ReadonlyArray<HiddenRange>,
  marks: ReadonlyArray<TextRange>
): Pick<FrameLine, "text" | "marks"> => {
  const inside = hidden.filter(({ start, end }) => start < shown.end && end > shown.start)
  const from = Math.min(shown.start, inside[0]?.start ?? shown.start)
  const to = Math.max(shown.end, inside.at(-1)?.end ?? shown.end)
  let out = from > 0 ? "…" : ""
  let position = from
  /** The pieces of the line and their positions in the output. */
  const pieces: Array<{ readonly source: TextRange; readonly written: TextRange }> = []
  const write = (end: number, words: string) => {
    pieces.push({ source: { start: position, end }, written: { start: out.length, end: out.length + words.length } })
    out += words
    position = end
  }
  for (const range of inside) {
    if (range.start > position) write(range.start, text.slice(position, range.start))
    write(range.end, maskOf(range))
  }
  if (to > position) write(to, text.slice(position, to))
  const written = marks.flatMap(({ start, end }) => {
    const touched = pieces.filter(({ source }) => source.start < end && source.end > start)
    const [first] = touched
    const last = touched.at(-1)
    if (first === undefined || last === undefined) return []
    const isCopied = ({ source, written: at }: typeof first) => source.end - source.start === at.end - at.start
    return [
      {
        start: first.written.start + (isCopied(first) ? Math.max(0, start - first.source.start) : 0),
        end: last.written.end - (isCopied(last) ? Math.max(0, last.source.end - end) : 0)
      }
    ]
  })
  return { text: to < text.length ? `${out}…` : out, marks: written }
}
