import { Either } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { handleCandidates } from "../../../src/detect/handleCandidates.ts"
import { classify } from "../../../src/detect/phrase/ClassifiedTokens.ts"
import { compilePhrases } from "../../../src/detect/phrase/PhraseMatcher.ts"
import { PhraseScanner } from "../../../src/detect/phrase/PhraseScanner.ts"
import { parsePhrase } from "../../../src/detect/phrase/parsePhrase.ts"
import { withPictographs } from "../../../src/detect/phrase/pictographs.ts"
import { stepMemory } from "../../../src/detect/phrase/StepMemory.ts"
import { signatureTablesOf } from "../../../src/detect/phrase/signatureTablesOf.ts"
import { vocabularyOf } from "../../../src/detect/phrase/Vocabulary.ts"
import { VocabularyBuilder } from "../../../src/detect/phrase/VocabularyBuilder.ts"
import { fold } from "../../../src/text/fold.ts"
import { tokenize } from "../../../src/text/tokenize.ts"

const contact = [parsePhrase("номер телефона", () => undefined), parsePhrase("почт*", () => undefined)].map(
  Either.getOrThrow
)
const lists = (name: string) => (name === "contact" ? contact : undefined)

/** The parts of the text that the phrase matches. */
const matched = (phrase: string, text: string): ReadonlyArray<string> => {
  const words = new VocabularyBuilder()
  const matcher = compilePhrases([Either.getOrThrow(parsePhrase(phrase, lists))], words)
  const vocabulary = vocabularyOf(words.tables())
  const folded = fold(text).text
  const tokens = withPictographs(tokenize(folded), folded)
  return matcher
    .match(classify(tokens, vocabulary, folded, handleCandidates(folded)))
    .map(({ first, last }) => folded.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0))
}

describe("phrases", () => {
  it.each([
    ["ваш номер", "Дайте ваш номер!", ["ваш номер"]],
    ["ваш номер", "ваш, номер", ["ваш номер".replace(" ", ", ")]],
    ["телефон*", "телефончик и микротелефон", ["телефончик"]],
    ["(ваш|свой) номер", "свой номер", ["свой номер"]],
    ["с вас <contact>", "C вас номер телефона, c вас почта", ["c вас номер телефона", "c вас почта"]],
    ["a call", "Give us a call", ["a call"]],
    ["(ваш|свой) (номер|телефон*)", "свой н*мер, ваш т*л*фончик, ваш п*нер", ["свой н*мер", "ваш т*л*фончик"]],
    ["дайте [пожалуйста] номер", "дайте номер, дайте, пожалуйста, номер", ["дайте номер", "дайте, пожалуйста, номер"]],
    ["скиньте ..2 <contact>", "скиньте сюда вашу почту", ["скиньте сюда вашу почту"]],
    ["скиньте ..2 <contact>", "скиньте сюда вот эту вашу почту", []],
    ["скиньте ..2 <contact>", "скиньте фото. Ваша почта", []],
    ["скиньте ...2 <contact>", "скиньте фото. Ваша почта", ["скиньте фото. ваша почта"]],
    ["скиньте ..4 <contact>", "скиньте, скиньте номер телефона", ["скиньте номер телефона"]],
    ["^ ваш номер $", "ваш номер", ["ваш номер"]],
    ["^ ваш номер", "это ваш номер", []],
    ["^ ваш номер $", "Привет! Ваш номер. Спасибо", ["ваш номер"]],
    ["ваш номер ?", "ваш номер, ваш номер?", ["ваш номер"]],
    ["e-mail", "E-mail", ["e-mail"]],
    ["ещё", "еще", ["еще"]],
    ["только здесь", "тока здесь, токо здесь, ток здесь", ["тока здесь", "токо здесь"]],
    ["send your number", "send ur num pls", ["send ur num"]],
    ["留 ..2 邮箱", "留一下邮箱", ["留一下邮箱"]],
    ["telegram*", "Telegramdan yozing", ["telegramdan"]],
    ["пришлите ~3 <contact>", "почту вашу пришлите", ["почту вашу пришлите"]],
    ["пришлите ~3 <contact>", "пришлите сюда почту", ["пришлите сюда почту"]],
    ["(пришлите ~3 почту) сюда", "почту пришлите сюда", ["почту пришлите сюда"]],
    ["не .3 пришлите", "не надо фото, пришлите видео", []],
    ["не ..3 пришлите", "не надо фото, пришлите видео", ["не надо фото, пришлите"]],
    ["не .3 пришлите", "не надо фото пришлите", ["не надо фото пришлите"]],
    ["оставьте номер ,", "оставьте номер, перезвоним", ["оставьте номер"]],
    ["оставьте номер ,", "оставьте номер", ["оставьте номер"]],
    ["оставьте номер ,", "оставьте номер заказа", []],
    ["тг .1 {handle}", "наш тг: @shop_msk и всё", []],
    ["тг ..1 {handle}", "наш тг: @shop_msk и всё", ["тг: @shop", "тг: @shop_msk"]],
    ["тг {account} там", "тг live:mebel_help там", ["тг live:mebel_help там"]],
    ["вложили {account}", "вложили foto_2034.jpg", []],
    ["ваш ☎ ?", "можно ваш ☎️?", ["ваш ☎"]],
    ["➕ v", "➕V：yarn", ["➕v"]],
    ["(*йте|*ите) в канал", "Загляните в канал, зашли в канал", ["загляните в канал"]],
    ["*манг", "Юборманг, юборинг", ["юборманг"]]
  ])("%s in: %s", (phrase, text, pieces) => {
    expect(matched(phrase, text)).toEqual(pieces)
  })

  it.each([
    ["", "word-expected"],
    ["(ваш", "bracket-not-closed"],
    ["ваш)", "bracket-not-opened"],
    ["<nothing>", "unknown-list"],
    ["ваш ..99 номер", "gap-too-long"],
    ["..4 номер", "gap-at-edge"],
    ["номер ..4", "gap-at-edge"],
    ["ваш * номер", "star-alone"],
    ["*йте* номер", "star-alone"],
    ["[ваш]", "word-expected"],
    ["((((((((((ваш))))))))))", "too-deep"],
    ["{fax}", "unknown-contact"],
    ["{phone", "bracket-not-closed"],
    ["ваш ~ номер", "gap-too-long"],
    ["ваш ~2 номер ~2 телефон", "pair-of-three"],
    ["~2 номер", "word-expected"]
  ])("refuses %s", (phrase, problem) => {
    expect(parsePhrase(phrase, lists)).toMatchObject({ left: { problem } })
  })
})

const wordsOfTexts = ["пришлите", "не", "почту", "номер", "телефона", "ваш", "сюда", ",", ".", "?", "и", "@shop_msk"]
const groups = [
  "пришлите ..3 почту",
  "^ ваш номер",
  "не .2 пришлите",
  "номер ~2 телефона ?",
  "ваш ...4 почту",
  "[не] пришлите [сюда] (почту|номер [телефона])",
  "{handle}"
]
const anyParts = fc.array(fc.constantFrom(...wordsOfTexts), { maxLength: 30 })

/** All groups with their matchers, and what texts are read with. */
const compiledGroups = () => {
  const known = new VocabularyBuilder()
  const phrases = groups.map((group) => [Either.getOrThrow(parsePhrase(group, () => undefined))])
  const matchers = phrases.map((group) => compilePhrases(group, known))
  const vocabulary = vocabularyOf(known.tables())
  const scanner = new PhraseScanner(signatureTablesOf(phrases, known), matchers, vocabulary)
  const read = (folded: string) => classify(tokenize(folded), vocabulary, folded, handleCandidates(folded))
  return { matchers, scanner, read }
}

describe("a matcher", () => {
  it("finds the same in two texts separated by others as in each of them", () => {
    const { matchers, read } = compiledGroups()
    const between = ". мы везём ваши новые красные стулья ."
    fc.assert(
      fc.property(anyParts, anyParts, (one, other) => {
        const [first, second] = [read(one.join(" ")), read(other.join(" "))]
        const both = read([...one, between, ...other].join(" "))
        const shift = first.tokens.length + 6
        for (const matcher of matchers) {
          expect(matcher.match(both)).toEqual([
            ...matcher.match(first),
            ...matcher.match(second).map((match) => ({ first: match.first + shift, last: match.last + shift }))
          ])
        }
      }),
      { numRuns: 1000 }
    )
  })
})

describe("the scanner", () => {
  it("finds the same groups as the matchers, independent of earlier scans", () => {
    const { matchers, scanner, read } = compiledGroups()
    fc.assert(
      fc.property(anyParts, (parts) => {
        const text = read(parts.join(" "))
        const matching = matchers.flatMap((matcher, index) => (matcher.match(text).length > 0 ? [index] : []))
        expect(scanner.scan(text)).toEqual(matching)
      }),
      { numRuns: 2000 }
    )
  })
})

describe("a matcher", () => {
  it("finds the same places, independent of earlier texts and of its cache", () => {
    const words = ["пришлите", "не", "почту", "номер", "ваш", "сюда", ",", ".", "?", "и"]
    const phrases = [
      "пришлите ..3 почту",
      "^ ваш номер",
      "не ...2 пришлите",
      "номер ~2 почту ?",
      "(ваш|не) [сюда] и"
    ].map((written) => Either.getOrThrow(parsePhrase(written, () => undefined)))
    const known = new VocabularyBuilder()
    const practised = (["narrowest", "widest"] as const).map((width) => compilePhrases(phrases, known, width))
    const vocabulary = vocabularyOf(known.tables())
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), fc.boolean(), (parts, forgotten) => {
        if (forgotten) stepMemory.take(Number.MAX_SAFE_INTEGER)
        const folded = parts.join(" ")
        const text = classify(tokenize(folded), vocabulary, folded)
        const fresh = (["narrowest", "widest"] as const).map((width) => compilePhrases(phrases, known, width))
        expect(practised.map((matcher) => matcher.match(text))).toEqual(fresh.map((matcher) => matcher.match(text)))
      }),
      { numRuns: 1000 }
    )
  })

  it("reports the match that starts last of those with the same end, or on request the one that starts first", () => {
    const known = new VocabularyBuilder()
    const phrases = [Either.getOrThrow(parsePhrase("пришлите ..4 почту", () => undefined))]
    const [narrow, wide] = [compilePhrases(phrases, known), compilePhrases(phrases, known, "widest")]
    const folded = "пришлите, пришлите вашу почту, почту"
    const text = classify(tokenize(folded), vocabularyOf(known.tables()), folded)
    expect(narrow.match(text)).toEqual([
      { first: 1, last: 3 },
      { first: 1, last: 4 }
    ])
    expect(wide.match(text)).toEqual([
      { first: 0, last: 3 },
      { first: 0, last: 4 }
    ])
  })
})
