import { JSONSchema } from "effect"
import { ConfigFile } from "../config/ConfigFile.ts"
import { FailOn } from "../config/JudgeSettings.ts"
import { type Locale, locales } from "../locale/Locale.ts"
import { yamlFileTexts } from "../yaml/texts.ts"
import { configKeyTexts } from "./texts.ts"

/** What is checked when a setting is used, and not when the file is read: editors can tell it at once. */
const choices: Readonly<Record<string, object>> = {
  failOn: { type: "string", enum: FailOn.literals },
  locale: { type: "string", enum: locales },
  region: { type: "string", pattern: "^[A-Z]{2}$" },
  concurrency: { type: "integer", minimum: 1, maximum: 4 }
}

type Json = string | number | boolean | null | ReadonlyArray<Json> | { readonly [key: string]: Json }

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The names of expectations in words; what Effect says of its own types says nothing to a person. */
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

/** Texts of values of the configuration name nothing of the file. */
const noValues = { subject: "", keys: "", nearest: "none", other: "", detail: "" }

/** The JSON Schema (draft 7) of `chatlint.yaml`, for editors: the schema that reads it, with every key explained. */
export const configJsonSchema = (locale: Locale): object => {
  const plain: Json = JSON.parse(JSON.stringify(JSONSchema.make(ConfigFile)))
  const schema = inWords(plain, locale)
  const properties = isRecord(schema) ? (schema.properties ?? {}) : {}
  const described = Object.entries(isRecord(properties) ? properties : {}).map(([key, value]) => {
    const about = configKeyTexts.keys.find((known) => known === key)
    const shape = choices[key] ?? value
    // Beside a reference draft 7 reads nothing else.
    return [key, about === undefined ? shape : { description: configKeyTexts(locale, about), allOf: [shape] }] as const
  })
  return { ...(isRecord(schema) ? schema : {}), properties: Object.fromEntries(described) }
}
