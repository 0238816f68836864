import { describe, expect, it } from "vitest"
import { officeNames } from "../../../src/detect/address/postOffices.ts"
import { reversedTops } from "../../../src/detect/address/reversedStretches.ts"
import { webWords } from "../../../src/detect/address/spelledLabels.ts"
import { domainAdjectives, dotNouns, nameEnd, signWords } from "../../../src/detect/address/spelledSigns.ts"
import { dotlessTops, topsBeforePages } from "../../../src/detect/address/topLevels.ts"
import { lettersForDigits } from "../../../src/detect/number/digitForLetter.ts"
import { surveyOf, surveyOfOriginal } from "../../../src/detect/prefilter/survey.ts"
import { fold } from "../../../src/text/fold.ts"
import { plusWords } from "../../../src/text/numerals.ts"
import { numeralWords } from "../../../src/text/numeralWords.ts"
import { ordinals } from "../../../src/text/ordinals.ts"

/** Enough for a phone, regardless of the number of digits per word. */
const wordsOfNumber = 8

const surveyed = (text: string) => surveyOfOriginal(text) ?? surveyOf(fold(text).text)

/** The words in lower and upper case, except capitals of a different lower-case letter: "I" is not "ı". */
const withCapitals = (words: Iterable<string>): ReadonlyArray<string> =>
  [...words].flatMap((word) => {
    const capitals = word.toUpperCase()
    return capitals !== word && capitals.toLowerCase() === word ? [word, capitals] : [word]
  })

const signsSaying = (role: string): ReadonlyArray<string> =>
  [...signWords].filter(([, said]) => said === role).map(([word]) => word)

describe("the prefilter does not rule out the words of the dictionaries", () => {
  it.each(withCapitals([...numeralWords.keys(), ...ordinals]))("the number word %j", (word) => {
    expect(surveyed(new Array(wordsOfNumber).fill(word).join(" "))).toMatchObject({ numbers: true })
  })

  it.each(withCapitals(plusWords))("the plus %j", (word) => {
    expect(surveyed(`${word} 7`)).toMatchObject({ anyNumber: true })
  })

  it.each(withCapitals(lettersForDigits))("the letter %j among digits", (letter) => {
    expect(surveyed(`8${letter} 5${letter} 01`)).toMatchObject({ numbers: true })
  })

  it.each(withCapitals([...signsSaying("dot"), ...signsSaying("slash")]))("the sign %j", (word) => {
    expect(surveyed(`ковка ${word} онлайн`)).toMatchObject({ addresses: true })
  })

  it.each(withCapitals(signsSaying("at")))("the sign %j before a mail provider", (word) => {
    expect(surveyed(`ковка ${word} бк нет`)).toMatchObject({ addresses: true })
  })

  it.each(withCapitals([...dotNouns, ...domainAdjectives, nameEnd]))("%j before a top-level domain", (word) => {
    expect(surveyed(`ковка ${word} онлайн`)).toMatchObject({ addresses: true })
  })

  it.each(withCapitals(webWords))("%j before a name", (word) => {
    expect(surveyed(`${word} ковка онлайн`)).toMatchObject({ addresses: true })
  })

  // Shorter ones have other meanings too: they count only after an @ or before a top-level domain.
  it.each(withCapitals(officeNames.filter((name) => name.length > 3)))("the mail provider %j", (name) => {
    expect(surveyed(`kovka24, ${name}`)).toMatchObject({ addresses: true })
  })

  it.each(withCapitals(dotlessTops))("the top-level domain %j after a blank", (top) => {
    expect(surveyed(`ковка ${top}`)).toMatchObject({ addresses: true })
  })

  it.each(withCapitals(topsBeforePages))("the top-level domain %j before a page", (top) => {
    expect(surveyed(`ковка ${top}/дом`)).toMatchObject({ addresses: true })
  })

  it.each(withCapitals(reversedTops))("the top-level domain %j of a reversed address", (top) => {
    expect(surveyed(`${top}.аквок`)).toMatchObject({ addresses: true })
  })

  it.each([...signWords.keys(), ".", "@", "а", "点", "знак собака"])("the sign %j in brackets", (sign) => {
    expect(surveyed(`ковка (${sign}) бк`)).toMatchObject({ addresses: true })
  })

  it.each(["d0t", "д0т", "т0чка", "то4ка", "t0chka", "с0бака", "coбака"])("the disguised sign %j", (word) => {
    expect(surveyed(`ковка ${word} бк нет`)).toMatchObject({ addresses: true })
  })
})
