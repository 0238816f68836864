/** One message: its sender (P for the shop, C for the buyer, M for the marketplace) and its text. */
export type Line = `${"P" | "C" | "M"}: ${string}`

/** A violated rule and the pieces of the violation as written, in order. */
export type Broken = readonly [rule: string, ...pieces: ReadonlyArray<string>]

export interface Talk {
  readonly lines: ReadonlyArray<Line>
  readonly broken: ReadonlyArray<Broken>
  readonly region?: string
}

const P = "phone-number"
const L = "outbound-link"
const E = "email-address"
const C = "payment-card"
const M = "messenger-contact"
const Q = "contact-request"
const D = "off-platform-deal"

/** Conversations in which only several messages together violate a rule. */
export const brokenTalks: ReadonlyArray<Talk> = [
  // Phones
  { lines: ["C: кто настроит станок?", "P: 8 921", "P: 440", "P: 17-36"], broken: [[P, "8 921", "440", "17-36"]] },
  {
    lines: ["P: +7", "P: девятьсот двадцать один", "P: 440 17 36"],
    broken: [[P, "+7", "девятьсот двадцать один", "440 17 36"]]
  },
  {
    lines: ["P: Подскажет наш электрик. 8-921", "C: да?", "P: 440", "C: ...", "P: 1736, Степан"],
    broken: [[P, "8-921", "440", "1736"]]
  },
  { lines: ["P: начало 8921, конец в следующем", "C: ок", "P: 4401736"], broken: [[P, "8921", "4401736"]] },
  {
    lines: ["P: восемь девятьсот двадцать один", "P: четыреста сорок", "P: семнадцать тридцать шесть"],
    broken: [[P, "восемь девятьсот двадцать один", "четыреста сорок", "семнадцать тридцать шесть"]]
  },
  {
    lines: [
      "P: Собирайте цифры, буквы не читайте",
      "P: окно 8",
      "P: дверь 921",
      "P: порог 440",
      "P: петля 17",
      "P: ручка 36"
    ],
    broken: [[P, "8", "921", "440", "17", "36"]]
  },
  {
    lines: ["P: 8", "P: 9", "P: 2", "P: 1", "P: 4", "P: 4", "P: 0", "P: 1", "P: 7", "P: 3", "P: 6"],
    broken: [[P, "8", "9", "2", "1", "4", "4", "0", "1", "7", "3", "6"]]
  },
  { lines: ["P: (8-921)", "M: Не сообщайте свои данные.", "P: 440-17-36"], broken: [[P, "8-921", "440-17-36"]] },
  {
    lines: ["P: Запишите: восемь девятьсот", "P: двадцать один, потом 440", "C: так", "P: и в конце 1736"],
    broken: [[P, "восемь девятьсот", "двадцать один, потом 440", "1736"]]
  },
  { lines: ["P: 8️⃣9️⃣2️⃣1️⃣", "P: 4️⃣4️⃣0️⃣", "P: 1️⃣7️⃣3️⃣6️⃣"], broken: [[P, "8️⃣9️⃣2️⃣1️⃣", "4️⃣4️⃣0️⃣", "1️⃣7️⃣3️⃣6️⃣"]] },
  { lines: ["P: 8 9О5", "P: ЗЗЗ", "P: 22 11"], broken: [[P, "8 9О5", "ЗЗЗ", "22 11"]] },
  {
    lines: ["P: Номер технолога скажу по частям. 903", "C: да", "P: дальше 555", "P: и 01 77"],
    broken: [[P, "903", "555", "01 77"]]
  },
  { lines: ["P: +375 29", "P: 600", "P: 44 55"], broken: [[P, "+375 29", "600", "44 55"]], region: "BY" },
  {
    lines: ["C: who can help?", "P: our fitter: +44 7911", "P: 123", "P: 456"],
    broken: [[P, "+44 7911", "123", "456"]],
    region: "GB"
  },
  { lines: ["C: 怎么联系售后？", "P: 138", "P: 0013", "P: 8000"], broken: [[P, "138", "0013", "8000"]], region: "CN" },
  {
    lines: ["C: montaj için kim gelecek?", "P: 0532", "P: 555", "P: 01 42"],
    broken: [[P, "0532", "555", "01 42"]],
    region: "TR"
  },
  { lines: ["P: 8 701", "P: 555", "P: 01 42"], broken: [[P, "8 701", "555", "01 42"]], region: "KZ" },
  {
    lines: ["P: сегіз жеті жүз бір", "P: 555", "P: 01 42"],
    broken: [[P, "сегіз жеті жүз бір", "555", "01 42"]],
    region: "KZ"
  },
  // Cards
  { lines: ["P: 2202", "P: 2068", "P: 0141", "P: 0072"], broken: [[C, "2202", "2068", "0141", "0072"]] },
  {
    lines: ["C: как доплатить?", "P: 5536 9138", "P: 0000 0412", "P: на имя Артур"],
    broken: [
      [D, "5536 9138", "0000 0412", "на имя Артур"],
      [C, "5536 9138", "0000 0412"]
    ]
  },
  // Links
  { lines: ["P: t.me", "P: /pryazha_tut"], broken: [[L, "t.me", "/pryazha_tut"]] },
  { lines: ["P: весь ассортимент на tkani-opt", "P: точка", "P: ру"], broken: [[L, "tkani-opt", "точка", "ру"]] },
  { lines: ["P: tkani-opt", "P: .ru"], broken: [[L, "tkani-opt", ".ru"]] },
  { lines: ["P: tkani-opt.", "C: и?", "P: ru/catalog"], broken: [[L, "tkani-opt.", "ru/catalog"]] },
  { lines: ["P: https://", "P: tkani-opt.ru/catalog"], broken: [[L, "https://", "tkani-opt.ru/catalog"]] },
  { lines: ["P: our full list: bestlamps", "P: dot", "P: com"], broken: [[L, "bestlamps", "dot", "com"]] },
  // Mailboxes
  { lines: ["C: куда слать макет?", "P: maket", "P: собака mail ру"], broken: [[E, "maket", "собака mail", "ру"]] },
  { lines: ["P: maket@", "P: tkani-opt.ru"], broken: [[E, "maket@", "tkani-opt.ru"]] },
  { lines: ["P: maket.opt", "P: @mail.ru"], broken: [[E, "maket.opt", "@mail.ru"]] },
  { lines: ["P: sales", "C: ?", "P: at bestlamps dot com"], broken: [[E, "sales", "at bestlamps dot com"]] },
  // Accounts and invitations
  { lines: ["P: наш телеграм:", "P: @pryazha_tut"], broken: [[M, "наш телеграм", "pryazha_tut"]] },
  { lines: ["P: наш телеграм:", "P: pryazha_tut"], broken: [[M, "наш телеграм", "pryazha_tut"]] },
  { lines: ["P: фото скиньте в вай", "P: бер", "P: там проходит"], broken: [[M, "фото скиньте в вай", "бер"]] },
  { lines: ["P: скиньте видео", "P: в телеграм"], broken: [[M, "скиньте видео", "в телеграм"]] },
  { lines: ["P: напишите", "C: куда?", "P: в вотсап"], broken: [[M, "напишите", "в вотсап"]] },
  { lines: ["P: add us on", "P: WhatsApp"], broken: [[M, "add us on", "WhatsApp"]] },
  { lines: ["P: 加我", "P: 微信"], broken: [[M, "加我", "微信"]], region: "CN" },
  {
    lines: ["P: Bize WhatsApp'tan", "P: yazın lütfen"],
    broken: [[M, "Bize WhatsApp'tan", "yazın lütfen"]],
    region: "TR"
  },
  // Requests
  {
    lines: ["P: оставьте, пожалуйста", "P: ваш телефон", "P: для курьера"],
    broken: [[Q, "оставьте, пожалуйста", "ваш телефон", "для курьера"]]
  },
  {
    lines: ["P: Для пропуска понадобится", "P: контактный номер получателя"],
    broken: [[Q, "понадобится", "контактный номер получателя"]]
  },
  { lines: ["P: please send", "C: what?", "P: your phone number"], broken: [[Q, "send", "your phone number"]] },
  {
    lines: ["P: телефон нөміріңізді", "P: жазып жіберіңіз"],
    broken: [[Q, "нөміріңізді", "жазып жіберіңіз"]],
    region: "KZ"
  },
  // What the buyer proposed
  { lines: ["C: давайте я вам в вотсап фото кину", "P: хорошо, кидайте"], broken: [[M, "хорошо, кидайте"]] },
  { lines: ["C: пишите мне в телеграм @lena_k", "P: Хорошо, напишу"], broken: [[M, "Хорошо, напишу"]] },
  {
    lines: ["C: а можно я вам позвоню?", "M: Общайтесь только в чате.", "P: Да, конечно"],
    broken: [[M, "Да, конечно"]]
  },
  { lines: ["C: можно переведу на карту?", "P: можно и так, 5600"], broken: [[D, "можно и так, 5600"]] },
  {
    lines: ["C: отменю и заберу у вас со склада за наличные, скидку дадите?", "P: Сделаем минус 7%"],
    broken: [[D, "Сделаем минус 7%"]]
  },
  { lines: ["C: давайте номер скину?", "P: давайте"], broken: [[Q, "давайте"]] },
  { lines: ["C: Как доплатить за подъём?", "P: по сбп"], broken: [[D, "по сбп"]] },
  { lines: ["C: Can I message you on WhatsApp?", "P: Sure, go ahead"], broken: [[M, "Sure, go ahead"]] },
  { lines: ["C: 我加你微信可以吗？", "P: 可以"], broken: [[M, "可以"]], region: "CN" },
  { lines: ["C: WhatsApp'tan yazsam olur mu?", "P: Tamam"], broken: [[M, "Tamam"]], region: "TR" },
  { lines: ["C: Ватсапқа жазайын ба?", "P: Жарайды"], broken: [[M, "Жарайды"]], region: "KZ" },
  { lines: ["C: картаңызға аударайын ба?", "P: Болады"], broken: [[D, "Болады"]], region: "KZ" }
]

/** Similar conversations without violations. */
export const cleanTalks: ReadonlyArray<Omit<Talk, "broken">> = [
  { lines: ["C: какие размеры есть?", "P: 42", "P: 44", "P: 46", "P: 48", "P: 50"] },
  { lines: ["P: грудь 92", "P: талия 70", "P: бёдра 98", "P: рост 170", "P: рукав 61"] },
  { lines: ["P: 1", "P: 2", "P: 3"] },
  { lines: ["P: заказ 892145017", "P: артикул 36-40", "P: сумма 8 921"] },
  { lines: ["C: сколько стоит?", "P: 8 900", "C: а доставка сколько?", "P: 1200", "C: когда привезёте?", "P: 14-16"] },
  { lines: ["C: сколько штук?", "P: 8", "C: какая цена за все?", "P: 9214", "C: а сколько весит?", "P: 401736"] },
  { lines: ["P: Трек двумя кусками, целиком не вставляется", "P: 8013 0219", "P: 441736"] },
  { lines: ["P: Ключ активации:", "P: 4817 2290", "P: 6613 0058"] },
  { lines: ["C: какой артикул?", "P: 8921", "P: 4401736"] },
  { lines: ["P: партии такие", "P: 8 921 440", "P: или", "P: 8 921 441"] },
  { lines: ["P: приедем с 10", "P: до 14", "P: 25.12"] },
  { lines: ["P: привезём 12.11.2026", "P: с 14:00", "P: до 16:30"] },
  { lines: ["P: осталось 8", "P: красных 921", "P: синих 440", "P: белых 17", "P: чёрных 36"] },
  { lines: ["C: мой 8 921", "P: 45 размер?", "C: 440", "P: 17 или 36 мм"] },
  { lines: ["C: 8 921 440 17 36 мой номер", "P: Принято", "P: 2 коробки", "P: отправим завтра"] },
  { lines: ["P: 40 - 25,5", "P: 41 - 26", "P: 42 - 26,5", "P: 43 - 27"] },
  { lines: ["P: Длина 120", "P: ширина 60", "P: высота 75", "P: вес 18"] },
  { lines: ["P: инн 7704340310", "P: кпп 770401001"] },
  { lines: ["P: код домофона 45", "P: этаж 9", "P: квартира 214"] },
  { lines: ["C: size chart?", "P: Length 25", "P: width 9.5", "P: heel 8"] },
  { lines: ["C: 有哪些尺码？", "P: 138", "P: 140", "P: 150", "P: 160"], region: "CN" },
  { lines: ["P: Beden 42", "P: boy 170", "P: 55 cm"], region: "TR" },
  { lines: ["P: бағасы 8700", "P: 5 дана", "P: 14 қараша"], region: "KZ" },
  { lines: ["P: откройте", "P: market.yandex.ru", "P: /my/orders"] },
  { lines: ["P: у нас новая", "P: точка", "P: Рубинштейна 8"] },
  { lines: ["P: у меня тоже", "P: собака", "P: ест этот корм"] },
  { lines: ["P: Спасибо за заказ.", "P: Ру", "P: бен красивый цвет"] },
  { lines: ["P: Подскажите, ваш телефон", "P: какой модели?"] },
  { lines: ["P: напишите", "P: номер заказа и размер"] },
  { lines: ["P: Пришлите, пожалуйста", "P: фото упаковки"] },
  { lines: ["P: на карту", "P: вернётся через 3 дня, Маркет пришлёт чек"] },
  { lines: ["P: уведомления показывает:", "P: телеграм", "P: вайбер и почту"] },
  { lines: ["P: прошивка нужна", "P: band_rt77"] },
  { lines: ["P: Отмените этот заказ", "P: и оформите новый тут же, цена та же"] },
  { lines: ["P: Напишите нам", "P: в этот чат, ответим до вечера"] },
  { lines: ["P: please send", "P: a photo of the box"] },
  { lines: ["C: давайте созвонимся", "P: Извините, общаемся только здесь"] },
  { lines: ["C: можно на карту переведу?", "P: Нет, только через Маркет"] },
  { lines: ["C: можно на карту переведу?", "P: Можно, но через приложение Маркета"] },
  { lines: ["C: скинуть номер?", "P: Не нужно, хватит номера заказа"] },
  { lines: ["C: номер заказа скинуть?", "P: Да, пожалуйста"] },
  { lines: ["C: скину фото сюда?", "P: Давайте"] },
  { lines: ["M: Напишите продавцу в телеграм? Не надо.", "P: Хорошо"] },
  { lines: ["C: а доставка завтра?", "P: Да, с 10 до 14"] },
  { lines: ["C: часы телеграм показывают?", "P: Да, конечно"] },
  { lines: ["C: не буду я в телеграм писать", "P: Хорошо"] },
  { lines: ["C: оплата при получении наличными можно?", "P: Да, можно"] },
  { lines: ["C: деньги на карту вернутся?", "P: Да, в течение 10 дней"] },
  { lines: ["C: Can I pay at the pickup point?", "P: Yes, of course"] },
  { lines: ["C: Can I message you on WhatsApp?", "P: Sorry, only in this chat"] },
  { lines: ["C: 可以加微信吗？", "P: 不可以，请在平台联系"], region: "CN" },
  { lines: ["C: WhatsApp'tan yazsam olur mu?", "P: Hayır, maalesef"], region: "TR" },
  { lines: ["C: Ватсапқа жазайын ба?", "P: Жоқ, осы чатқа жазыңыз"], region: "KZ" }
]
