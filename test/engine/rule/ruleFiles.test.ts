import { Either } from "effect"
import { describe, expect, it } from "vitest"
import type { PatternCompiler } from "../../../src/detect/PatternCompiler.ts"
import { checkText } from "../../../src/engine/checkConversation.ts"
import { compileRuleSet } from "../../../src/engine/rule/compileRuleSet.ts"
import type { RuleSource } from "../../../src/engine/rule/readRuleFiles.ts"
import { yamlFileTexts } from "../../../src/yaml/texts.ts"
import { describeYamlFileError, type YamlFileError } from "../../../src/yaml/YamlFileError.ts"
import { shippedSources } from "../shippedRules.ts"

const rule = `id: own-rule
severity: warning
clause:
  ours: { ru: наше, en: ours, zh: 我们的 }
title: { ru: Правило, en: Rule, zh: 规则 }
explanation: { ru: Потому, en: Because, zh: 因为 }
rewrites:
  ru: [Первый, Второй]
  en: [First, Second]
  zh: [一, 二]
detect:
  phrases:
    - confidence: 0.9
      match:
        - купите ..2 <goods>
examples:
  violates:
    - Купите у нас чай
  complies:
    - Спасибо за чай
`
const goods = { path: "words/goods.yaml", text: "words:\n  - чай\n  - кофе*\n" }

const errorsOf = (text: string, path = "rules/own.yaml"): ReadonlyArray<YamlFileError> =>
  Either.match(compileRuleSet([{ path, text }, goods]), { onLeft: (errors) => errors, onRight: () => [] })

const only = (text: string): YamlFileError => {
  const [error, ...more] = errorsOf(text)
  expect(more).toEqual([])
  if (error === undefined) throw new Error("the file was taken")
  return error
}

describe("a rule file", () => {
  it("is accepted if it is valid", () => {
    expect(errorsOf(rule)).toEqual([])
  })

  it.each([
    {
      mistake: "an unknown key",
      text: rule.replace("severity:", "severty:"),
      // The misspelt key and the missing one.
      places: [
        { line: 1, column: 1, problem: "problem.missingKey", subject: "severity" },
        { line: 2, column: 1, problem: "problem.unknownKey", subject: "severty", nearest: "severity" }
      ]
    },
    {
      mistake: "an unknown key deep inside",
      text: rule.replace("      match:", "      weight: 3\n      match:"),
      places: [{ line: 14, column: 7, problem: "problem.unknownKey", subject: "weight" }]
    },
    {
      mistake: "a wrong type",
      text: rule.replace("severity: warning", "severity: [warning]"),
      places: [{ line: 2, column: 11, problem: "problem.wrongValue", expected: "info, warning or error" }]
    },
    {
      mistake: "a value out of range",
      text: rule.replace("0.9", "9"),
      places: [{ line: 13, column: 19, problem: "problem.wrongValue", expected: "a number from 0 to 1" }]
    },
    {
      mistake: "a text where a list belongs",
      text: rule.replace("ru: [Первый, Второй]", "ru: Первый"),
      places: [{ line: 8, column: 7, problem: "problem.wrongValue", expected: "a list of at least two texts" }]
    },
    {
      mistake: "an unknown unit of what is marked",
      text: rule.replace("severity: warning", "severity: warning\nhighlight: { unit: sentence }"),
      places: [{ line: 3, column: 20, problem: "problem.wrongValue", expected: "words or clause" }]
    },
    {
      mistake: "one rewrite only",
      text: rule.replace("[First, Second]", "[First]"),
      places: [{ line: 9, column: 7, problem: "problem.wrongValue", expected: "a list of at least two texts" }]
    },
    {
      mistake: "no examples",
      text: rule.slice(0, rule.indexOf("examples:")),
      places: [{ line: 1, column: 1, problem: "problem.noExamples", subject: "examples" }]
    },
    {
      mistake: "no example of one kind",
      text: rule.slice(0, rule.indexOf("  complies:")),
      places: [{ line: 16, column: 1, problem: "problem.noExamples", subject: "complies" }]
    },
    {
      mistake: "an empty list of examples",
      text: rule.replace("complies:\n    - Спасибо за чай", "complies: []"),
      places: [{ line: 19, column: 13, problem: "problem.noExamples", subject: "complies" }]
    },
    {
      mistake: "an example with an unknown key",
      text: rule.replace("- Спасибо за чай", "- { text: Спасибо, regoin: RU }"),
      places: [{ line: 20, column: 24, problem: "problem.unknownKey", subject: "regoin", nearest: "region" }]
    },
    {
      mistake: "bad YAML",
      text: rule.replace("severity: warning", 'severity: "warning'),
      places: [{ problem: "problem.badYaml" }]
    },
    {
      mistake: "the same key twice",
      text: rule.replace("severity: warning", "severity: warning\nseverity: error"),
      places: [{ line: 3, column: 1, problem: "problem.badYaml" }]
    },
    {
      mistake: "an unknown word list",
      text: rule.replace("<goods>", "<gods>"),
      places: [{ line: 15, column: 22, problem: "problem.unknownWordList", subject: "gods", nearest: "goods" }]
    },
    {
      mistake: "a phrase with an open bracket",
      text: rule.replace("купите ..2 <goods>", "купите (чай|кофе"),
      places: [{ line: 15, column: 18, problem: "problem.badPhrase", expected: "a closing bracket" }]
    },
    {
      mistake: "an unknown kind of contact",
      text: rule.replace("<goods>", "{fax}"),
      places: [{ line: 15, column: 22, problem: "problem.badPhrase", subject: "fax" }]
    },
    {
      mistake: "a pattern where no library reads patterns",
      text: rule.replace("examples:", "  patterns:\n    - confidence: 0.9\n      match: [ча(й|ю)]\nexamples:"),
      places: [{ line: 18, column: 15, problem: "problem.noPatterns" }]
    },
    {
      mistake: "no detector",
      text: rule.replace(/detect:[\s\S]*examples:/, "detect: {}\nexamples:"),
      places: [
        {
          line: 11,
          column: 9,
          problem: "problem.wrongValue",
          expected: "at least one of phone, link, email, card, phrases, patterns"
        }
      ]
    },
    {
      mistake: "both detectors of numbers",
      text: rule.replace(
        "  phrases:",
        "  phone: { raisedBy: [звоните] }\n  card: { announcedBy: [по частям] }\n  phrases:"
      ),
      places: [
        {
          line: 12,
          column: 3,
          problem: "problem.wrongValue",
          expected: "phone or card, and a rule of its own for the other"
        }
      ]
    },
    {
      mistake: "a quote without its source",
      text: rule.replace("  ours: { ru: наше, en: ours, zh: 我们的 }", "  quote: Не делайте так"),
      places: [{ line: 4, column: 3, problem: "problem.wrongValue" }]
    },
    {
      mistake: "a list in place of a rule",
      text: "- a\n",
      places: [{ line: 1, column: 1, problem: "problem.wrongValue" }]
    },
    { mistake: "nothing", text: "", places: [{ line: 1, column: 1, problem: "problem.wrongValue" }] }
  ])("is refused with $mistake", ({ text, places }) => {
    const errors = errorsOf(text)
    expect(errors).toMatchObject(places)
    expect(errors).toHaveLength(places.length)
  })

  it("is refused if another file has the same id, naming both files", () => {
    const result = compileRuleSet([{ path: "a.yaml", text: rule }, { path: "b.yaml", text: rule }, goods])
    expect(result).toMatchObject({
      left: [
        { path: "b.yaml", line: 1, column: 5, problem: "problem.duplicateId", subject: "own-rule", detail: "a.yaml" }
      ]
    })
    expect(Either.isLeft(result) && result.left[0].message).toBe(
      "b.yaml:1:5: the id “own-rule” is already taken by a.yaml. Rename one of the two rules. Expected: an id that no other rule has."
    )
  })

  it("is described on one line in three languages", () => {
    const error = only(rule.replace("<goods>", "<gods>"))
    expect(error.message).toBe(
      "rules/own.yaml:15:22: there is no word list “gods”. Did you mean “goods”? Expected: one of the word lists goods."
    )
    expect(describeYamlFileError(error, "ru")).toContain("rules/own.yaml:15:22: нет списка слов «gods»")
    expect(describeYamlFileError(error, "zh")).toContain("没有词表“gods”")
  })

  it("is refused if it has too many aliases", () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(10)}]\nc: &c [${"*b,".repeat(10)}]\nd: [${"*c,".repeat(10)}]\n`
    expect(errorsOf(bomb)).toMatchObject([{ problem: "problem.badYaml" }])
  })
})

describe("patterns", () => {
  const own = rule.replace("examples:", "  patterns:\n    - confidence: 0.7\n      match: [плюс в карму]\nexamples:")
  /** A stand-in for an RE2 library, for plain text only. */
  const plainText: PatternCompiler = (pattern) =>
    pattern.includes("(?=")
      ? Either.left({ reason: "look-ahead is not supported" })
      : Either.right({
          find: (text) => {
            const start = text.indexOf(pattern)
            return start < 0 ? [] : [{ start, end: start + pattern.length }]
          }
        })

  it("are matched against the folded text", () => {
    const ruleSet = Either.getOrThrow(compileRuleSet([{ path: "own.yaml", text: own }, goods], [], plainText))
    expect(checkText(ruleSet, "Плюс в КАРМУ, и вам спасибо")).toMatchObject([
      { rule: "own-rule", confidence: 0.7, kind: "phrase", spans: [{ start: 0, end: 12 }] }
    ])
  })

  it("are refused with their position and the library's message", () => {
    const text = own.replace("плюс в карму", '"а(?=б)"')
    expect(compileRuleSet([{ path: "own.yaml", text }, goods], [], plainText)).toMatchObject({
      left: [{ path: "own.yaml", line: 18, problem: "problem.badPattern", detail: "look-ahead is not supported" }]
    })
  })
})

describe("word lists", () => {
  const ruleAnd = (...lists: ReadonlyArray<RuleSource>) => compileRuleSet([{ path: "own.yaml", text: rule }, ...lists])

  it.each(["words/goods.yaml", "rules/words/goods.yml", "words/food/hot/goods.yaml", "own\\words\\food\\goods.yaml"])(
    "lie at any depth below a folder named words, and go by the name of their file: %s",
    (path) => {
      expect(Either.isRight(ruleAnd({ ...goods, path }))).toBe(true)
    }
  )

  it("have names that are unique across folders", () => {
    const food = { ...goods, path: "words/food/goods.yaml" }
    const drinks = { ...goods, path: "words/drinks/goods.yaml" }
    expect(ruleAnd(food, drinks)).toMatchObject({
      left: [{ path: drinks.path, problem: "problem.duplicateWords", subject: "goods", detail: food.path }]
    })
  })

  it("are recognized by the folder that was read and those in it, not by any above", () => {
    const own = (folder: string) => ({ path: `${folder}/own.yaml`, text: rule, folder })
    expect(Either.isRight(compileRuleSet([own("/words/mine"), goods]))).toBe(true)
    expect(Either.isRight(compileRuleSet([own("/words/mine/"), goods]))).toBe(true)
    expect(Either.isRight(ruleAnd({ ...goods, path: "my/words/goods.yaml", folder: "my/words" }))).toBe(true)
    expect(Either.isRight(ruleAnd({ ...goods, path: "my/words//goods.yaml", folder: "my/words/" }))).toBe(true)
    expect(Either.isRight(ruleAnd({ ...goods, path: "words/mine/goods.yaml", folder: "words/mine" }))).toBe(false)
  })

  it("may refer to other lists, but not in a circle", () => {
    const lists = (drinks: string) => [
      { path: "words/goods.yaml", text: "words: [<drinks>, сахар]\n" },
      { path: "words/drinks.yaml", text: `words: [${drinks}]\n` }
    ]
    expect(Either.isRight(compileRuleSet([{ path: "own.yaml", text: rule }, ...lists("чай")]))).toBe(true)
    expect(compileRuleSet([{ path: "own.yaml", text: rule }, ...lists("<goods>")])).toMatchObject({
      left: [{ problem: "problem.unknownWordList", subject: "drinks" }]
    })
  })
})

describe("every text about rule files", () => {
  it.each(["ru", "en", "zh"] as const)("can be written in %s", (locale) => {
    for (const key of yamlFileTexts.keys) {
      const values = {
        path: "p",
        line: "1",
        column: "1",
        problem: "",
        expected: "",
        subject: "s",
        nearest: "n",
        keys: "k",
        other: "o",
        detail: "d"
      }
      expect(yamlFileTexts(locale, key, values).length).toBeGreaterThan(0)
    }
  })
})

describe("a rule set", () => {
  it("has a digest that does not depend on the location and order of its files, nor on comments", () => {
    const digest = Either.getOrThrow(compileRuleSet(shippedSources)).digest
    const moved = shippedSources
      .map(({ path, text }) => ({ path: `/elsewhere/${path}`, text: `# a comment\n${text}` }))
      .toReversed()
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(Either.getOrThrow(compileRuleSet(moved)).digest).toBe(digest)
    const changed = shippedSources.map(({ path, text }) => ({
      path,
      text: text.replace("confidence: 0.95", "confidence: 0.94")
    }))
    expect(Either.getOrThrow(compileRuleSet(changed)).digest).not.toBe(digest)
  })

  it("replaces rules by overrides with the same id, and adds the others", () => {
    const softer = shippedSources
      .filter(({ path }) => path.endsWith("phone-number.yaml"))
      .map(({ text }) => ({ path: "mine/phones.yaml", text: text.replace("severity: error", "severity: info") }))
    const result = Either.getOrThrow(
      compileRuleSet(shippedSources, [...softer, { path: "mine/own.yaml", text: rule }, goods])
    )
    expect(result.rules.map(({ id, severity }) => `${id} ${severity}`)).toEqual([
      "contact-request error",
      "email-address error",
      "messenger-contact error",
      "off-platform-deal error",
      "outbound-link error",
      "own-rule warning",
      "payment-card error",
      "phone-number info"
    ])
  })

  it("refuses duplicate ids within the overrides", () => {
    const own = { path: "mine/own.yaml", text: rule }
    expect(compileRuleSet(shippedSources, [own, { ...own, path: "mine/other.yaml" }, goods])).toMatchObject({
      left: [{ path: "mine/other.yaml", problem: "problem.duplicateId" }]
    })
  })
})

describe("the remaining matches of a phrase group", () => {
  const found = (group: string, text: string, words = goods): number =>
    checkText(
      Either.getOrThrow(
        compileRuleSet([{ path: "rules/own.yaml", text: rule.replace("купите ..2 <goods>", group) }, words])
      ),
      text
    ).length

  it("excludes a match with an exception at an end, but not one with it in between", () => {
    const group = "купите ..3 <goods>\n      exceptAtEnds:\n        - чай с"
    expect(found(group, "Купите чай с мятой")).toBe(0)
    expect(found(group, "Купите чай с мятой, кофе")).toBe(1)
    expect(found("купите ..3 <goods>\n      exceptOverlapping:\n        - чай с", "Купите чай с мятой, кофе")).toBe(0)
  })

  it("includes misspelled words only for lists that allow them", () => {
    const words = (misspelt: boolean) => ({
      path: "words/goods.yaml",
      text: `misspelt: ${String(misspelt)}\nwords:\n  - шоколад\n`
    })
    expect(found("купите ..2 <goods>", "Купите шакалад", words(false))).toBe(0)
    expect(found("купите ..2 <goods>", "Купите шакалад", words(true))).toBe(1)
    expect(found("купите ..2 <goods>", "Купите shokolad", words(true))).toBe(1)
  })
})
