import { Record, Struct } from "effect"
import { IntlMessageFormat } from "intl-messageformat"
import type { Locale } from "./Locale.ts"

/** The values of an ICU message's arguments. */
export type TextValues = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

/** The texts of one feature: one for each key in each language. */
export interface Texts<Key extends string> {
  (locale: Locale, key: Key, values?: TextValues): string
  readonly keys: ReadonlyArray<Key>
  /** Whether an arbitrary name is a key. */
  readonly has: (name: string) => name is Key
}

/** Encodes each string for the place where the text is shown. Values that are not strings need no encoding. */
export const encodedValues = (values: TextValues, encode: (text: string) => string): TextValues =>
  Record.map(values, (value) => (typeof value === "string" ? encode(value) : value))

/** A message without these characters needs no formatting. */
const syntax = /[{}']/

/**
 * Makes a feature's texts from ICU messages (plural, select, number). A key that one of the languages lacks is a
 * compile error. Values are inserted as they are: the caller encodes them for the place where the text is shown.
 *
 * Angle brackets are ordinary characters, never tags.
 */
export const defineTexts = <const Key extends string>(
  catalog: Readonly<Record<Locale, Readonly<Record<Key, string>>>>
): Texts<Key> => {
  const compiled = new Map<string, IntlMessageFormat>()
  const text = (locale: Locale, key: Key, values: TextValues = {}): string => {
    const written: string = catalog[locale][key]
    // Every start of the command reads the texts of all options, and hardly any has arguments.
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
