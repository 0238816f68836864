import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max"
import { type FoldedText, originalRange } from "../../text/FoldedText.ts"
import { mayBeInternational } from "./mayBeInternational.ts"
import type { NumberRun } from "./NumberRun.ts"
import { digitCount, type NumberPiece, numberPieces } from "./numberPieces.ts"
import type { PhoneCandidate } from "./PhoneCandidate.ts"
import { spokenDigits } from "./spokenDigits.ts"

/** E.164 allows 15 digits; one more leaves room for a trunk prefix. */
const mostDigits = 16

/** Fewer digits are dialled only inside a town or are service numbers; with a plus the country's plan decides. */
const fewestDigits = 9
const fewestDigitsAfterPlus = 8

/**
 * The numbers among `runs` that libphonenumber holds valid, read in `region` (ISO 3166-1 alpha-2) when they carry no country code.
 * `folded` is the text that the runs were cut from.
 */
export const phoneCandidates = (
  folded: FoldedText,
  runs: ReadonlyArray<NumberRun>,
  region: string
): ReadonlyArray<PhoneCandidate> => {
  const reader = makeReader(folded, region)
  const found: Array<PhoneCandidate> = []
  for (const run of runs) {
    if (!isPartOfCode(folded.text, run)) collect(reader, run, found)
  }
  return found
}

/** The number that a run is as a whole, in the country of `region` or with a plus; undefined when it is none. */
export const phoneOfWhole = (folded: FoldedText, run: NumberRun, region: string): PhoneCandidate | undefined =>
  judge(makeReader(folded, region), { run, from: 0, to: run.parts.length }, false)

const makeReader = (folded: FoldedText, region: string): Reader => {
  const country = isSupportedCountry(region) ? region : "RU"
  const numbers = new Map<string, PhoneNumber | undefined>()
  /** The library is slow; a text that repeats a number asks it once. */
  const parse = (digits: string, plus: boolean): PhoneNumber | undefined => {
    const key = plus ? `+${digits}` : digits
    if (numbers.has(key)) return numbers.get(key)
    const phone = plus ? parseInternational(digits) : parsePhoneNumberFromString(digits, country)
    const valid = phone?.isValid() ? phone : undefined
    numbers.set(key, valid)
    return valid
  }
  return { folded, country, parse }
}

const parseInternational = (digits: string): PhoneNumber | undefined =>
  mayBeInternational(digits) ? parsePhoneNumberFromString(`+${digits}`) : undefined

interface Reader {
  readonly folded: FoldedText
  readonly country: string
  readonly parse: (digits: string, plus: boolean) => PhoneNumber | undefined
}

const collect = (reader: Reader, run: NumberRun, found: Array<PhoneCandidate>): void => {
  const { parts } = run
  if (digitCount(run, 0, parts.length) < fewestDigitsAfterPlus - 1) return
  if (parts.length <= mostDigits * 2) {
    const whole = judge(reader, { run, from: 0, to: parts.length }, true)
    if (whole !== undefined) {
      found.push(whole)
      return
    }
  }
  let next = 0
  const pieces = numberPieces(run, mostDigits)
  let step = pieces.next()
  while (!step.done) {
    const piece = step.value
    collectLaidOut(reader, run, next, piece.from, found)
    next = Math.max(next, piece.from)
    const candidate = judge(reader, piece, false)
    if (candidate !== undefined) {
      found.push(candidate)
      next = piece.to
    }
    step = pieces.next(candidate !== undefined)
  }
  collectLaidOut(reader, run, next, parts.length, found)
}

/**
 * Among parts with nothing but blanks between them a number may still have its neighbours ("заказ 12345 8 926 123-45-67"): it is taken
 * only in the unmistakable layout, "ddd-dd-dd" at its end or an area code in brackets.
 */
const collectLaidOut = (
  reader: Reader,
  run: NumberRun,
  from: number,
  to: number,
  found: Array<PhoneCandidate>
): void => {
  let first = from
  while (first < to) {
    const taken = startsAfterBlank(reader.folded.text, run, first) ? longestLaidOut(reader, run, first, to) : undefined
    if (taken === undefined) first += 1
    else {
      found.push(taken.candidate)
      first = taken.next
    }
  }
}

const longestLaidOut = (
  reader: Reader,
  run: NumberRun,
  first: number,
  to: number
): { readonly candidate: PhoneCandidate; readonly next: number } | undefined => {
  const { text } = reader.folded
  let digits = 0
  let longest: { readonly candidate: PhoneCandidate; readonly next: number } | undefined
  for (let last = first; last < to; last++) {
    const part = run.parts[last]
    if (part === undefined || part.numeral !== undefined || part.disguised) break
    if (last > first && run.gaps[last - 1]?.kind !== "tight") break
    digits += part.digits.length
    if (digits > mostDigits) break
    if (digits < fewestDigits || !endsBeforeBlank(text, run, last)) continue
    if (first === 0 && last === run.parts.length - 1) continue
    const piece = { run, from: first, to: last + 1 }
    if (!hasPhoneLayout(text, piece)) continue
    const candidate = judge(reader, piece, false)
    if (candidate !== undefined) longest = { candidate, next: last + 1 }
  }
  return longest
}

const startsAfterBlank = (text: string, run: NumberRun, index: number): boolean => {
  const previous = run.parts[index - 1]
  const part = run.parts[index]
  if (previous === undefined || part === undefined) return true
  return /^\s/.test(text.slice(previous.end, part.start))
}

const endsBeforeBlank = (text: string, run: NumberRun, index: number): boolean => {
  const next = run.parts[index + 1]
  const part = run.parts[index]
  if (next === undefined || part === undefined) return true
  return /[\s,;]/.test(text.slice(part.end, next.start))
}

const hasPhoneLayout = (text: string, { run, from, to }: NumberPiece): boolean => {
  const units = run.parts[to - 1]
  const tens = run.parts[to - 2]
  const hundreds = run.parts[to - 3]
  const tail =
    to - from > 3 &&
    hundreds?.digits.length === 3 &&
    tens?.digits.length === 2 &&
    units?.digits.length === 2 &&
    text.slice(hundreds.end, tens.start) === "-" &&
    text.slice(tens.end, units.start) === "-"
  if (tail || /^1?(3322|334)$/.test(sizesSetApart(text, { run, from, to }))) return true
  for (let index = from; index < Math.min(to, from + 2); index++) {
    const part = run.parts[index]
    if (part !== undefined && text.charAt(part.start - 1) === "(" && text.charAt(part.end) === ")") return true
  }
  return false
}

/**
 * The sizes of the groups of single digits that one sign stands between, with another one after each group: "3 9 1 – 5 5 5 – 0 2 – 8 7",
 * "9-1-6 / 5-5-5 / 0-0 / 8-1".
 */
const sizesSetApart = (text: string, { run, from, to }: NumberPiece): string => {
  if (!isDigitByDigit(run, from, to)) return ""
  const gapBefore = (index: number): string =>
    index < to ? text.slice(run.parts[index - 1]?.end ?? 0, run.parts[index]?.start) : ""
  // The trunk prefix may be a group of its own.
  const inner = gapBefore(from + 2)
  let sizes = ""
  let size = 1
  for (let index = from + 1; index <= to; index++) {
    const gap = gapBefore(index)
    if (gap === inner && gap !== "") size += 1
    else {
      sizes += size
      size = 1
    }
  }
  return sizes
}

/** `whole` tells that the piece is all that stands there, so that nothing else could have been cut. */
const judge = (reader: Reader, piece: NumberPiece, whole: boolean): PhoneCandidate | undefined => {
  const { run, from, to } = piece
  const plus = run.plus && from === 0
  for (const digits of spokenDigits(run, from, to)) {
    if (digits.length > mostDigits || digits.length < (plus ? fewestDigitsAfterPlus : fewestDigits)) continue
    const reading = plus ? readInternational(reader, digits) : readNational(reader, digits, whole)
    if (reading === undefined) continue
    const form = isNumbered(reader.folded.text, run, from)
      ? Math.min(numberedForm, formOf(reader, piece, reading, digits, plus))
      : formOf(reader, piece, reading, digits, plus)
    const { start, end } = rangeOf(reader.folded.text, piece)
    return { start, end, number: reading.phone.number, digits, form: whole ? form : Math.min(form, 0.95) }
  }
  return undefined
}

/** "чек № 89035551020": the number of a thing, unless words around it speak of a phone. */
const isNumbered = (text: string, run: NumberRun, from: number): boolean => {
  const start = run.parts[from]?.start ?? 0
  return (
    !run.plus && (text.charAt(start - 1) === "№" || (text.charAt(start - 2) === "№" && text.charAt(start - 1) === " "))
  )
}

const numberedForm = 0.4

const rangeOf = (text: string, { run, from, to }: NumberPiece): { readonly start: number; readonly end: number } => {
  const first = run.parts[from]?.start ?? run.start
  const last = run.parts[to - 1]?.end ?? run.end
  const opened = from > 0 && text.charAt(first - 1) === "(" && text.slice(first, last).includes(")")
  const start = from === 0 ? run.start : opened ? first - 1 : first
  // The bracket that was opened around the last part, as in "555-01-31 (код города 495)".
  const closes =
    text.charAt(last) === ")" && text.slice(start, last).lastIndexOf("(") > text.slice(start, last).lastIndexOf(")")
  return { start: codeWordStart(text, { run, from, to }, start), end: closes ? last + 1 : last }
}

/** "код 926, дальше 1234567": the word before an area code that is said apart belongs to the number. */
const codeWordStart = (text: string, { run, from, to }: NumberPiece, start: number): number => {
  let code = 0
  for (let index = from; index < to && (index === from || run.gaps[index - 1]?.kind === "tight"); index++) {
    code += run.parts[index]?.digits.length ?? 0
    if (run.parts[index]?.numeral === undefined) break
  }
  const apart = from > 0 ? run.gaps[from]?.kind !== "tight" : isCodeApart(run)
  if (to - from < 2 || code > 5 || !apart) return start
  const word =
    /(?:^|[^\p{L}])(код(?:\s+(?:города|оператора|региона|сети|страны))?|(?:area |country )?code)[\s:|—–-]{1,4}\(?$/u.exec(
      text.slice(Math.max(0, start - 24), start)
    )
  const said = word?.[1] ?? ""
  if (word === null || (code < 3 && !/страны|country/.test(said))) return start
  return start - (word[0].length - word[0].indexOf(said))
}

/** Whether other signs or words than a number is grouped with stand soon after its first part: "код четыреста девяносто пять, телефон …". */
const isCodeApart = (run: NumberRun): boolean => run.gaps.slice(0, 3).some(({ kind }) => kind !== "tight")

interface Reading {
  readonly phone: PhoneNumber
  /** Whether it is valid only with a plus put before it. */
  readonly foreign: boolean
}

const readInternational = (reader: Reader, digits: string): Reading | undefined => {
  const phone = reader.parse(digits, true)
  if (phone !== undefined) return { phone, foreign: false }
  // "+8 926 …" is how the trunk prefix and the country code are mixed up.
  const trunk = /^8\d{10}$/.test(digits) ? reader.parse(`7${digits.slice(1)}`, true) : undefined
  return trunk === undefined ? undefined : { phone: trunk, foreign: false }
}

/** A number of another country without its plus is believed only where nothing else stands around it. */
const readNational = (reader: Reader, digits: string, whole: boolean): Reading | undefined => {
  // "один, два, три, четыре …": somebody counts.
  if (/^0?123456789/.test(digits)) return undefined
  const sharesSeven = reader.country === "RU" || reader.country === "KZ"
  // Ten digits of the area, or eleven with the trunk prefix or the country code before them.
  const mayBeNational =
    !sharesSeven ||
    (digits.length === 10 ? (reader.country === "KZ" ? /^7/ : /^[3489]/).test(digits) : /^[78]\d{10}$/.test(digits))
  const phone = mayBeNational ? reader.parse(digits, false) : undefined
  if (phone !== undefined) return { phone, foreign: false }
  const foreign =
    whole && digits.length >= 11 && digits.length <= 13 && !digits.startsWith("0")
      ? reader.parse(digits, true)
      : undefined
  return foreign === undefined ? undefined : { phone: foreign, foreign: true }
}

const formOf = (
  reader: Reader,
  piece: NumberPiece,
  { phone, foreign }: Reading,
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
  if (traits.disguised) return full ? 0.92 : mobile ? 0.7 : shared && isUsuallyGrouped(run, from, to) ? 0.7 : 0.4
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

const traitsOf = ({ folded }: Reader, { run, from, to }: NumberPiece): Traits => {
  let spoken = 0
  let disguised = false
  let odd = 0
  let listed = false
  let code = false
  let loose = false
  let told = false
  const usual = isUsuallyGrouped(run, from, to) || isDigitByDigit(run, from, to)
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
  if (!disguised) {
    const { start, end } = originalRange(folded, {
      start: run.parts[from]?.start ?? 0,
      end: run.parts[to - 1]?.end ?? 0
    })
    disguised = isStyled(folded.original, start, end)
  }
  return { spoken, disguised, decorated: odd > 1, listed, code, loose, told: told && !loose }
}

/** "8,9,2,6,5,5,5,0,1,1,8": a whole number with a sign after each digit is no list. */
const isDigitByDigit = (run: NumberRun, from: number, to: number): boolean => {
  if (to - from < 10) return false
  for (let index = from; index < to; index++) if (run.parts[index]?.digits.length !== 1) return false
  return true
}

/** "8, 926, 123, 45, 67": no list of figures is grouped so. */
const isUsuallyGrouped = (run: NumberRun, from: number, to: number): boolean => {
  let sizes = ""
  for (let index = from; index < to; index++) sizes += run.parts[index]?.digits.length ?? 0
  return /^1?3(322|34|331)$/.test(sizes)
}

/** "8/9/16/20/43/04/1": figures of one and of two digits by turns are how no number is dictated. */
const isListOfFigures = (run: NumberRun, from: number, to: number): boolean => {
  let ones = 0
  let twos = 0
  for (let index = from + 1; index < to; index++) {
    const size = run.parts[index]?.digits.length ?? 0
    if (size > 2) return false
    if (size === 1) ones += 1
    else twos += 1
  }
  return ones > 0 && ones < 3 && twos > 2
}

/** Whether anything but plain digits, blanks, full-width forms, emoji and common signs is written there. */
const isStyled = (original: string, start: number, end: number): boolean =>
  /[\p{Nd}\p{No}]/u.test(original.slice(start, end).replace(/[0-9０-９]/g, "")) ||
  /\p{Cf}|\u20e3/u.test(original.slice(start, end))

/** Whether the number is of Russia's and Kazakhstan's common plan, in which a number is dialled after an 8. */
const sharesPlanSeven = (phone: PhoneNumber): boolean => phone.countryCallingCode === "7"

const isMobile = (phone: PhoneNumber): boolean =>
  phone.getType() === "MOBILE" || phone.getType() === "FIXED_LINE_OR_MOBILE"

/** Whether Latin letters, an underscore or a slash tie the run to an article code, a file name or a path ("NOV-8916-5550", "x7_8926"). */
const isPartOfCode = (text: string, run: NumberRun): boolean => {
  if (run.plus) return false
  const before = text.charAt(run.start - 1)
  const beforeThat = text.charAt(run.start - 2)
  const after = text.charAt(run.end)
  const afterThat = text.charAt(run.end + 1)
  return (
    isCodeCharacter(after) ||
    ((after === "-" || after === "/") && isCodeCharacter(afterThat)) ||
    before === "_" ||
    before === "#" ||
    ((before === "-" || before === "/") && isCodeCharacter(beforeThat)) ||
    (isCodeCharacter(before) && !hasCueBefore(text, run.start))
  )
}

const isCodeCharacter = (character: string): boolean => character === "_" || (character >= "a" && character <= "z")

/** Words that are written without a blank before a number ("tel89261234567"). */
const glued = ["tel", "phone", "whatsapp", "mob", "viber", "telefon"]

const hasCueBefore = (text: string, position: number): boolean => glued.some((cue) => text.endsWith(cue, position))
