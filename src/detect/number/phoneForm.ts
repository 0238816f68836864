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

/** How likely a piece of a run that is a valid number is meant as one, from 0 to 1, by the way it is written alone. */
export const phoneForm = (
  reader: PhoneReader,
  piece: NumberPiece,
  { phone, foreign }: PhoneReading,
  digits: string,
  plus: boolean
): number => {
  const { run, from, to } = piece
  const { text } = reader.folded
  const traits = traitsOf(reader, piece)
  if (plus) return 0.97
  const national = phone.nationalNumber.length
  const shared = sharesPlanSeven(phone)
  // "8-9-0-4-5-5-5-1-2-8-7": nothing else is written so.
  const apart = traits.decorated || !/\s/.test(text.slice(run.parts[from]?.end, run.parts[from + 1]?.start))
  if (isDigitByDigit(run, from, to) && apart && digits.length > national && isMobile(phone)) return 0.95
  const mobile = isMobile(phone)
  // A trunk prefix, a country code, or a country that dials its mobiles as they are written (China, Uzbekistan).
  const full = digits.length > national || (!shared && (mobile || traits.spoken > 1))
  const coded = traits.code || (run.codeFirst && from === 0 && isCodeApart(run) && national > 9)
  if (traits.spoken > 1 || (traits.spoken > 0 && traits.disguised))
    return foreign ? 0.6 : full ? 0.95 : mobile || coded ? 0.85 : 0.55
  const layout = run.parts.length > 1 && hasPhoneLayout(text, piece)
  if (coded) return 0.9
  if (foreign) return layout ? 0.7 : 0.35
  // Whatever it is called.
  if (traits.hidden && full && mobile && digits.length > national) return 0.95
  // "G9, 220В, 4000": letters in a list of figures are units and names of sizes.
  if (traits.disguised && !traits.listed)
    return full ? 0.92 : mobile ? 0.7 : shared && isUsuallyGrouped(run, from, to) ? 0.7 : 0.4
  if (layout) return full ? 0.97 : 0.85
  if (traits.loose || isListOfFigures(run, from, to)) return 0.45
  const sure = mobile || phone.getType() === "TOLL_FREE"
  if (traits.told && full && sure) return 0.85
  if (traits.listed) return full && sure ? 0.45 : 0.15
  if (to - from > 1) {
    const opening = run.parts[from]?.digits.length ?? 0
    // "8 926 …", "8926 …" and "926 …" are how a number is grouped; "90915-10003" is how an article code is.
    const usual = full ? opening === 1 || opening === 2 || opening === 4 || !shared : opening === 3
    if (full) return usual || traits.decorated ? (sure || usual ? 0.9 : 0.6) : 0.45
    return usual && mobile ? 0.6 : shared && isUsuallyGrouped(run, from, to) && to - from === 4 ? 0.55 : 0.3
  }
  if (full && !shared && digits.length < 11) return mobile ? 0.45 : 0.3
  if (full) return sure ? 0.75 : 0.45
  return mobile ? 0.4 : 0.2
}

interface Traits {
  readonly spoken: number
  /** Letters for digits, digits of other scripts or styled ones, invisible characters. */
  readonly disguised: boolean
  /** As nobody writes the code of a thing: see `isHidden`. */
  readonly hidden: boolean
  /** The same odd sign between all parts: "8*926*123*45*67". */
  readonly decorated: boolean
  /** Figures with commas or semicolons between them are a list rather than a number. */
  readonly listed: boolean
  /** An area code is named. */
  readonly code: boolean
  /** Words or remarks stand between its parts that are said between any figures. */
  readonly loose: boolean
  /** Words stand between its parts that say that the number goes on. */
  readonly told: boolean
}

const traitsOf = ({ folded }: PhoneReader, piece: NumberPiece): Traits => {
  const { run, from, to } = piece
  let spoken = 0
  let disguised = false
  let odd = 0
  let listed = false
  let code = false
  let loose = false
  let told = false
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
    told ||= gap?.kind === "words"
  }
  const written = writtenOf(folded, piece)
  const hidden = isHidden(run.parts.slice(from, to), written)
  disguised ||= hidden || isStyled(written) || hasUnseen(written)
  return { spoken, disguised, hidden, decorated: odd > 1, listed, code, loose, told: told && !loose }
}

/** A piece as it stands in the original text. */
const writtenOf = (folded: FoldedText, { run, from, to }: NumberPiece): string => {
  const { start, end } = originalRange(folded, {
    start: run.parts[from]?.start ?? 0,
    end: run.parts[to - 1]?.end ?? 0
  })
  return folded.original.slice(start, end)
}

/** Whether a piece is written as nobody writes the code of a thing: in keycaps, styled digits, with letters for digits in two parts and more. */
export const isHiddenPiece = (folded: FoldedText, piece: NumberPiece): boolean =>
  isHidden(piece.run.parts.slice(piece.from, piece.to), writtenOf(folded, piece))

const isHidden = (parts: ReadonlyArray<{ readonly disguised: boolean }>, written: string): boolean =>
  isStyled(written) || parts.filter(({ disguised }) => disguised).length > 1

/** Whether digits other than plain and full-width ones are written, or keycaps. */
const isStyled = (written: string): boolean =>
  /[\p{Nd}\p{No}]/u.test(written.replace(/[0-9０-９]/g, "")) || /\u20e3/.test(written)

/** Invisible characters among the figures. */
const hasUnseen = (written: string): boolean => /\p{Cf}/u.test(written)

/** Whether the number is of Russia's and Kazakhstan's common plan, in which a number is dialled after an 8. */
const sharesPlanSeven = (phone: PhoneNumber): boolean => phone.countryCallingCode === "7"

const isMobile = (phone: PhoneNumber): boolean =>
  phone.getType() === "MOBILE" || phone.getType() === "FIXED_LINE_OR_MOBILE"
