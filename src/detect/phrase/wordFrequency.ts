import type { Literal } from "./Literal.ts"

/**
 * Estimates of how many of a thousand messages between shops and buyers contain one of the words. They only determine
 * which of two words is checked first, so a wrong figure costs time and nothing else.
 */
const perThousand: ReadonlyArray<readonly [share: number, words: string]> = [
  [200, "в на не и с"],
  [70, "здравствуйте по номер добрый день спасибо пожалуйста заказ заказа заказе маркет маркета маркете есть можно"],
  [
    40,
    "у до а мы за для это что к только все от фото возврат ваш вашего его или нам он же вам здесь из через там код но телефон " +
      "нужен нужна нужно нужны после без под как при да нет если какой какая какие где уже тут нас про так со наш тоже еще"
  ],
  [
    20,
    "размер дней цвет модели коробке пункт магазин адрес час время чат товар товара товары доставка доставки доставку доставит " +
      "отправим отправили отправить вопрос вопросы вернуть деньги карточке приложении сайте получателя курьер курьеру завтра сегодня " +
      "будет был была мне меня вас я очень другой новый один два три больше лучше указать пишите напишите пришлите подскажите оплата " +
      "цена стоит рублей хорошо сделать получить гарантия"
  ],
  [40, "the a to of and in you your is are for on we i it this can be have with not please order"],
  [40, "ve bir bu için da de mi siz sipariş va bu uchun bilan siz bilan және бұл үшін бар емес сіз тапсырыс"],
  [60, "的 是 我 你 您 了 不 有 在 一 们 这 好 请 可 以"]
]

const shares = new Map<string, number>(
  perThousand.flatMap(([share, words]) => words.split(" ").map((word): [string, number] => [word, share / 1000]))
)

/** By stem, the sum of the shares of words with this beginning. */
const sharesOfStems = new Map<string, number>()
for (const [word, share] of shares) {
  for (let length = 1; length <= word.length; length++) {
    const stem = word.slice(0, length)
    sharesOfStems.set(stem, (sharesOfStems.get(stem) ?? 0) + share)
  }
}

/** The share of any other word. */
const rareShare = 0.0001

/** "1*" and the like match numbers. */
const startsWithDigit = /^\d/

/** An estimate of the share of messages, from 0 to 1, with one of the words. */
export const wordFrequency = (literals: ReadonlyArray<Literal>): number =>
  Math.min(
    1,
    literals.reduce((sum, literal) => sum + frequencyOf(literal), 0)
  )

/** An ending matches thousands of words. */
const endingShare = 0.3

const frequencyOf = ({ text, stem, ending }: Literal): number => {
  if (ending) return endingShare
  if (startsWithDigit.test(text)) return 0.1
  return rareShare + ((stem ? sharesOfStems : shares).get(text) ?? 0)
}
