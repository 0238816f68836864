import type { NumberGap, NumberPart, NumberRun } from "./NumberRun.ts"
import { announcesCode, isPassingFiller } from "./numberFillers.ts"
import { isGrouping, opensCode } from "./numberSigns.ts"

/** More characters than this between two parts, words aside, and they are two numbers. */
const widestGap = 7

/** More words than this between two parts, and they are two numbers. */
const mostFillers = 6

/** Puts the parts of numbers together into runs, as they are met in a text, and ends a run where too much stands between two of them. */
export class NumberRunBuilder {
  readonly #text: string
  readonly #runs: Array<NumberRun> = []
  #parts: Array<NumberPart> = []
  #gaps: Array<NumberGap> = []
  #plus: number | undefined
  #start = 0
  /** Where the last sign or spoken word of a plus begins and ends that no part has followed yet. */
  #pendingPlus: { readonly start: number; readonly end: number } | undefined
  /** Of the gap after the last part. */
  #signs = 0
  #words = 0
  /** Whether the words say that the number goes on. */
  #told = false
  #code = false
  /** Whether an area code was announced before the first part, or before another one. */
  #codeFirst = false
  #coded = false
  /** The word that stands between all parts, to hide the number: "8 кот 9 кот 2 кот". */
  #refrain: string | undefined

  /** @param text the folded text that the parts stand in. */
  constructor(text: string) {
    this.#text = text
  }

  /** The runs that have ended, in the order of the text. */
  get runs(): ReadonlyArray<NumberRun> {
    return this.#runs
  }

  /** Where the run of now begins, where one has parts. */
  get start(): number {
    return this.#start
  }

  /** Whether a run is under way. */
  get isOpen(): boolean {
    return this.#parts.length > 0
  }

  /** The parts of the run of now. */
  get parts(): ReadonlyArray<NumberPart> {
    return this.#parts
  }

  /** How many signs have followed the last part or word. */
  get signs(): number {
    return this.#signs
  }

  /** How many words have followed the last part. */
  get words(): number {
    return this.#words
  }

  /** Whether the run of now opens with an area code that was announced. */
  get opensWithCode(): boolean {
    return this.#codeFirst
  }

  /** Whether an area code was announced anywhere in the run of now. */
  get namesCode(): boolean {
    return this.#codeFirst || this.#coded
  }

  /** Ends the run of now; what comes next is another one. */
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

  /** A part of a number. */
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
        loose: this.#words > 0 && !this.#told
      })
    this.#pendingPlus = undefined
    if (this.#code) this.#coded = true
    this.#parts.push(part)
    this.#resetGap()
  }

  /** The last part was said so many times; the words of that end at `end`. */
  repeatLast(times: number, end: number): void {
    const last = this.#parts.at(-1)
    if (last === undefined) return
    const { start, digits, disguised } = last
    this.#parts[this.#parts.length - 1] = { start, end, digits: digits.repeat(times), disguised }
  }

  /** A plus, as a sign or a word: it begins a run of its own. */
  plus(start: number, end: number): void {
    this.close()
    this.#pendingPlus = { start, end }
  }

  /** A sign between parts; too many of them end the run. */
  sign(): void {
    this.#signs += 1
    if (this.#signs > widestGap) this.close()
  }

  /** A decoration counts, but ends nothing. */
  decoration(): void {
    this.#signs += 1
  }

  /** A word between parts; too many of them end the run. */
  filler(word: string): void {
    this.#words += 1
    this.#signs = 0
    if (!isPassingFiller(word)) this.#told = true
    if (announcesCode(word)) this.#code = true
    if (this.#words > mostFillers) this.close()
  }

  /** A remark in brackets counts as the words in it. */
  aside(words: number, told: boolean): void {
    this.#words += words
    this.#signs = 0
    if (told) this.#told = true
    if (this.#words > mostFillers) this.close()
  }

  /** An area code is announced before the first part. */
  announceCode(): void {
    this.#codeFirst = true
  }

  /** The word that stands between all parts of the run of now. */
  get refrain(): string | undefined {
    return this.#refrain
  }

  /** The word that stands between all parts, once more. */
  repeatRefrain(word: string): void {
    this.#refrain = word
    this.filler(word)
  }

  #resetGap(): void {
    this.#signs = 0
    this.#words = 0
    this.#told = false
    this.#code = false
  }

  #gapKind(from: number, to: number): NumberGap["kind"] {
    if (this.#words > 0) return "words"
    if (to - from > 3) return "signs"
    for (let position = from; position < to; position++) {
      if (!isGrouping(this.#text.charCodeAt(position))) return "signs"
    }
    // ". " ends a sentence more often than a group.
    return this.#text.startsWith(". ", from) ? "signs" : "tight"
  }
}
