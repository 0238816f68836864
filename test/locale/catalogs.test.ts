import { readdirSync } from "node:fs"
import { describe, expect, it } from "@effect/vitest"
import { Either } from "effect"
import { MissingValueError } from "intl-messageformat"
import { type Locale, locales } from "../../src/locale/Locale.ts"
import type { Texts, TextValues } from "../../src/locale/Texts.ts"

const source = new URL("../../src/", import.meta.url)

const isTexts = (value: unknown): value is Texts<string> =>
  typeof value === "function" && "keys" in value && Array.isArray(value.keys)

const catalogsOf = async (file: string): Promise<ReadonlyArray<readonly [string, Texts<string>]>> => {
  const module: Readonly<Record<string, unknown>> = await import(new URL(file, source).href)
  return Object.entries(module).flatMap(([name, value]) =>
    isTexts(value) ? [[`${file} ${name}`, value] as const] : []
  )
}

/** Every catalog of the project: files whose names end in `texts` contain them. */
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => /[tT]exts\.ts$/.test(file))
const catalogs = (await Promise.all(files.map(catalogsOf))).flat()

/** Formats a text with the amount for each of its arguments; also returns the names of the arguments. */
interface Filled {
  readonly text: string
  readonly values: TextValues
}

const filled = (texts: Texts<string>, locale: Locale, key: string, amount: number, values: TextValues = {}): Filled =>
  Either.try(() => ({ text: texts(locale, key, values), values })).pipe(
    Either.getOrElse((failure) => {
      const name = failure instanceof MissingValueError ? /variable "(.+?)"/.exec(failure.message)?.[1] : undefined
      // Any other error means a broken text.
      if (name === undefined || name in values) throw failure
      return filled(texts, locale, key, amount, { ...values, [name]: amount })
    })
  )

/** 0, one, few, many in Russian; 21 and 1.5 are where a careless plural fails. */
const amounts = [0, 1, 2, 5, 11, 21, 22, 25, 101, 1.5, 1_000_000]

describe("catalogs", () => {
  it("are found", () => {
    expect(catalogs.map(([name]) => name)).toContain("report/texts.ts reportTexts")
  })

  it.each(catalogs)("%s: each text formats in each language for each amount", (_, texts) => {
    for (const locale of locales) {
      for (const key of texts.keys) {
        for (const amount of amounts) {
          expect(filled(texts, locale, key, amount).text.trim(), `${locale} ${key}`).not.toMatch(/undefined|NaN/)
        }
      }
    }
  })
})

describe("the languages of a catalog", () => {
  it.each(catalogs)("%s: have the same arguments", (_, texts) => {
    const placesOf = (locale: Locale, key: string) => Object.keys(filled(texts, locale, key, 5).values).toSorted()
    for (const key of texts.keys) {
      for (const locale of locales) {
        expect(placesOf(locale, key), `${locale} ${key}`).toEqual(placesOf("en", key))
      }
    }
  })
})

describe("Russian plurals of the report", () => {
  const texts = catalogs.find(([name]) => name === "report/texts.ts reportTexts")?.[1]

  it.each([
    [1, "Найдено 1 нарушение"],
    [2, "Найдено 2 нарушения"],
    [5, "Найдено 5 нарушений"],
    [11, "Найдено 11 нарушений"],
    [21, "Найдено 21 нарушение"],
    [24, "Найдено 24 нарушения"],
    [112, "Найдено 112 нарушений"]
  ])("%d", (findings, expected) => {
    expect(texts?.("ru", "found", { findings })).toBe(expected)
  })
})
