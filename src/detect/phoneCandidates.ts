import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max"
import type { DigitGroup, DigitRun } from "./DigitRun.ts"
import type { PhoneCandidate } from "./PhoneCandidate.ts"

/** E.164 allows 15 digits; one more leaves room for a trunk prefix. */
const mostDigits = 16

/** Fewer digits are dialled only inside a town or are service numbers; with a plus the country's plan decides. */
const fewestDigits = 10
const fewestDigitsAfterPlus = 8

/**
 * The numbers among `runs` that libphonenumber holds valid, read in `region` (ISO 3166-1 alpha-2) when they carry no country code.
 * `text` is the folded text that the runs were cut from.
 */
export const phoneCandidates = (
  text: string,
  runs: ReadonlyArray<DigitRun>,
  region: string
): ReadonlyArray<PhoneCandidate> =>
  runs.flatMap((run) => (isPartOfCode(text, run) ? [] : candidatesOf(text, run, region)))

const candidatesOf = (text: string, run: DigitRun, region: string): ReadonlyArray<PhoneCandidate> => {
  const whole = judge(run.groups, run.plus, run.start, text, region)
  if (whole !== undefined) return [whole]
  return partsOf(text, run, region)
}

/**
 * A run that is no phone as a whole may still be a number and its neighbour ("заказ 12345 8 926 123-45-67"). A part is taken
 * only between blanks and only in the unmistakable layout: "ddd-dd-dd" at its end or an area code in brackets.
 */
const partsOf = (text: string, run: DigitRun, region: string): ReadonlyArray<PhoneCandidate> => {
  const found: Array<PhoneCandidate> = []
  let first = 0
  while (first < run.groups.length) {
    const part = startsPart(text, run, first) ? longestPart(text, run, first, region) : undefined
    if (part === undefined) first += 1
    else {
      found.push(part.candidate)
      first = part.next
    }
  }
  return found
}

const longestPart = (
  text: string,
  run: DigitRun,
  first: number,
  region: string
): { readonly candidate: PhoneCandidate; readonly next: number } | undefined => {
  let digits = 0
  let longest: { readonly candidate: PhoneCandidate; readonly next: number } | undefined
  for (let last = first; last < run.groups.length; last++) {
    digits += run.groups[last]?.digits.length ?? 0
    if (digits > mostDigits) break
    if (digits < fewestDigits || !endsPart(text, run, last)) continue
    const groups = run.groups.slice(first, last + 1)
    const start = first === 0 ? run.start : openingOf(text, groups)
    if (!hasPhoneLayout(text, groups)) continue
    const candidate = judge(groups, run.plus && first === 0, start, text, region)
    if (candidate !== undefined) longest = { candidate, next: last + 1 }
  }
  return longest
}

const openingOf = (text: string, groups: ReadonlyArray<DigitGroup>): number => {
  const start = groups[0]?.start ?? 0
  return text.charAt(start - 1) === "(" ? start - 1 : start
}

const startsPart = (text: string, run: DigitRun, index: number): boolean => {
  const previous = run.groups[index - 1]
  const group = run.groups[index]
  if (previous === undefined || group === undefined) return true
  return text.slice(previous.end, group.start).startsWith(" ")
}

const endsPart = (text: string, run: DigitRun, index: number): boolean => {
  const next = run.groups[index + 1]
  const group = run.groups[index]
  if (next === undefined || group === undefined) return true
  return text.slice(group.end, next.start).endsWith(" ")
}

const hasPhoneLayout = (text: string, groups: ReadonlyArray<DigitGroup>): boolean => {
  const [hundreds, tens, units] = groups.slice(-3)
  const tail =
    hundreds?.digits.length === 3 &&
    tens?.digits.length === 2 &&
    units?.digits.length === 2 &&
    text.slice(hundreds.end, tens.start) === "-" &&
    text.slice(tens.end, units.start) === "-"
  return tail || groups.some((group) => text.charAt(group.start - 1) === "(" && text.charAt(group.end) === ")")
}

const judge = (
  groups: ReadonlyArray<DigitGroup>,
  plus: boolean,
  start: number,
  text: string,
  region: string
): PhoneCandidate | undefined => {
  const last = groups.at(-1)
  const count = groups.reduce((sum, group) => sum + group.digits.length, 0)
  if (last === undefined || count > mostDigits || count < (plus ? fewestDigitsAfterPlus : fewestDigits))
    return undefined
  const digits = groups.map((group) => group.digits).join("")
  const reading = plus ? readInternational(digits) : readNational(digits, region)
  if (reading === undefined) return undefined
  const grouped = groups.length > 1
  const opening = groups[0]?.digits.length ?? 0
  const form = formOf(reading, digits, { plus, grouped, opening, layout: grouped && hasPhoneLayout(text, groups) })
  return { start, end: last.end, number: reading.phone.number, digits, form }
}

interface Reading {
  readonly phone: PhoneNumber
  /** Whether it is valid only with a plus put before it. */
  readonly foreign: boolean
}

const readInternational = (digits: string): Reading | undefined => {
  const phone = parsePhoneNumberFromString(`+${digits}`)
  return phone?.isValid() ? { phone, foreign: false } : undefined
}

const readNational = (digits: string, region: string): Reading | undefined => {
  const country = isSupportedCountry(region) ? region : "RU"
  const phone = parsePhoneNumberFromString(digits, country)
  if (phone?.isValid()) return { phone, foreign: false }
  const foreign = digits.length >= 11 && !digits.startsWith("0") ? readInternational(digits) : undefined
  return foreign === undefined ? undefined : { phone: foreign.phone, foreign: true }
}

const formOf = (
  { phone, foreign }: Reading,
  digits: string,
  written: { readonly plus: boolean; readonly grouped: boolean; readonly opening: number; readonly layout: boolean }
): number => {
  if (written.plus) return 0.97
  if (foreign) return written.layout ? 0.7 : 0.35
  const national = phone.nationalNumber.length
  // A trunk prefix, a country code, or a country that dials its mobiles as they are written (China, Uzbekistan).
  const full = digits.length > national || !sharesPlanSeven(phone)
  if (written.layout) return full ? 0.97 : 0.85
  if (written.grouped) {
    // "8 926 …", "8926 …" and "926 …" are how a number is grouped; "90915-10003" is how an article code is.
    const usual = full
      ? written.opening === 1 || written.opening === 4 || !sharesPlanSeven(phone)
      : written.opening === 3
    if (full) return usual ? 0.9 : 0.45
    return usual && isMobile(phone) ? 0.6 : 0.3
  }
  if (full) return isMobile(phone) || phone.getType() === "TOLL_FREE" ? 0.75 : 0.45
  return isMobile(phone) ? 0.4 : 0.2
}

/** Whether the number is of Russia's and Kazakhstan's common plan, in which a number is dialled after an 8. */
const sharesPlanSeven = (phone: PhoneNumber): boolean => phone.countryCallingCode === "7"

const isMobile = (phone: PhoneNumber): boolean =>
  phone.getType() === "MOBILE" || phone.getType() === "FIXED_LINE_OR_MOBILE"

/** Whether Latin letters, an underscore or a slash tie the run to an article code, a file name or a path ("NOV-8916-5550", "x7_8926"). */
const isPartOfCode = (text: string, run: DigitRun): boolean => {
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
const glued = ["tel", "phone", "whatsapp", "mob"]

const hasCueBefore = (text: string, position: number): boolean => glued.some((cue) => text.endsWith(cue, position))
