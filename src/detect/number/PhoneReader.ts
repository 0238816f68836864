import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max"
import type { FoldedText } from "../../text/FoldedText.ts"
import { mayBeInternational } from "./mayBeInternational.ts"

/** Reads the digits of a text as numbers that can be dialled. */
export interface PhoneReader {
  readonly folded: FoldedText
  readonly country: string
  readonly parse: (digits: string, plus: boolean) => PhoneNumber | undefined
}

/** @param region ISO 3166-1 alpha-2; Russia where the library does not know it. */
export const makePhoneReader = (folded: FoldedText, region: string): PhoneReader => {
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

/** A number that can be dialled. */
export interface PhoneReading {
  readonly phone: PhoneNumber
  /** Whether it is valid only with a plus put before it. */
  readonly foreign: boolean
}

/** The number that digits behind a plus are. */
export const readInternational = (reader: PhoneReader, digits: string): PhoneReading | undefined => {
  const phone = reader.parse(digits, true)
  if (phone !== undefined) return { phone, foreign: false }
  // "+8 926 …" is how the trunk prefix and the country code are mixed up.
  const trunk = /^8\d{10}$/.test(digits) ? reader.parse(`7${digits.slice(1)}`, true) : undefined
  const known = trunk ?? plausible(digits)
  return known === undefined ? undefined : { phone: known, foreign: false }
}

/**
 * A number that may be dialled though the library's tables do not know its area, which change with every new operator. Those of the code 7
 * are known well enough, and much else is written with a plus and a 7.
 */
const plausible = (digits: string): PhoneNumber | undefined => {
  const phone = digits.startsWith("7") ? undefined : parseInternational(digits)
  return phone?.isPossible() ? phone : undefined
}

/** A number of another country without its plus is believed only where nothing else stands around it. */
export const readNational = (reader: PhoneReader, digits: string, whole: boolean): PhoneReading | undefined => {
  // "один, два, три, четыре …": somebody counts.
  if (/^0?123456789/.test(digits)) return undefined
  const sharesSeven = reader.country === "RU" || reader.country === "KZ"
  // Ten digits of the area, or eleven with the trunk prefix or the country code before them.
  const mayBeNational =
    !sharesSeven ||
    (digits.length === 10 ? (reader.country === "KZ" ? /^7/ : /^[3489]/).test(digits) : /^[78]\d{10}$/.test(digits))
  const phone = (mayBeNational ? reader.parse(digits, false) : undefined) ?? abroad(reader, digits)
  if (phone !== undefined) return { phone, foreign: false }
  const foreign =
    whole && digits.length >= 11 && digits.length <= 13 && !digits.startsWith("0")
      ? reader.parse(digits, true)
      : undefined
  return foreign === undefined ? undefined : { phone: foreign, foreign: true }
}

/** What is dialled for a plus: 00 in most countries (ITU-T E.164, annex C), 8 and 10 in the countries that share the code 7. */
const accessCode = /^(?:00|810)(?=\d{9})/

/** "0044 20 7183 0182": the number behind an access code. */
const abroad = (reader: PhoneReader, digits: string): PhoneNumber | undefined =>
  accessCode.test(digits) ? reader.parse(digits.replace(accessCode, ""), true) : undefined

/** How numbers are dialled at home where Uzbek, Kazakh and Turkish are spoken, behind a trunk prefix or none, and the code of the country. */
const turkicPlans: ReadonlyArray<readonly [dialled: RegExp, code: string]> = [
  [/^([3789]\d{8})$/, "998"],
  [/^(7\d{9})$/, "7"],
  [/^0?(5\d{9})$/, "90"]
]

/** A number that is said in Turkic number words, as it is dialled where they are spoken, which may not be the country of the text. */
export const readTurkic = (reader: PhoneReader, digits: string): PhoneReading | undefined => {
  for (const [dialled, code] of turkicPlans) {
    const national = dialled.exec(digits)?.[1]
    const phone = national === undefined ? undefined : reader.parse(code + national, true)
    if (phone !== undefined) return { phone, foreign: true }
  }
  return undefined
}
