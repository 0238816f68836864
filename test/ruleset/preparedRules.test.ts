import { Either, Option } from "effect"
import { describe, expect, it } from "vitest"
import { checkConversation, checkText } from "../../src/engine/checkConversation.ts"
import { compilePreparedRules } from "../../src/engine/rule/compileRuleSet.ts"
import { readPreparedRules } from "../../src/ruleset/preparedRules.ts"
import { writePreparedRules } from "../../src/ruleset/writePreparedRules.ts"
import { shippedRules, shippedSources } from "../engine/shippedRules.ts"

const files = shippedSources.map(({ path, text }) => ({ path, bytes: Buffer.from(text) }))
const elsewhere = files.map(({ path, bytes }) => ({ path: `/opt/chatlint/${path}`, bytes }))

describe("rules prepared by the build", () => {
  it("give the same verdicts as rules read from their files, wherever these are", () => {
    const prepared = Option.getOrThrow(readPreparedRules(writePreparedRules(files), elsewhere))
    const ruleSet = Either.getOrThrow(compilePreparedRules(prepared))
    expect(ruleSet.digest).toBe(shippedRules.digest)
    expect(ruleSet.rules.map(({ path }) => path)).toEqual(shippedRules.rules.map(({ path }) => `/opt/chatlint/${path}`))
    for (const { file } of shippedRules.rules) {
      for (const example of [...file.examples.violates, ...file.examples.complies]) {
        const text = typeof example === "string" ? example : example.text
        expect(checkText(ruleSet, text)).toEqual(checkText(shippedRules, text))
      }
    }
  })

  it("give the same verdicts on conversations", () => {
    const prepared = Option.getOrThrow(readPreparedRules(writePreparedRules(files), files))
    const ruleSet = Either.getOrThrow(compilePreparedRules(prepared))
    const texts = shippedRules.rules.flatMap(({ file: { examples } }) =>
      [...examples.violates, ...examples.complies].map((example) =>
        typeof example === "string" ? example : example.text
      )
    )
    const senders = ["CUSTOMER", "PARTNER", "PARTNER"] as const
    for (let index = 0; index < texts.length; index += 2) {
      const messages = senders.map((sender, place) => ({ sender, text: texts[index + place] ?? "" }))
      expect(checkConversation(ruleSet, { messages })).toEqual(checkConversation(shippedRules, { messages }))
    }
  })

  it("use a word list of the user", () => {
    const prepared = Option.getOrThrow(readPreparedRules(writePreparedRules(files), files))
    const own = { path: "own/words/messenger.yaml", text: "about: Ours.\nwords: [птицефон]\n" }
    const ruleSet = Either.getOrThrow(compilePreparedRules(prepared, [own]))
    expect(checkText(ruleSet, "Напишите нам в птицефон").map(({ rule }) => rule)).toContain("messenger-contact")
    expect(checkText(shippedRules, "Напишите нам в птицефон")).toEqual([])
  })

  it("are not used if the rule files have changed or the prepared file is damaged", () => {
    const bytes = writePreparedRules(files)
    const changed = files.map((file, index) =>
      index === 0 ? { ...file, bytes: Buffer.concat([file.bytes, Buffer.from("\n")]) } : file
    )
    expect(Option.isNone(readPreparedRules(bytes, changed))).toBe(true)
    expect(Option.isNone(readPreparedRules(bytes.slice(0, 100), files))).toBe(true)
    expect(Option.isNone(readPreparedRules(new Uint8Array(), files))).toBe(true)
  })
})
