import { readFileSync } from "node:fs"
import { Either, Option, Schema } from "effect"
import { type Locale, locales } from "../locale/Locale.ts"
import { parseYamlFile } from "../yaml/YamlFile.ts"

const WithLocale = Schema.Struct({ locale: Schema.Literal(...locales) })

/** The language that a configuration file names, whatever mistakes there are beside it: they are told in this language. */
export const localeOfConfig = (path: string): Option.Option<Locale> =>
  Either.try(() => readFileSync(path, "utf8")).pipe(
    Either.flatMap((text) => parseYamlFile(path, text)),
    Either.getRight,
    Option.flatMap(({ value }) => Schema.decodeUnknownOption(WithLocale)(value)),
    Option.map(({ locale }) => locale)
  )
