import { digitBit, ideographBit, kindAt, kindOf, widthAt } from "../../text/characterKinds.ts"
import type { FoldedText } from "../../text/FoldedText.ts"
import type { Numeral } from "../../text/Numeral.ts"
import { isPlusWord, mayBeginNumeral, numeralOf } from "../../text/numerals.ts"
import { ordinalDigit } from "../../text/ordinals.ts"
import { unstretched } from "../../text/undisguise.ts"
import { asideAfter } from "./asideAfter.ts"
import { chunkAt } from "./chunkAt.ts"
import { digitForLetter, digitsForLetters, isWholeLetter } from "./digitForLetter.ts"
import { endOfDateOrTime } from "./endOfDateOrTime.ts"
import { fewestHomophones, homophoneDigit, soundedStretch } from "./homophoneDigits.ts"
import type { NumberRun } from "./NumberRun.ts"
import { NumberRunBuilder } from "./NumberRunBuilder.ts"
import {
  countsDigits,
  countsDigitsBehind,
  countsGroup,
  isNumberFiller,
  isNumberNoun,
  opensWithCode
} from "./numberFillers.ts"
import { isBarrier, isDecoration, isDigitStroke, isLongDash, isSprinkled } from "./numberSigns.ts"
import { numeralsInWord, numeralWithDigits } from "./numeralsInWord.ts"
import { type OrdinalStretch, ordinalStretch } from "./ordinalStretch.ts"
import { cutNumeral, mayBeCut, type SpacedNumeral, spacedNumeral } from "./spacedNumeral.ts"
import { endOfSpokenTrunk } from "./spokenTrunk.ts"
import { numeralAfter, standsForDigits } from "./standsForDigits.ts"
import { startsRefrain } from "./startsRefrain.ts"
import { groupTimesAfter, timesAfter } from "./timesAfter.ts"

/** Finds all runs of digits and number words in a folded text, in one pass. A plus always starts a new run. */
export const numberRuns = (folded: FoldedText): ReadonlyArray<NumberRun> => new Cutter(folded).cut()

/** A country code after a plus spoken in Chinese, in digits or characters: "加八六". */
const countryCode = /^\s?(?:[八捌]\s?[六陆]|[七柒]\s?[九玖七柒]|86|7[97 ])/

class Cutter {
  private readonly text: string
  private readonly run: NumberRunBuilder
  private position = 0
  /** The last sequence of digits and their homophones: its end and length. */
  private sounded = { end: 0, size: 0 }

  /** The last sequence of ordinals that may be dictated digits. */
  private ordinals: OrdinalStretch = { end: 0, dictated: false }

  private readonly folded: FoldedText

  constructor(folded: FoldedText) {
    this.folded = folded
    this.text = folded.text
    this.run = new NumberRunBuilder(folded.text)
  }

  cut(): ReadonlyArray<NumberRun> {
    const { text } = this
    while (this.position < text.length) {
      const unit = text.charCodeAt(this.position)
      const kind = kindAt(text, this.position)
      if (kind & ideographBit) this.ideograph()
      else if (
        (kind !== 0 && !isLongDash(text, this.position)) ||
        (unit === 0x7c && isDigitStroke(text, this.position))
      )
        this.chunk()
      else {
        if (unit === 0x2b && !this.isBetweenDigits() && !this.addsGroup()) {
          this.run.plus(this.position, this.position + 1)
        } else if (isBarrier(unit)) this.run.close()
        else if (this.takeAside()) continue
        else {
          // Repeated blanks and dots count once: "8..9..1..6.....555".
          const repeats = unit === text.charCodeAt(this.position - 1)
          if (!repeats) this.run.sign()
        }
        this.position += widthAt(text, this.position)
      }
    }
    this.run.close()
    return this.run.runs
  }

  /** Adds a remark in brackets by the count of its words. */
  private takeAside(): boolean {
    const aside = this.run.isOpen ? asideAfter(this.text, this.position) : undefined
    if (aside === undefined) return false
    this.run.aside(aside.words, aside.continues)
    this.position = aside.end
    return true
  }

  /** "8+926+123": a plus between digits without blanks is a separator. */
  private isBetweenDigits(): boolean {
    const before = kindOf(this.text.charCodeAt(this.position - 1))
    return this.run.isOpen && (before & kindOf(this.text.charCodeAt(this.position + 1)) & digitBit) !== 0
  }

  /** "8926 + 555 + 01": a plus between blanks among figures is a separator, unless a country code follows. */
  private addsGroup(): boolean {
    const next = this.text.charAt(this.position + 2)
    return (
      this.run.isOpen && this.run.signs === 1 && this.text.charAt(this.position + 1) === " " && /[0-689]/.test(next)
    )
  }

  /** "8 916 плюс 555 плюс 0188": whether the spoken plus that ends at `end` only adds another group of digits. */
  private isGroupAt(end: number): boolean {
    return this.run.isOpen && this.text.charAt(end) === " " && /^[0-689]\d/.test(this.text.slice(end + 1, end + 3))
  }

  /** Whether the word after `end` repeats the figure before it: "девятка два раза", "five three times". */
  private repeats(end: number): boolean {
    const last = this.run.parts.at(-1)
    return last?.digits.length === 1 && this.run.words === 0 && timesAfter(this.text, end) !== undefined
  }

  private repeatLast(times: number, end: number): void {
    const to = timesAfter(this.text, end) ?? end
    if (times > 1 && times < 5) this.run.repeatLast(times, to)
    this.position = to
  }

  /** The end of the words that repeat what follows, if the figure before `end` is the count. */
  private groupTimesAfter(end: number): number | undefined {
    const by = groupTimesAfter(this.text, end)
    if (by !== undefined || this.repeats(end)) return by
    // "8 903, три раза пять": there is no figure right before that could be repeated instead.
    const times = this.run.isOpen ? timesAfter(this.text, end) : undefined
    return times !== undefined && numeralAfter(this.text, times)?.weak === false ? times : undefined
  }

  /** Repeats what follows: "два раза по двадцать два". */
  private repeatNext(times: number, start: number, end: number): void {
    const numeral: Numeral = { kind: "repeat", value: times, counted: false, weak: false, language: "slavic" }
    if (times > 1 && times < 5) this.run.add({ digits: String(times), numeral, start, end, disguised: false })
    this.position = end
  }

  /** The digit that a character sounds like, if it is among enough others to form a number. */
  private homophone(character: string, start: number): string | undefined {
    const digit = homophoneDigit(character)
    if (digit === undefined) return undefined
    if (start >= this.sounded.end) {
      // Avoids scanning the same characters again.
      const from = this.run.isOpen ? Math.max(this.run.start, this.sounded.end) : start
      const around = soundedStretch(this.text, from)
      this.sounded = around.end > start ? around : soundedStretch(this.text, start)
    }
    return this.sounded.size >= fewestHomophones ? digit : undefined
  }

  private ideograph(): void {
    const start = this.position
    const end = start + widthAt(this.text, start)
    const character = this.text.slice(start, end)
    const numeral = numeralOf(character)
    this.position = end
    const sounded = numeral === undefined ? this.homophone(character, start) : undefined
    if (numeral !== undefined) this.run.add({ digits: String(numeral.value), numeral, start, end, disguised: false })
    else if (sounded !== undefined) this.run.add({ digits: sounded, start, end, disguised: true })
    else if (this.run.isOpen && isNumberFiller(character)) this.run.filler(character)
    else if (character === "加" && countryCode.test(this.text.slice(end, end + 4))) this.run.plus(start, end)
    else this.run.close()
  }

  /** Reads a chunk of letters, digits and apostrophes. */
  private chunk(): void {
    const { text } = this
    const start = this.position
    const dated = endOfDateOrTime(text, start)
    if (dated !== undefined) {
      this.run.close()
      this.position = dated
      return
    }
    const { end, digits, letters, mixed } = chunkAt(text, start)
    this.position = end
    if (letters === 0) {
      const digitsWritten = text.slice(start, end)
      const group = end - start === 1 ? groupTimesAfter(text, end) : undefined
      if (end - start < 3 && countsDigitsBehind(text, start, end)) {
        if (this.run.isOpen) this.run.filler(digitsWritten)
      } else if (end - start === 1 && this.run.isOpen && countsDigits(text, end)) this.run.filler(digitsWritten)
      else if (group !== undefined) this.repeatNext(Number(digitsWritten), start, group)
      else if (end - start === 1 && this.repeats(end)) this.repeatLast(Number(digitsWritten), end)
      else this.run.add({ digits: digitsWritten, start, end, disguised: false })
    } else if (digits === 0) {
      if (
        mixed ||
        this.run.opensWithCode ||
        this.run.isOpen ||
        letters === 1 ||
        mayBeginNumeral(text, start) ||
        mayBeCode(text, start, end)
      ) {
        this.word(start, end)
      } else this.run.close()
    } else this.mixture(start, end, digits >= letters)
  }

  /** The digit of an ordinal in a dictated number. */
  private dictated(word: string, start: number): string | undefined {
    const digit = ordinalDigit(word)
    if (digit === undefined) return undefined
    // Avoids scanning the same words again.
    if (start >= this.ordinals.end) this.ordinals = ordinalStretch(this.text, start)
    return this.ordinals.dictated ? digit : undefined
  }

  private word(start: number, end: number): void {
    const raw = this.text.slice(start, end)
    const digit = this.dictated(raw, start)
    if (digit !== undefined) {
      const kind = digit === "0" ? "zero" : "unit"
      const numeral: Numeral = { kind, value: Number(digit), counted: false, weak: false, language: "slavic" }
      this.run.add({ digits: digit, numeral, start, end, disguised: false })
      return
    }
    const trunk = this.run.isOpen ? endOfSpokenTrunk(this.text, start, end) : undefined
    if (trunk !== undefined) {
      this.run.filler(raw)
      this.position = trunk
      return
    }
    if (this.takeWord(raw, start, end)) return
    if (end - start <= 4 && this.run.words === 0 && standsForDigits(this.text, this.run.parts, start, end)) {
      this.run.add({ digits: digitsForLetters(this.folded, start, end), start, end, disguised: true })
    } else if (
      this.run.isOpen &&
      this.run.words === 0 &&
      (this.run.refrain === raw || startsRefrain(this.text, end, raw))
    ) {
      this.run.repeatRefrain(raw)
    } else this.run.close()
  }

  /** Adds a number word, one in pieces, a compound, a spoken plus or a filler. */
  private takeWord(raw: string, start: number, end: number): boolean {
    const cut = mayBeCut(this.text, start, end) ? cutNumeral(this.text, start, end) : undefined
    if (cut !== undefined) return this.takeSpaced(cut, start)
    const word = raw.replace(/ё/g, "е")
    if (isPlusWord(word) || (word.length > 4 && isPlusWord(unstretched(word)))) {
      if (this.isGroupAt(end)) this.run.filler("plus")
      else this.run.plus(start, end)
      return true
    }
    const numerals = numeralsInWord(raw)
    const [only] = numerals
    if (only !== undefined && numerals.length === 1) {
      if (only.numeral.weak && !this.hasKin(only.numeral, end)) return this.takeFiller(word)
      if (this.run.isOpen && countsDigits(this.text, end)) this.run.filler(word)
      else if (countsGroup(this.text, start, end, word, only.numeral.value)) {
        if (this.run.isOpen) this.run.filler(word)
      } else {
        const { numeral, disguised } = only
        const group = numeral.kind === "unit" ? this.groupTimesAfter(end) : undefined
        if (group !== undefined) this.repeatNext(numeral.value, start, group)
        else if (numeral.kind === "unit" && this.repeats(end)) this.repeatLast(numeral.value, end)
        else this.run.add({ digits: String(numeral.value), numeral, start, end, disguised })
      }
      return true
    }
    const spaced = end - start === 1 ? spacedNumeral(this.text, start, end) : undefined
    if (spaced !== undefined) return this.takeSpaced(spaced, start)
    if (this.takeFiller(word)) return true
    let from = start
    for (const { numeral, length, disguised } of numerals) {
      this.run.add({ digits: String(numeral.value), numeral, start: from, end: from + length, disguised })
      from += length
    }
    return numerals.length > 0
  }

  private takeFiller(word: string): boolean {
    if (!isNumberFiller(word) && !(this.run.namesCode && this.run.isOpen && isNumberNoun(word))) return false
    if (this.run.isOpen) this.run.filler(word)
    else if (opensWithCode(word)) this.run.announceCode()
    return true
  }

  private takeSpaced({ numeral, end }: SpacedNumeral, start: number): true {
    this.run.add({ digits: String(numeral.value), numeral, start, end, disguised: true })
    this.position = end
    return true
  }

  /** Whether a number word of the same language stands right before or after. */
  private hasKin(numeral: Numeral, end: number): boolean {
    const previous = this.run.parts.at(-1)
    // Slang names of digits and banknotes: "ноль один, полтинник", "пять и полтинник".
    const slang = numeral.language === "slavic"
    if (
      this.run.words <= (slang ? 1 : 0) &&
      this.run.signs <= (slang ? 2 : 1) &&
      previous?.numeral?.language === numeral.language
    )
      return true
    const next = numeralAfter(this.text, end)
    return (
      next !== undefined &&
      (!next.weak || numeral.language === "roman" || numeral.language === "pinyin") &&
      next.language === numeral.language
    )
  }

  /** Reads a mix of letters and digits: "9i6", "8девятьсот", "тел8926", "888aaaa88". */
  private mixture(start: number, end: number, mostlyDigits: boolean): void {
    const { text } = this
    let lookAlike = (mostlyDigits || end - start <= (this.run.isOpen ? 4 : 3)) && !isVoltage(text, start, end)
    for (let position = start; position < end && lookAlike; position++) {
      const isDigit = (kindOf(text.charCodeAt(position)) & digitBit) !== 0
      if (!isDigit && digitForLetter(text.charAt(position)) === undefined) lookAlike = false
    }
    if (lookAlike) {
      this.run.add({ digits: digitsForLetters(this.folded, start, end), start, end, disguised: true })
      return
    }
    const hidden = mostlyDigits ? undefined : numeralWithDigits(text.slice(start, end))
    if (hidden !== undefined && !hidden.weak) {
      this.run.add({ digits: String(hidden.value), numeral: hidden, start, end, disguised: true })
      return
    }
    const sprinkled = isSprinkled(text, start, end)
    let from = start
    while (from < end) {
      const isDigits = (kindAt(text, from) & digitBit) !== 0
      let to = from
      while (to < end && ((kindAt(text, to) & digitBit) !== 0) === isDigits) to += isDigits ? 1 : widthAt(text, to)
      if (isDigits) this.run.add({ digits: text.slice(from, to), start: from, end: to, disguised: false })
      else if (to - from === 1 && from > start && to < end && isBesideDigits(text, from))
        this.run.add({ digits: digitsForLetters(this.folded, from, to), start: from, end: to, disguised: true })
      else if (!this.takeWord(text.slice(from, to), from, to)) {
        if (to < end && from > start && (sprinkled || isDecoration(text, from, to))) this.run.decoration()
        else this.run.close()
      }
      from = to
    }
  }
}

/** Digits followed by the letter for volts, which resembles an 8: "220В", "12v". */
const isVoltage = (text: string, start: number, end: number): boolean =>
  "вv".includes(text.charAt(end - 1)) && end - start > 2 && (kindAt(text, end - 2) & digitBit) !== 0

/** Whether a word has the length and beginning of "код", "code" or "оператор". */
const mayBeCode = (text: string, start: number, end: number): boolean =>
  (end - start < 5 && (text.charAt(start) === "к" || text.charAt(start) === "c")) ||
  (end - start === 8 && text.startsWith("оператор", start))

/** Whether a letter that resembles a digit stands between two digits: "восемь9о3пять". */
const isBesideDigits = (text: string, position: number): boolean =>
  isWholeLetter(text.charAt(position)) &&
  (kindOf(text.charCodeAt(position - 1)) & kindOf(text.charCodeAt(position + 1)) & digitBit) !== 0
