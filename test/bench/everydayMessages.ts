import { seededRandom } from "../../src/sandbox/seededRandom.ts"
import { violatingText } from "../sandbox/generatedTexts.ts"
import { chinese, english, kazakh, turkish, uzbek } from "./sentences/otherLanguages.ts"
import { russianBuyers, russianGreetings, russianSentences } from "./sentences/russian.ts"

type Random = () => number

const pick = (list: ReadonlyArray<string>, random: Random): string => list[Math.floor(random() * list.length)] ?? ""

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join("")

/** So many of a hundred messages hold one; some hold two. */
export const everydayShares = { violation: 1, orderNumber: 5, marketLink: 1.5, otherLanguage: 20 }

const orderNumbers: ReadonlyArray<(random: Random) => string> = [
  (random) => `Заказ 536${digits(random, 8)} собран и передан в доставку.`,
  (random) => `По заказу № 536${digits(random, 8)} ждём ответа склада.`,
  (random) => `Номер заказа 536${digits(random, 8)}, статус обновится вечером.`,
  (random) => `Подскажите, где мой заказ 536${digits(random, 8)}?`
]

const marketLink = (random: Random): string =>
  `Описание есть в карточке: https://market.yandex.ru/product/${digits(random, 9)}`

const otherLanguages: ReadonlyArray<readonly [sentences: ReadonlyArray<string>, between: string]> = [
  [english, " "],
  [english, " "],
  [chinese, ""],
  [turkish, " "],
  [kazakh, " "],
  [uzbek, " "]
]

/**
 * Messages as a shop and its buyers write them every day: a greeting, one to three sentences of many, now and then an order number or a link
 * to the marketplace, one in a hundred breaks a rule. The same for the same count.
 */
export const everydayMessages = (count: number): ReadonlyArray<string> => {
  const random = seededRandom(1)
  return Array.from({ length: count }, () => messageOf(random).replace(/#/g, () => digits(random, 1)))
}

const messageOf = (random: Random): string => {
  if (happens(everydayShares.violation, random)) return violatingText(random).text
  if (happens(everydayShares.otherLanguage, random)) {
    const [sentences, between] = otherLanguages[Math.floor(random() * otherLanguages.length)] ?? [english, " "]
    return several(sentences, random).join(between)
  }
  if (random() < 0.25) return several(russianBuyers, random, 2).join(" ")
  const sentences = several(russianSentences, random)
  if (random() < 0.5) sentences.unshift(pick(russianGreetings, random))
  if (happens(everydayShares.orderNumber / shareOfShops, random)) {
    sentences.push(orderNumbers[Math.floor(random() * orderNumbers.length)]?.(random) ?? "")
  }
  if (happens(everydayShares.marketLink / shareOfShops, random)) sentences.push(marketLink(random))
  return sentences.join(" ")
}

/** Of all messages, those of a shop in Russian: 0.99 × 0.8 × 0.75. */
const shareOfShops = 0.594

const happens = (percent: number, random: Random): boolean => random() * 100 < percent

const several = (sentences: ReadonlyArray<string>, random: Random, most = 3): Array<string> =>
  Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(sentences, random))
