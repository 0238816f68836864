import type { Locale } from "../locale/Locale.ts"
import { encodedValues, type TextValues } from "../locale/Texts.ts"
import { outsideText } from "../report/Page.ts"
import { digestTexts } from "./digestTexts.ts"

/** A key of the digests' texts. */
export type DigestText = (typeof digestTexts.keys)[number]

/** Formats a digest's texts in the reader's language and its times in their time zone. */
export interface DigestVoice {
  readonly locale: Locale
  /** Formats a text. String values are external and are reduced to one line of visible characters. */
  readonly text: (key: DigestText, values?: TextValues) => string
  /** Returns a formatter of times in the style; it returns anything that is not a time unchanged. */
  readonly times: (style: Intl.DateTimeFormatOptions) => (iso: string) => string
}

/** Makes the voice for a language and a time zone. */
export const makeDigestVoice = (locale: Locale, timeZone: string): DigestVoice => ({
  locale,
  text: (key, values = {}) => digestTexts(locale, key, encodedValues(values, outsideText)),
  times: (style) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...style, hourCycle: "h23", timeZone })
    return (iso) => {
      const date = new Date(iso)
      return Number.isNaN(date.getTime()) ? outsideText(iso) : formatter.format(date)
    }
  }
})
