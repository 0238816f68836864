import { Option } from "effect"
import { type Locale, locales } from "../locale/Locale.ts"

/** Addresses and codes do not show the language: "t.me/shop", "info@shop.ru", "SM-A55". */
const hasCode = /[@/_\d]|:\S|\.\p{L}/u

const scripts: Readonly<Record<Locale, RegExp>> = {
  ru: /\p{Script=Cyrillic}/gu,
  en: /\p{Script=Latin}/gu,
  zh: /\p{Script=Han}/gu
}

/** A Chinese character carries about as much as three letters. */
const weights: Readonly<Record<Locale, number>> = { ru: 1, en: 1, zh: 3 }

/** Longer texts are cut for detection. In UTF-16 units. */
const enough = 4096

/** The supported language in which most of a text is written; none if it has no words. */
export const languageOf = (text: string): Option.Option<Locale> => {
  const words = text
    .slice(0, enough)
    .split(/\s+/)
    .filter((word) => !hasCode.test(word))
    .join(" ")
  let found: Option.Option<Locale> = Option.none()
  let most = 0
  for (const locale of locales) {
    const weight = weights[locale] * (words.match(scripts[locale])?.length ?? 0)
    if (weight <= most) continue
    most = weight
    found = Option.some(locale)
  }
  return found
}
