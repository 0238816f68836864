import type { Locale } from "../locale/Locale.ts"
import { encodedValues, type TextValues } from "../locale/Texts.ts"
import { outsideText } from "../report/Page.ts"
import { digestTexts } from "./digestTexts.ts"

/** A key of the digests' texts. */
export type DigestText = (typeof digestTexts.keys)[number]

/** How a digest speaks to its reader: in their language, and of times in their zone. */
export interface DigestVoice {
  readonly locale: Locale
  /** Strings that are put in come from outside: they become one line of visible characters here. */
  readonly text: (key: DigestText, values?: TextValues) => string
  /** A way of writing times; what is not a time is shown as it came. */
  readonly times: (style: Intl.DateTimeFormatOptions) => (iso: string) => string
}

/** The voice for a reader of that language in that zone. */
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
