import { Option } from "effect"
import { type Locale, locales } from "../locale/Locale.ts"

/** Addresses and codes say nothing of the language: "t.me/shop", "info@shop.ru", "SM-A55". */
const hasCode = /[@/_\d]|:\S|\.\p{L}/u

const scripts: Readonly<Record<Locale, RegExp>> = {
  ru: /\p{Script=Cyrillic}/gu,
  en: /\p{Script=Latin}/gu,
  zh: /\p{Script=Han}/gu
}

/** A Chinese character says about as much as so many letters. */
const weights: Readonly<Record<Locale, number>> = { ru: 1, en: 1, zh: 3 }

/** More than this says nothing new of the language. In UTF-16 units. */
const enough = 4096

/** The language of ours in which most of a text is written; none when it holds no words. */
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
