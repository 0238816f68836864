import type { PhoneNumber } from "libphonenumber-js/max"
import { type FoldedText, originalRange } from "../../text/FoldedText.ts"
import type { NumberPiece } from "./numberPieces.ts"
import type { PhoneReader, PhoneReading } from "./PhoneReader.ts"
import {
  hasPhoneLayout,
  isCodeApart,
  isDigitByDigit,
  isListOfFigures,
  isParted,
  isUsuallyGrouped
} from "./phoneLayout.ts"

/** How likely a valid number is meant as a phone, from 0 to 1, judging by its form alone. */
export const phoneForm = (
  reader: PhoneReader,
  piece: NumberPiece,
  reading: PhoneReading,
  digits: string,
  plus: boolean
): number => {
  if (plus) return 0.97
  const number = new WrittenNumber(traitsOf(reader, piece), piece, reading, digits.length)
  return formWithoutPlus(reader.folded.text, piece, number)
}

const formWithoutPlus = (text: string, piece: NumberPiece, number: WrittenNumber): number => {
  const { run, from, to } = piece
  const { spoken, disguised, hidden, decorated, listed, loose, continued } = number.traits
  if (number.prefixed && hasSeparateDigits(text, piece, decorated) && number.mobile) return 0.95
  if (spoken > 1 || (spoken > 0 && disguised)) return formOfSpoken(number)
  if (number.coded) return 0.9
  const layout = run.parts.length > 1 && hasPhoneLayout(text, piece)
  if (number.foreign) return layout ? 0.7 : 0.35
  if (hidden && number.prefixed && number.mobile) return 0.95
  // "G9, 220В, 4000": letters in a list of figures are units and sizes.
  if (disguised && !listed) return formOfDisguised(number, piece)
  if (layout) return number.full ? 0.97 : 0.85
  if (loose || isListOfFigures(run, from, to)) return 0.45
  if (continued && number.full && number.sure) return 0.85
  if (listed) return number.full && number.sure ? 0.45 : 0.15
  return to - from > 1 ? formOfGroups(number, piece) : formOfOnePart(number)
}

/** "8-9-0-4-5-5-5-1-2-8-7": nothing but a phone number is written so. */
const hasSeparateDigits = (text: string, { run, from, to }: NumberPiece, decorated: boolean): boolean =>
  isDigitByDigit(run, from, to) &&
  (decorated || !/\s/.test(text.slice(run.parts[from]?.end, run.parts[from + 1]?.start)))

const formOfSpoken = (number: WrittenNumber): number => {
  if (number.foreign) return 0.6
  if (number.full) return 0.95
  return number.coded || number.mobile ? 0.85 : 0.55
}

const formOfDisguised = (number: WrittenNumber, { run, from, to }: NumberPiece): number => {
  if (number.full) return 0.92
  return number.mobile || (number.shared && isUsuallyGrouped(run, from, to)) ? 0.7 : 0.4
}

/** "8 926 …", "8926 …" and "926 …" are groups of a phone number; "90915-10003" is a product code. */
const formOfGroups = (number: WrittenNumber, { run, from, to }: NumberPiece): number => {
  const opening = run.parts[from]?.digits.length ?? 0
  if (number.full) {
    if (opening === 1 || opening === 2 || opening === 4 || !number.shared) return 0.9
    if (number.traits.decorated) return number.sure ? 0.9 : 0.6
    return 0.45
  }
  if (opening === 3 && number.mobile) return 0.6
  return number.shared && isUsuallyGrouped(run, from, to) && to - from === 4 ? 0.55 : 0.3
}

const formOfOnePart = ({ full, shared, digits, mobile, sure }: WrittenNumber): number => {
  if (full && !shared && digits < 11) return mobile ? 0.45 : 0.3
  if (full) return sure ? 0.75 : 0.45
  return mobile ? 0.4 : 0.2
}

/** A valid number together with the way it is written. */
class WrittenNumber {
  readonly traits: Traits
  /** The count of digits. */
  readonly digits: number
  /** Whether it is valid only with a plus added. */
  readonly foreign: boolean
  /** Whether it belongs to the numbering plan that Russia and Kazakhstan share, with trunk prefix 8. */
  readonly shared: boolean
  /** Whether it starts with a trunk prefix or the country code. */
  readonly prefixed: boolean
  /** Whether its area code is named. */
  readonly coded: boolean
  private readonly phone: PhoneNumber

  constructor(traits: Traits, { run, from }: NumberPiece, { phone, foreign }: PhoneReading, digits: number) {
    const national = phone.nationalNumber.length
    this.traits = traits
    this.digits = digits
    this.foreign = foreign
    this.shared = phone.countryCallingCode === "7"
    this.prefixed = digits > national
    this.coded = traits.code || (run.codeFirst && from === 0 && isCodeApart(run) && national > 9)
    this.phone = phone
  }

  // The library is slow to say what a number is used for, and most forms are clear without it.
  get mobile(): boolean {
    return isMobile(this.phone.getType())
  }

  /** Whether its range is used for mobile or toll-free numbers. */
  get sure(): boolean {
    const type = this.phone.getType()
    return isMobile(type) || type === "TOLL_FREE"
  }

  /** Whether it can be dialled as written: with a prefix, or in a country that needs none (China, Uzbekistan). */
  get full(): boolean {
    return this.prefixed || (!this.shared && (this.mobile || this.traits.spoken > 1))
  }
}

const isMobile = (type: ReturnType<PhoneNumber["getType"]>): boolean =>
  type === "MOBILE" || type === "FIXED_LINE_OR_MOBILE"

interface Traits {
  /** The count of number words. */
  readonly spoken: number
  /** Contains letters for digits, digits of other scripts, styled digits or invisible characters. */
  readonly disguised: boolean
  /** See `isHidden`. */
  readonly hidden: boolean
  /** Has the same unusual sign between all parts: "8*926*123*45*67". */
  readonly decorated: boolean
  /** Has commas or semicolons between the parts, like a list of figures. */
  readonly listed: boolean
  /** Names an area code. */
  readonly code: boolean
  /** Has words or remarks between its parts that also occur between unrelated figures. */
  readonly loose: boolean
  /** Has words between its parts that imply that the number continues. */
  readonly continued: boolean
}

const traitsOf = ({ folded }: PhoneReader, piece: NumberPiece): Traits => {
  const { run, from, to } = piece
  let spoken = 0
  let disguised = false
  let odd = 0
  let listed = false
  let code = false
  let loose = false
  let continued = false
  const usual = isUsuallyGrouped(run, from, to) || isDigitByDigit(run, from, to) || isParted(folded.text, run, from, to)
  for (let index = from; index < to; index++) {
    const part = run.parts[index]
    if (part === undefined) break
    if (part.numeral !== undefined) spoken += 1
    disguised ||= part.disguised
    const gap = index > from ? run.gaps[index - 1] : undefined
    if (gap?.kind === "signs") {
      odd += 1
      listed ||= /^\s*[,;:=]/.test(folded.text.slice(run.parts[index - 1]?.end ?? 0, part.start)) && !usual
    }
    code ||= gap?.code === true
    loose ||= gap?.loose === true
    continued ||= gap?.kind === "words"
  }
  const written = writtenOf(folded, piece)
  const hidden = isHidden(run.parts.slice(from, to), written)
  disguised ||= hidden || isStyled(written) || hasUnseen(written)
  return { spoken, disguised, hidden, decorated: odd > 1, listed, code, loose, continued: continued && !loose }
}

/** The original text of a piece. */
const writtenOf = (folded: FoldedText, { run, from, to }: NumberPiece): string => {
  const { start, end } = originalRange(folded, {
    start: run.parts[from]?.start ?? 0,
    end: run.parts[to - 1]?.end ?? 0
  })
  return folded.original.slice(start, end)
}

/**
 * Whether a piece is written in a way that product codes never are: in keycaps or styled digits, or with letters for
 * digits in at least two parts.
 */
export const isHiddenPiece = (folded: FoldedText, piece: NumberPiece): boolean =>
  isHidden(piece.run.parts.slice(piece.from, piece.to), writtenOf(folded, piece))

const isHidden = (parts: ReadonlyArray<{ readonly disguised: boolean }>, written: string): boolean =>
  isStyled(written) || parts.filter(({ disguised }) => disguised).length > 1

/** Whether there are keycaps, or digits other than plain and full-width ones. */
const isStyled = (written: string): boolean =>
  /[\p{Nd}\p{No}]/u.test(written.replace(/[0-9０-９]/g, "")) || /\u20e3/.test(written)

/** Whether there are invisible characters among the digits. */
const hasUnseen = (written: string): boolean => /\p{Cf}/u.test(written)
