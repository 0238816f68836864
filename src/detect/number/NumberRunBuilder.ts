import type { NumberGap, NumberPart, NumberRun } from "./NumberRun.ts"
import { announcesCode, isPassingFiller } from "./numberFillers.ts"
import { isGrouping, opensCode } from "./numberSigns.ts"

/** The maximum number of signs between two parts of a number. */
const widestGap = 7

/** The maximum number of words between two parts of a number. */
const mostFillers = 6

/**
 * Assembles the parts of numbers into runs in the order of the text, and ends a run when too much separates two parts.
 */
export class NumberRunBuilder {
  readonly #text: string
  readonly #runs: Array<NumberRun> = []
  #parts: Array<NumberPart> = []
  #gaps: Array<NumberGap> = []
  #plus: number | undefined
  #start = 0
  /** The last typed or spoken plus that no part has followed yet. */
  #pendingPlus: { readonly start: number; readonly end: number } | undefined
  /** The signs and words of the gap after the last part. */
  #signs = 0
  #words = 0
  /** Whether the words imply that the number continues. */
  #continues = false
  #code = false
  /** Whether an area code was announced before the first part, or before a later one. */
  #codeFirst = false
  #coded = false
  /** The word that separates all parts to hide the number: "8 кот 9 кот 2 кот". */
  #refrain: string | undefined

  /** @param text the folded text of the parts. */
  constructor(text: string) {
    this.#text = text
  }

  /** The finished runs, in the order of the text. */
  get runs(): ReadonlyArray<NumberRun> {
    return this.#runs
  }

  /** The start of the current run, if it has parts. */
  get start(): number {
    return this.#start
  }

  /** Whether the current run has parts. */
  get isOpen(): boolean {
    return this.#parts.length > 0
  }

  /** The parts of the current run. */
  get parts(): ReadonlyArray<NumberPart> {
    return this.#parts
  }

  /** The number of signs since the last part or word. */
  get signs(): number {
    return this.#signs
  }

  /** The number of words since the last part. */
  get words(): number {
    return this.#words
  }

  /** Whether an area code was announced before the first part of the current run. */
  get opensWithCode(): boolean {
    return this.#codeFirst
  }

  /** Whether an area code was announced anywhere in the current run. */
  get namesCode(): boolean {
    return this.#codeFirst || this.#coded
  }

  /** Ends the current run. */
  close(): void {
    const last = this.#parts.at(-1)
    if (last !== undefined) {
      this.#runs.push({
        plus: this.#plus !== undefined,
        codeFirst: this.#codeFirst,
        parts: this.#parts,
        gaps: this.#gaps,
        start: this.#start,
        end: last.end
      })
      this.#parts = []
      this.#gaps = []
    }
    this.#plus = undefined
    this.#pendingPlus = undefined
    this.#codeFirst = false
    this.#coded = false
    this.#refrain = undefined
    this.#resetGap()
  }

  /** Adds a part of a number. */
  add(part: NumberPart): void {
    const previous = this.#parts.at(-1)
    if (previous === undefined) {
      const plus = this.#pendingPlus
      const near = plus !== undefined && part.start - plus.end <= 2
      this.#plus = near ? plus.start : undefined
      this.#start = this.#plus ?? (opensCode(this.#text, part) ? part.start - 1 : part.start)
    } else
      this.#gaps.push({
        kind: this.#gapKind(previous.end, part.start),
        code: this.#code,
        loose: this.#words > 0 && !this.#continues
      })
    this.#pendingPlus = undefined
    if (this.#code) this.#coded = true
    this.#parts.push(part)
    this.#resetGap()
  }

  /** Repeats the last part; the words that ask for it end at `end`. */
  repeatLast(times: number, end: number): void {
    const last = this.#parts.at(-1)
    if (last === undefined) return
    const { start, digits, disguised } = last
    this.#parts[this.#parts.length - 1] = { start, end, digits: digits.repeat(times), disguised }
  }

  /** Starts a new run with a typed or spoken plus. */
  plus(start: number, end: number): void {
    this.close()
    this.#pendingPlus = { start, end }
  }

  /** Counts a sign between parts; too many end the run. */
  sign(): void {
    this.#signs += 1
    if (this.#signs > widestGap) this.close()
  }

  /** Counts a decoration, which never ends the run. */
  decoration(): void {
    this.#signs += 1
  }

  /** Counts a word between parts; too many end the run. */
  filler(word: string): void {
    this.#words += 1
    this.#signs = 0
    if (!isPassingFiller(word)) this.#continues = true
    if (announcesCode(word)) this.#code = true
    if (this.#words > mostFillers) this.close()
  }

  /** Counts the words of a remark in brackets. */
  aside(words: number, continues: boolean): void {
    this.#words += words
    this.#signs = 0
    if (continues) this.#continues = true
    if (this.#words > mostFillers) this.close()
  }

  /** Announces an area code before the first part. */
  announceCode(): void {
    this.#codeFirst = true
  }

  /** The word that separates all parts of the current run. */
  get refrain(): string | undefined {
    return this.#refrain
  }

  /** Counts another occurrence of the refrain. */
  repeatRefrain(word: string): void {
    this.#refrain = word
    this.filler(word)
  }

  #resetGap(): void {
    this.#signs = 0
    this.#words = 0
    this.#continues = false
    this.#code = false
  }

  #gapKind(from: number, to: number): NumberGap["kind"] {
    if (this.#words > 0) return "words"
    if (to - from > 3) return "signs"
    for (let position = from; position < to; position++) {
      if (!isGrouping(this.#text.charCodeAt(position))) return "signs"
    }
    // ". " usually ends a sentence.
    return this.#text.startsWith(". ", from) ? "signs" : "tight"
  }
}
