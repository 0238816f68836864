import { describe, expect, it } from "@effect/vitest"
import ajv from "ajv"
import { Either } from "effect"
import { ConfigFile } from "../../src/config/ConfigFile.ts"
import { configJsonSchema } from "../../src/init/configJsonSchema.ts"
import { configTemplate, keyExamples } from "../../src/init/configTemplate.ts"
import { configKeyTexts } from "../../src/init/texts.ts"
import { locales } from "../../src/locale/Locale.ts"
import { decodeYamlFile } from "../../src/yaml/decodeYamlFile.ts"
import { parseYamlFile } from "../../src/yaml/YamlFile.ts"

const schemaPath = "./chatlint.schema.json"

const valueOf = (text: string): unknown => Either.getOrThrow(parseYamlFile("chatlint.yaml", text)).value

/** The template with every example uncommented: examples follow the # directly. */
const inForce = (template: string): string => template.replace(/^#(?! \S)/gm, "")

describe("the configuration that init writes", () => {
  it.each(locales)("sets nothing, and names its schema: %s", (locale) => {
    const template = configTemplate(locale, schemaPath)
    expect(valueOf(template)).toBeNull()
    expect(template.split("\n")[0]).toBe(`# yaml-language-server: $schema=${schemaPath}`)
  })

  it.each(locales)("explains every key in the reader's language: %s", (locale) => {
    const template = configTemplate(locale, schemaPath).replace(/\n#? ?/g, " ")
    for (const key of configKeyTexts.keys) expect(template).toContain(configKeyTexts(locale, key))
    expect(Object.keys(keyExamples).toSorted()).toEqual(Object.keys(ConfigFile.fields).toSorted())
  })

  it("is valid with all its examples uncommented", () => {
    const text = inForce(configTemplate("en", schemaPath))
    const read = decodeYamlFile(ConfigFile, Either.getOrThrow(parseYamlFile("chatlint.yaml", text)))
    expect(Object.keys(Either.getOrThrow(read)).toSorted()).toEqual(Object.keys(keyExamples).toSorted())
  })
})

describe("the schema that init writes", () => {
  const validate = new ajv.default({ strict: false }).compile(configJsonSchema("en"))
  const accepts = (text: string): boolean => validate(valueOf(text))

  it("accepts and rejects the same as chatlint", () => {
    expect(accepts(inForce(configTemplate("ru", schemaPath)))).toBe(true)
    expect(accepts("{}")).toBe(true)
    for (const wrong of [
      "fail: error",
      "failOn: fatal",
      "region: Russia",
      "concurrency: 9",
      "minConfidence: 2",
      "suppressions: [{ rule: phone-number }]",
      "businesses: [{ apiKey: x }]",
      "allow: { hosts: ['*.shop.ru'] }"
    ]) {
      expect(accepts(wrong), wrong).toBe(false)
    }
  })

  it.each(locales)("explains keys and values in words, and never by the keys of our texts: %s", (locale) => {
    const text = JSON.stringify(configJsonSchema(locale))
    expect(text).toContain(JSON.stringify(configKeyTexts(locale, "failOn")))
    expect(text).not.toContain("expected.")
    expect(text).not.toContain("a non empty string")
  })
})
