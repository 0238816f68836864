import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { classify } from "../../../src/detect/phrase/ClassifiedTokens.ts"
import type { Prefilter } from "../../../src/detect/prefilter/Prefilter.ts"
import { surveyOf, surveyOfOriginal } from "../../../src/detect/prefilter/survey.ts"
import { checkConversation } from "../../../src/engine/checkConversation.ts"
import type { RuleSet } from "../../../src/engine/rule/RuleSet.ts"
import { fold } from "../../../src/text/fold.ts"
import { tokenize } from "../../../src/text/tokenize.ts"
import { shippedRules } from "../../engine/shippedRules.ts"
import { disguisedContacts } from "../disguisedContacts.ts"
import { nearMisses } from "../nearMisses.ts"

/** A prefilter that rules nothing out. */
const anything: Prefilter = {
  look: () => ({ survey: { numbers: true, anyNumber: true, addresses: true, accounts: true }, groups: undefined })
}

const unfiltered: RuleSet = { ...shippedRules, prefilter: anything }

const judge = (ruleSet: RuleSet, ...texts: ReadonlyArray<string>) =>
  checkConversation(ruleSet, { messages: texts.map((text) => ({ sender: "PARTNER" as const, text })) })

const textOf = (example: string | { readonly text: string }): string =>
  typeof example === "string" ? example : example.text

const examples = shippedRules.rules.flatMap(({ file }) =>
  [...file.examples.violates, ...file.examples.complies].map(textOf)
)

const texts = [...examples, ...disguisedContacts.map(([, text]) => text), ...nearMisses]

const words = [...new Set(texts.flatMap((text) => text.split(/\s+/)))]

/** Ways of disguising a word. */
const disguises: ReadonlyArray<(word: string) => string> = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => [...word].join(" "),
  (word) => [...word].join("-"),
  (word) => word.replaceAll("о", "o").replaceAll("е", "e"),
  (word) => word.replaceAll("о", "0").replaceAll("а", "@"),
  (word) => word.replace(/(.)(.)/u, "$1$1$1$2"),
  (word) => word.replaceAll("е", "ё"),
  (word) => `${word}👍\ufe0f`,
  (word) => word.replace(/(.{2})/u, "$1\u200b"),
  (word) => word.replaceAll("а", "а\u0336")
]

const anyMessage = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(fc.constantFrom(...words), fc.constantFrom(...disguises)).map(([word, hide]) => hide(word))
      },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom(".", ",", "?", "!", "\n", ":", "@", "_", "🔥", "☎️", "8", "926", "電") }
    ),
    { maxLength: 14 }
  )
  .map((pieces) => pieces.join(" "))

/** Words without disguises, apostrophes and pictographs, separated by everything that ends a clause or a sentence. */
const plainMessage = fc
  .array(
    fc.tuple(
      fc.constantFrom(...words.filter((word) => /^\p{L}{2,}$/u.test(word))),
      fc.constantFrom(
        " ",
        " ",
        " ",
        ", ",
        ". ",
        "? ",
        "! ",
        ": ",
        " – ",
        "\n",
        ".\n",
        ",\n",
        " (",
        ") ",
        "… ",
        "?! ",
        "; "
      )
    ),
    { maxLength: 20 }
  )
  .map((pieces) => pieces.flat().join(""))

describe("the prefilter", () => {
  it.each(texts)("does not change the findings in %j", (text) => {
    expect(judge(shippedRules, text)).toEqual(judge(unfiltered, text))
  })

  it("does not change the findings in any text", () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        expect(judge(shippedRules, text)).toEqual(judge(unfiltered, text))
      }),
      { numRuns: 1500 }
    )
  })

  it("judges a message without neighbours like one with silent neighbours", () => {
    fc.assert(
      fc.property(fc.oneof(anyMessage, fc.constantFrom(...texts)), (text) => {
        const alone = { sender: "PARTNER" as const, text }
        const silence = { sender: "MARKET" as const, text: "" }
        expect(checkConversation(shippedRules, { messages: [alone] })).toEqual(
          checkConversation(shippedRules, { messages: [alone, silence] })
        )
      }),
      { numRuns: 1500 }
    )
  })

  it("does not change the findings in a conversation", () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { minLength: 2, maxLength: 4 }), (conversation) => {
        expect(judge(shippedRules, ...conversation)).toEqual(judge(unfiltered, ...conversation))
      }),
      { numRuns: 400 }
    )
  })

  it("gives the same hints about contacts with and without the vocabulary", () => {
    fc.assert(
      fc.property(fc.oneof(anyMessage, fc.constantFrom(...texts)), (text) => {
        const { survey } = shippedRules.prefilter.look(text)
        expect(survey).toEqual(surveyOfOriginal(text) ?? surveyOf(fold(text).text))
      }),
      { numRuns: 3000 }
    )
  })

  it("reports exactly the matching groups for plain sentences", () => {
    fc.assert(
      fc.property(plainMessage, (text) => {
        const folded = fold(text).text
        const found = shippedRules.scanner.scan(classify(tokenize(folded), shippedRules.vocabulary, folded))
        expect(shippedRules.prefilter.look(text).groups).toEqual(found)
      }),
      { numRuns: 3000 }
    )
  })

  it("reports the same groups as the scanner for any text without a contact, if it reports any", () => {
    fc.assert(
      fc.property(fc.oneof(anyMessage, fc.constantFrom(...texts)), (text) => {
        const { groups } = shippedRules.prefilter.look(text)
        fc.pre(groups !== undefined)
        const folded = fold(text).text
        const found = shippedRules.scanner.scan(classify(tokenize(folded), shippedRules.vocabulary, folded))
        expect(groups).toEqual(found)
      }),
      { numRuns: 3000 }
    )
  })

  it("rules out everyday sentences", () => {
    const everyday = [
      "Здравствуйте! Спасибо за обращение, сейчас проверим.",
      "Добрый день! Да, товар есть в наличии, отправим сегодня 👍",
      "Вес 12,5 кг, гарантия 24 месяца, цвет тёмно-серый.",
      "您好，今天发货。"
    ]
    for (const text of everyday) {
      const { survey, groups } = shippedRules.prefilter.look(text)
      expect([text, survey.numbers, survey.addresses, groups]).toEqual([text, false, false, []])
    }
  })
})
