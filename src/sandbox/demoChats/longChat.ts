import { customer, type DemoChat, type DemoMessage, marketWarning, partner } from "./DemoChat.ts"

/** The goods that the buyer asks about in turn. */
const goods = [
  "стулья «Лён»",
  "стол раскладной",
  "шторы «Лион»",
  "ковёр 160х230",
  "лампа настольная",
  "плед клетчатый",
  "полка угловая",
  "вешалка напольная",
  "корзина плетёная",
  "зеркало круглое",
  "набор кастрюль",
  "сушилка для посуды",
  "подушки 50х70"
] as const

/** One round of questions and answers about an item: four messages. */
const round = (number: number): ReadonlyArray<DemoMessage> => {
  const item = goods[number % goods.length] ?? goods[0]
  return [
    customer(`Позиция ${number + 1}: ${item}. Есть ${2 + (number % 5)} шт.?`),
    partner(
      `Позиция ${number + 1}: ${item}, в наличии ${10 + ((number * 7) % 30)} шт., артикул DL-${40_100 + number}.`
    ),
    customer(number % 3 === 0 ? "А гарантия?" : "Какой срок доставки?"),
    partner(
      number % 3 === 0
        ? "Гарантия 12 месяцев, талон в коробке."
        : `Отправим ${1 + (number % 3)}.11.2026, в пути от 2 до 4 дней.`
    )
  ]
}

/** Messages that replace the regular ones, by position in the chat. */
const interruptions: ReadonlyMap<number, DemoMessage> = new Map([
  [137, partner("Чтобы не листать чат, вот весь список: https://opt.example.com/price/november", "outbound-link")],
  [138, marketWarning],
  [201, partner("По отгрузке отвечает Сергей, +7 900 000-64-19.", "phone-number")]
])

/** A designer furnishes a holiday home: 260 messages, three pages of the history, two violations far from both ends. */
export const longChat: DemoChat = {
  chatId: 14_604_740n,
  customer: "Полина, дизайнер",
  about: { type: "DIRECT" },
  begins: "2026-10-31T08:00:00+03:00",
  status: "WAITING_FOR_CUSTOMER",
  messages: Array.from({ length: 65 }, (_, number) => round(number))
    .flat()
    .map((message, position) => interruptions.get(position) ?? message)
}
