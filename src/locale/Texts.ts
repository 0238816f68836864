import { Record, Struct } from "effect"
import { IntlMessageFormat } from "intl-messageformat"
import type { Locale } from "./Locale.ts"

/** What an ICU message may be filled with. */
export type TextValues = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

/** One feature's texts: a text for each key in each language. */
export interface Texts<Key extends string> {
  (locale: Locale, key: Key, values?: TextValues): string
  readonly keys: ReadonlyArray<Key>
  /** Whether there is a text under a name that came from elsewhere. */
  readonly has: (name: string) => name is Key
}

/** The same values with each string encoded for the place where the text is shown; what is no string is ours. */
export const encodedValues = (values: TextValues, encode: (text: string) => string): TextValues =>
  Record.map(values, (value) => (typeof value === "string" ? encode(value) : value))

/** A message without these is the text itself. */
const syntax = /[{}']/

/**
 * Makes a feature's texts from ICU messages (plural, select, number). The compiler refuses a key that one of the
 * languages lacks. A value is put in as it is: who shows the text encodes it for that place.
 *
 * Angle brackets are ordinary characters here, never tags.
 */
export const defineTexts = <const Key extends string>(
  catalog: Readonly<Record<Locale, Readonly<Record<Key, string>>>>
): Texts<Key> => {
  const compiled = new Map<string, IntlMessageFormat>()
  const text = (locale: Locale, key: Key, values: TextValues = {}): string => {
    const written: string = catalog[locale][key]
    // Each start of a command asks for the words of all options, and hardly any has something to be filled in.
    if (!syntax.test(written)) return written
    const name = `${locale} ${key}`
    let message = compiled.get(name)
    if (message === undefined) {
      message = new IntlMessageFormat(written, locale, undefined, { ignoreTag: true })
      compiled.set(name, message)
    }
    return String(message.format({ ...values }))
  }
  const has = (name: string): name is Key => Object.hasOwn(catalog.en, name)
  return Object.assign(text, { keys: Struct.keys(catalog.en), has })
}
