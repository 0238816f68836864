import type { Talk } from "./splitConversations.ts"

const R = "contact-request"
const M = "messenger-contact"
const P = "phone-number"
const D = "off-platform-deal"
const E = "email-address"

/** Conversations in which the shop says what it meant, or spells a number at the end of a longer message. */
export const brokenClarified: ReadonlyArray<Talk> = [
  // Number words after other words
  {
    lines: [
      "C: who knows this pump",
      "P: our fitter is back in the workshop on Friday, just ring him: plus seven nine one six",
      "P: five five five",
      "P: oh one, seven seven"
    ],
    broken: [
      [M, "just ring him"],
      [P, "plus seven nine one six", "five five five", "oh one, seven seven"]
    ]
  },
  {
    lines: [
      "C: кто чинит кофемолки?",
      "P: Добрый день! Мастер Илья сейчас как раз свободен, всё вам подскажет: восемь девятьсот шестнадцать",
      "P: пятьсот пятьдесят пять",
      "P: ноль один восемьдесят восемь"
    ],
    broken: [[P, "восемь девятьсот шестнадцать", "пятьсот пятьдесят пять", "ноль один восемьдесят восемь"]]
  },
  {
    lines: ["C: 滤芯怎么装", "P: 问安装师傅:加八六 一三九", "P: 零零零一", "P: 二二三三"],
    broken: [[P, "加八六 一三九", "零零零一", "二二三三"]]
  },
  // The country code comes last
  {
    lines: ["C: мастерге қалай шығам", "P: міне: жеті жүз бес", "P: 555", "P: 01 88, алдында +7"],
    broken: [[P, "жеті жүз бес", "555", "01 88", "+7"]]
  },
  // The buyer misunderstood a request
  {
    lines: ["C: не греет", "P: Пришлите номер", "C: серийный?", "P: не серийный, а телефона"],
    broken: [[R, "не серийный, а телефона"]]
  },
  {
    lines: ["C: трещина на экране", "P: Какой у вас телефон?", "C: хонор", "P: нет, циферки, чтобы набрать"],
    broken: [[R, "нет, циферки, чтобы набрать"]]
  },
  {
    lines: ["C: kettle leaks", "P: Send us the number please", "C: order?", "P: nope, the mobile one"],
    broken: [[R, "Send us the number"]]
  },
  {
    lines: ["C: розетка искрит", "P: Фото контактов есть, подгорели. А теперь ваши личные"],
    broken: [[R, "А теперь ваши личные"]]
  },
  {
    lines: [
      "C: экран рябит",
      "P: Какой у вас телефон?",
      "C: самсунг",
      "P: я не про марку) куда звонить вам, а то мастер ждёт"
    ],
    broken: [[R, "куда звонить вам"]]
  },
  {
    lines: ["C: rod broke", "P: Someone will explain it. What digits should he dial?"],
    broken: [[R, "What digits should he dial"]]
  },
  // One of two alternatives, chosen by its position
  {
    lines: ["C: вернёте разницу через маркет? или мне на карту?", "P: второй вариант, так и сделаем"],
    broken: [[D, "второй вариант, так и сделаем"]]
  },
  { lines: ["C: в вотсап или сюда прислать?", "P: первое, так быстрее"], broken: [[M, "первое, так быстрее"]] },
  {
    lines: ["C: в вайбер видео скину?", "P: ладно, туда", "C: номер тот же, что на коробке?", "P: тот самый, пишите"],
    broken: [
      [M, "ладно, туда"],
      [M, "тот самый, пишите"]
    ]
  },
  { lines: ["C: наличкой курьеру или через приложение?", "P: первое, так проще"], broken: [[D, "первое, так проще"]] },
  // Text after the request to read only the figures
  {
    lines: [
      "C: как с мастером связаться",
      "P: читайте между строк",
      "P: этаж 905",
      "P: полка 555",
      "P: ряд 01, место 88"
    ],
    broken: [[P, "905", "полка 555", "ряд 01, место 88"]]
  },
  { lines: ["C: киньте почту для чертежа", "P: shkaf.plan на яндексе"], broken: [[E, "shkaf.plan на яндексе"]] },
  { lines: ["C: Верните за крючок, карту продиктую", "P: давайте"], broken: [[D, "давайте"]] },
  { lines: ["C: can I PayPal you the difference?", "P: that's okay with us"], broken: [[D, "that's okay with us"]] }
]

/** Similar conversations in which no contact is wanted after all. */
export const cleanClarified: ReadonlyArray<Omit<Talk, "broken">> = [
  {
    lines: [
      "C: сколько чего в наборе?",
      "P: В наборе для сборки полки всё есть, винтов восемь, гаек девять, шайб шестнадцать",
      "P: пять дюбелей"
    ]
  },
  {
    lines: [
      "C: which shelves",
      "P: The rack takes four shelves or with two more brackets even five, six",
      "P: seven eight is too many"
    ]
  },
  { lines: ["C: аппарат заблокирован", "P: Напишите номер телефона, не абонентский, а серийный, он на коробке"] },
  { lines: ["C: не включается", "P: Скажите номер телефона", "P: не для звонков, а модельный, на крышке"] },
  {
    lines: [
      "C: doorbell died",
      "P: Could you give me the number",
      "C: mine?",
      "P: sorry! The one stamped on the back, starts with DB"
    ]
  },
  {
    lines: [
      "C: şarj olmuyor",
      "P: bir şey lazım",
      "C: numaram mı?",
      "P: Hayır, sizin numaranız değil, cihazın seri numarası"
    ]
  },
  { lines: ["C: 坏了", "P: 号码发一下", "C: 手机号？", "P: 不是,是机器背面的编号"] },
  {
    lines: ["C: выключатель трещит", "P: Пришлите ваш контакт крупно", "C: мой?", "P: латунный, тот что под клавишей)"]
  },
  { lines: ["C: scales are dead", "P: And your cell?", "C: sorry?", "P: the battery, is it a coin one"] },
  { lines: ["C: remote broke", "P: We'll swap it. Where should I send it? same pickup point as last time?"] },
  { lines: ["C: мала", "P: Куда вам отправить, в тот же пункт выдачи?"] },
  { lines: ["C: стиралка течёт", "P: Номерок скиньте", "C: чей", "P: вашей стиралки, на дверце изнутри"] },
  { lines: ["C: вернёте на карту? или возврат через маркет?", "P: Второй вариант, давайте так и сделаем"] },
  { lines: ["C: в вотсап или сюда прислать?", "P: второе, так быстрее"] },
  {
    lines: [
      "C: какой узор на торце?",
      "P: гляньте сами",
      "C: стёрлось",
      "P: VENA",
      "P: RU",
      "P: точка после цифры 7 там лишняя, это брак"
    ]
  },
  { lines: ["C: какой промокод?", "P: 89165550188 введите в корзине, минус пять процентов"] },
  { lines: ["C: which firmware is right?", "P: seven, then nine one six", "P: i.e. 7.916.555", "P: build 0188"] },
  { lines: ["C: на бирке собаки что писать?", "P: кличку", "C: а телефон хозяина указать?", "P: можно, места хватит"] },
  { lines: ["C: дым идёт!", "P: 112 звоните, потом нам сюда"] },
  { lines: ["C: наличкой курьеру или через приложение?", "P: второе"] },
  { lines: ["C: чайник течёт", "P: Напишите номер", "C: какой", "P: который на дне, там выбит"] },
  { lines: ["C: комод", "P: ящик какой заедает, верхний?"] }
]
