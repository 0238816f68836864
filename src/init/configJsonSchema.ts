import { JSONSchema } from "effect"
import { ConfigFile } from "../config/ConfigFile.ts"
import { FailOn } from "../config/JudgeSettings.ts"
import { type Locale, locales } from "../locale/Locale.ts"
import { yamlFileTexts } from "../yaml/texts.ts"
import { configKeyTexts } from "./texts.ts"

/**
 * Constraints that are checked when a setting is used, not when the file is read; with them editors report mistakes at
 * once.
 */
const choices: Readonly<Record<string, object>> = {
  failOn: { type: "string", enum: FailOn.literals },
  locale: { type: "string", enum: locales },
  region: { type: "string", pattern: "^[A-Z]{2}$" },
  concurrency: { type: "integer", minimum: 1, maximum: 4 }
}

type Json = string | number | boolean | null | ReadonlyArray<Json> | { readonly [key: string]: Json }

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Replaces the names of expectations by their texts, and drops Effect's own titles and descriptions. */
const inWords = (value: Json, locale: Locale): Json => {
  if (Array.isArray(value)) return value.map((inner: Json) => inWords(inner, locale))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): ReadonlyArray<readonly [string, Json]> => {
      if (key === "title" && typeof inner === "string") return []
      if (key !== "description" || typeof inner !== "string") return [[key, inWords(inner, locale)]]
      const expectation = yamlFileTexts.keys.find((known) => known === inner)
      return expectation === undefined ? [] : [[key, yamlFileTexts(locale, expectation, noValues)]]
    })
  )
}

/** Texts about values in the configuration have no parameters. */
const noValues = { subject: "", keys: "", nearest: "none", other: "", detail: "" }

/**
 * The JSON Schema (draft 7) of `chatlint.yaml` for editors, derived from the schema that reads the file, with every key
 * explained.
 */
export const configJsonSchema = (locale: Locale): object => {
  const plain: Json = JSON.parse(JSON.stringify(JSONSchema.make(ConfigFile)))
  const schema = inWords(plain, locale)
  const properties = isRecord(schema) ? (schema.properties ?? {}) : {}
  const described = Object.entries(isRecord(properties) ? properties : {}).map(([key, value]) => {
    const about = configKeyTexts.keys.find((known) => known === key)
    const shape = choices[key] ?? value
    // In draft 7, keywords next to `$ref` are ignored.
    return [key, about === undefined ? shape : { description: configKeyTexts(locale, about), allOf: [shape] }] as const
  })
  return { ...(isRecord(schema) ? schema : {}), properties: Object.fromEntries(described) }
}
