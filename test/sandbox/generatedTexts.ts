/** Returns random numbers in [0, 1). */
type Random = () => number

const pick = <A>(list: readonly [A, ...ReadonlyArray<A>], random: Random): A =>
  list[Math.floor(random() * list.length)] ?? list[0]

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join("")

// Russia assigns no subscriber number that starts with 000 after its code, yet libphonenumber-js/max accepts it.
const phone = (random: Random): string => {
  const [code, last] = [pick(["900", "901", "926"], random), digits(random, 4)]
  const [left, right] = [last.slice(0, 2), last.slice(2)]
  return pick(
    [`+7 ${code} 000-${left}-${right}`, `8 (${code}) 000-${left}-${right}`, `8${code}000${left}${right}`],
    random
  )
}

// RFC 2606 reserves example.com, example.net and example.org for examples.
const host = (random: Random): string =>
  `${pick(["shop", "sklad", "info", "katalog"], random)}${digits(random, 2)}.${pick(["example.com", "example.net", "example.org"], random)}`

const orderNumber = (random: Random): string => `536${digits(random, 8)}`

/** A message of the shop that breaks a rule without disguise. */
export const violatingText = (random: Random): { readonly text: string; readonly breaks: ReadonlyArray<string> } => {
  const kind = random()
  if (kind < 1 / 3) {
    const number = phone(random)
    const text = pick(
      [
        `Курьер будет с 12 до 16, его номер ${number}.`,
        `Номер сервисного центра: ${number}`,
        `С уважением, магазин «Дом и лад», ${number}`,
        `Склад самовывоза: ${number}, Сергей`
      ],
      random
    )
    return { text, breaks: ["phone-number"] }
  }
  if (kind < 2 / 3) {
    const site = host(random)
    const text = pick(
      [
        `Инструкция лежит здесь: https://${site}/manual/${digits(random, 4)}`,
        `Весь ассортимент смотрите на www.${site}`,
        `Размерная сетка: http://${site}/size?id=${digits(random, 3)}`,
        `Видео о сборке: ${site}/video`
      ],
      random
    )
    return { text, breaks: ["outbound-link"] }
  }
  const text = pick(
    [
      "Пришлите, пожалуйста, ваш номер телефона.",
      "Напишите ваш номер телефона, мы передадим его курьеру.",
      "Укажите, пожалуйста, ваш номер телефона для доставки.",
      "Пришлите ваш телефон, менеджер уточнит детали."
    ],
    random
  )
  return { text, breaks: ["contact-request"] }
}

/** A sentence with new random numbers each time. */
type Sentence = (random: Random) => string

const harmless: readonly [Sentence, ...ReadonlyArray<Sentence>] = [
  () => "Здравствуйте! Спасибо за обращение, сейчас проверим.",
  () => "Добрый день! Да, товар есть в наличии, отправим сегодня.",
  () => "Спасибо за заказ! Если будут вопросы, пишите в этот чат.",
  (random) => `Заказ ${orderNumber(random)} собран и передан в доставку.`,
  (random) => `Артикул нужной модели DL-${digits(random, 5)}, штрихкод 460${digits(random, 10)}.`,
  (random) => `Трек-номер 80${digits(random, 12)}, статус обновится к вечеру.`,
  () => "Адрес и телефон получателя можно указать в личном кабинете Маркета, в разделе «Заказы».",
  (random) => `Подробное описание есть в карточке: https://market.yandex.ru/product/${digits(random, 9)}`,
  () => "Размер 90х200 см, вес 12,5 кг, гарантия 24 месяца.",
  () => "Возврат оформляется в приложении Маркета: «Заказы», затем «Вернуть товар».",
  (random) => `Инструкцию приложили файлом manual_${digits(random, 3)}.pdf.`,
  () => "Поменяли партию на складе, поэтому цвет немного отличается. Приносим извинения!",
  () => "Отправим 12.10.2026 до 18:00, срок доставки от 3 до 5 дней.",
  () => "Да, комплект полный: крепёж, ключ и запасная прокладка внутри коробки."
]

/** A compliant message of the shop; some look as if they broke a rule. */
export const harmlessText = (random: Random): string => pick(harmless, random)(random)

const ofCustomer: readonly [Sentence, ...ReadonlyArray<Sentence>] = [
  () => "Здравствуйте! Подскажите, пожалуйста, есть ли в наличии?",
  () => "Когда отправите заказ?",
  () => "А какой размер лучше взять на рост 178?",
  () => "Пришла коробка с вмятиной, но товар цел. Спасибо.",
  (random) => `Мой номер ${phone(random)}, позвоните за час.`,
  () => "Можно ли вернуть, если не подойдёт?",
  (random) => `Видел такой же на ${host(random)}, чем ваш отличается?`,
  () => "Спасибо, всё пришло!",
  () => "Не хватает одной детали, что делать?",
  () => "Понял, жду."
]

/** A message of the buyer, which is never checked. */
export const customerText = (random: Random): string => pick(ofCustomer, random)(random)
