import { readFileSync } from "node:fs"
import { Either, Option, Schema } from "effect"
import { type Locale, locales } from "../locale/Locale.ts"
import { parseYamlFile } from "../yaml/YamlFile.ts"

const WithLocale = Schema.Struct({ locale: Schema.Literal(...locales) })

/** The language that a configuration file sets, even if the file has mistakes, so that they are reported in it. */
export const localeOfConfig = (path: string): Option.Option<Locale> =>
  Either.try(() => readFileSync(path, "utf8")).pipe(
    Either.flatMap((text) => parseYamlFile(path, text)),
    Either.getRight,
    Option.flatMap(({ value }) => Schema.decodeUnknownOption(WithLocale)(value)),
    Option.map(({ locale }) => locale)
  )
