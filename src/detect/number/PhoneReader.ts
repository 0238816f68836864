import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max"
import type { FoldedText } from "../../text/FoldedText.ts"
import { mayBeInternational } from "./mayBeInternational.ts"

/** Parses the digits of a text as phone numbers. */
export interface PhoneReader {
  readonly folded: FoldedText
  readonly country: string
  readonly parse: (digits: string, plus: boolean) => PhoneNumber | undefined
}

/** @param region ISO 3166-1 alpha-2; Russia is used for regions unknown to the library. */
export const makePhoneReader = (folded: FoldedText, region: string): PhoneReader => {
  const country = isSupportedCountry(region) ? region : "RU"
  const numbers = new Map<string, PhoneNumber | undefined>()
  /** Caches results, because the library is slow and texts repeat numbers. */
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

/** A valid phone number. */
export interface PhoneReading {
  readonly phone: PhoneNumber
  /** Whether it is valid only with a plus added. */
  readonly foreign: boolean
}

/** Parses digits written after a plus. */
export const readInternational = (reader: PhoneReader, digits: string): PhoneReading | undefined => {
  const phone = reader.parse(digits, true)
  if (phone !== undefined) return { phone, foreign: false }
  // "+8 926 …" confuses the trunk prefix with the country code.
  const trunk = /^8\d{10}$/.test(digits) ? reader.parse(`7${digits.slice(1)}`, true) : undefined
  const known = trunk ?? plausible(digits)
  return known === undefined ? undefined : { phone: known, foreign: false }
}

/**
 * Accepts a number of plausible length whose area is missing in the library's tables, as these change with every new
 * operator. Code 7 is excluded: its areas are well known, and many other things are written with a plus and a 7.
 */
const plausible = (digits: string): PhoneNumber | undefined => {
  const phone = digits.startsWith("7") ? undefined : parseInternational(digits)
  return phone?.isPossible() ? phone : undefined
}

/** Parses digits without a plus. A foreign number without its plus is accepted only if it is the whole run. */
export const readNational = (reader: PhoneReader, digits: string, whole: boolean): PhoneReading | undefined => {
  // "один, два, три, четыре …" is counting.
  if (/^0?123456789/.test(digits)) return undefined
  const phone =
    (mayBeNational(reader.country, digits) ? reader.parse(digits, false) : undefined) ?? abroad(reader, digits)
  if (phone !== undefined) return { phone, foreign: false }
  const foreign =
    whole && digits.length >= 11 && digits.length <= 13 && !digits.startsWith("0")
      ? reader.parse(digits, true)
      : undefined
  return foreign === undefined ? undefined : { phone: foreign, foreign: true }
}

/** In Russia and Kazakhstan: ten digits with the area code, or eleven with the trunk prefix or country code. */
const mayBeNational = (country: string, digits: string): boolean => {
  if (country !== "RU" && country !== "KZ") return true
  if (digits.length === 10) return (country === "KZ" ? /^7/ : /^[3489]/).test(digits)
  return /^[78]\d{10}$/.test(digits)
}

/**
 * Dialled in place of the plus: 00 in most countries (ITU-T E.164, annex C), 810 in the countries that share code 7.
 */
const accessCode = /^(?:00|810)(?=\d{9})/

/** The number after an international access code: "0044 20 7183 0182". */
const abroad = (reader: PhoneReader, digits: string): PhoneNumber | undefined =>
  accessCode.test(digits) ? reader.parse(digits.replace(accessCode, ""), true) : undefined

/**
 * National numbers where Uzbek, Kazakh and Turkish are spoken, with or without a trunk prefix, and the country codes.
 */
const turkicPlans: ReadonlyArray<readonly [dialled: RegExp, code: string]> = [
  [/^([3789]\d{8})$/, "998"],
  [/^(7\d{9})$/, "7"],
  [/^0?(5\d{9})$/, "90"]
]

/**
 * Parses a number in Turkic number words as a national number of a country where they are spoken, which may differ from
 * the country of the text.
 */
export const readTurkic = (reader: PhoneReader, digits: string): PhoneReading | undefined => {
  for (const [dialled, code] of turkicPlans) {
    const national = dialled.exec(digits)?.[1]
    const phone = national === undefined ? undefined : reader.parse(code + national, true)
    if (phone !== undefined) return { phone, foreign: true }
  }
  return undefined
}
