import { Array as Arrays } from "effect"
import type { SourceRange } from "../domain/Draft.ts"
import type { SourceFile } from "./SourceFile.ts"

/** A range of a text and the range of the file that it was read from; verbatim if both have the same length. */
interface Run {
  readonly start: number
  readonly length: number
  readonly sourceStart: number
  readonly sourceLength: number
}

const noRun: Run = { start: 0, length: 0, sourceStart: 0, sourceLength: 0 }

/** A text with escapes, folded lines and doubled quotes resolved, which knows the place of each unit in the file. */
export class MappedText {
  readonly text: string
  /** In the order of the text, without gaps. */
  readonly #runs: ReadonlyArray<Run>
  /** The offset of an empty text. */
  readonly #origin: number

  constructor(text: string, runs: ReadonlyArray<Run>, origin: number) {
    this.text = text
    this.#runs = runs
    this.#origin = origin
  }

  /** A text that the file contains verbatim. */
  static verbatim(text: string, sourceStart: number): MappedText {
    return new MappedText(
      text,
      [{ start: 0, length: text.length, sourceStart, sourceLength: text.length }],
      sourceStart
    )
  }

  /** A text of which only the range in the file as a whole is known, not the place of each unit. */
  static coarse(text: string, sourceStart: number, sourceEnd: number): MappedText {
    const sourceLength = sourceEnd - sourceStart
    // A single run with the length of the range would be taken for verbatim.
    const runs = [
      { start: 0, length: Math.min(1, text.length), sourceStart, sourceLength },
      { start: 1, length: Math.max(0, text.length - 1), sourceStart, sourceLength }
    ]
    return new MappedText(
      text,
      runs.filter(({ length }) => length > 0),
      sourceStart
    )
  }

  /** The ranges of the file that `start` to `end` (exclusive) were read from, with adjacent ones merged. */
  sources(start: number, end: number): ReadonlyArray<Stretch> {
    const found: Array<Stretch> = []
    for (let index = this.#runAt(start); index < this.#runs.length; index++) {
      const run = this.#runs[index] ?? noRun
      if (run.start >= end) break
      const stretch = sourceOf(run, start, end)
      const previous = found.at(-1)
      if (previous !== undefined && previous.start <= stretch.start && stretch.start <= previous.end) {
        found[found.length - 1] = { start: previous.start, end: Math.max(previous.end, stretch.end) }
      } else if (stretch.end > stretch.start) found.push(stretch)
    }
    return found
  }

  /** The offset in the file at which a unit begins; past the last unit, the offset at which the last one ends. */
  sourceAt(offset: number): number {
    const run = this.#runs[this.#runAt(offset)]
    if (run !== undefined && offset < run.start + run.length) return sourceOf(run, offset, offset + 1).start
    const last = this.#runs.at(-1)
    return last === undefined ? this.#origin : last.sourceStart + last.sourceLength
  }

  /** Appends a range of this text to a builder. */
  copyTo(builder: MappedTextBuilder, start: number, end: number): void {
    for (let index = this.#runAt(start); index < this.#runs.length; index++) {
      const run = this.#runs[index] ?? noRun
      if (run.start >= end) break
      const from = Math.max(run.start, start)
      const to = Math.min(run.start + run.length, end)
      const source = sourceOf(run, start, end)
      builder.put(this.text.slice(from, to), source.start, source.end)
    }
  }

  /** The index of the run that contains a unit; past the last unit, the index of the last run. */
  #runAt(offset: number): number {
    let low = 0
    let high = this.#runs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#runs[middle] ?? noRun).start <= offset) low = middle
      else high = middle - 1
    }
    return Math.max(low, 0)
  }
}

/** Offsets into the decoded file, UTF-16, `end` exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The source of a run's part between two offsets of the text; the source of the whole run if it is not verbatim. */
const sourceOf = (run: Run, start: number, end: number): Stretch => {
  if (run.length !== run.sourceLength) {
    return { start: run.sourceStart, end: run.sourceStart + run.sourceLength }
  }
  const from = Math.max(run.start, start) - run.start
  const to = Math.min(run.start + run.length, end) - run.start
  return { start: run.sourceStart + from, end: run.sourceStart + Math.max(from, to) }
}

/** Builds a text from ranges of a file. */
export class MappedTextBuilder {
  #text = ""
  readonly #runs: Array<Run> = []
  readonly #origin: number
  /** A verbatim run that may still be extended; none while its length is 0. */
  #openStart = 0
  #openSource = 0
  #openLength = 0

  /** @param origin the offset in the file of a text that turns out to be empty. */
  constructor(origin: number) {
    this.#origin = origin
  }

  get text(): string {
    return this.#text
  }

  /** Appends a text that was read from a range of the file. */
  put(text: string, sourceStart: number, sourceEnd: number): void {
    if (text === "") return
    const { length } = text
    const start = this.#text.length
    this.#text += text
    if (length !== sourceEnd - sourceStart) {
      this.#close()
      this.#runs.push({ start, length, sourceStart, sourceLength: sourceEnd - sourceStart })
    } else if (this.#openLength > 0 && this.#openSource + this.#openLength === sourceStart) this.#openLength += length
    else {
      this.#close()
      this.#openStart = start
      this.#openSource = sourceStart
      this.#openLength = length
    }
  }

  build(): MappedText {
    this.#close()
    return new MappedText(this.#text, this.#runs, this.#origin)
  }

  #close(): void {
    const length = this.#openLength
    if (length === 0) return
    this.#runs.push({ start: this.#openStart, length, sourceStart: this.#openSource, sourceLength: length })
    this.#openLength = 0
  }
}

/**
 * Makes a function that finds the places of a range of the text in the file. If there are several, line ends at their
 * edges are left out, so that no place extends to a line without any of the words.
 */
export const locateIn =
  (file: SourceFile, mapped: MappedText) =>
  (start: number, end: number): Arrays.NonEmptyReadonlyArray<SourceRange> => {
    const stretches = mapped.sources(start, end)
    const inked = stretches.length > 1 ? stretches.flatMap((stretch) => withoutLineEnds(file.text, stretch)) : stretches
    const ranges = (inked.length > 0 ? inked : stretches).map(
      (stretch): SourceRange => ({ start: file.positionAt(stretch.start), end: file.positionAt(stretch.end) })
    )
    if (Arrays.isNonEmptyReadonlyArray(ranges)) return ranges
    const position = file.positionAt(mapped.sourceAt(start))
    return [{ start: position, end: position }]
  }

const withoutLineEnds = (text: string, { start, end }: Stretch): ReadonlyArray<Stretch> => {
  const isLineEnd = (offset: number): boolean => text.charAt(offset) === "\n" || text.charAt(offset) === "\r"
  let from = start
  let to = end
  while (from < to && isLineEnd(from)) from += 1
  while (to > from && isLineEnd(to - 1)) to -= 1
  return from < to ? [{ start: from, end: to }] : []
}
