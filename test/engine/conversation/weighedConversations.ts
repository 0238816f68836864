import type { Talk } from "./splitConversations.ts"

const D = "off-platform-deal"
const E = "email-address"
const M = "messenger-contact"
const P = "phone-number"
const Q = "contact-request"

/** Conversations in which only the buyer's question shows what the shop agrees to, asks for or means. */
export const brokenWeighed: ReadonlyArray<Talk> = [
  {
    lines: ["C: можно вам в вк написать или в поддержку?", "P: первый вариант лучше"],
    broken: [[M, "первый вариант лучше"]]
  },
  {
    lines: ["C: не против, если я на вайбер фото пришлю?", "P: нет, конечно, присылайте"],
    broken: [[M, "нет, конечно, присылайте"]]
  },
  { lines: ["C: would you mind if I paid by bank transfer?", "P: not at all"], broken: [[D, "not at all"]] },
  {
    lines: ["C: Может без маркета, сразу по СБП?", "P: тогда заказ этот отмените"],
    broken: [[D, "тогда заказ этот отмените"]]
  },
  { lines: ["C: Как вернёте разницу?", "P: рублями, на телефон или карту"], broken: [[D, "рублями, на телефон"]] },
  { lines: ["C: Екі дана алам, бірақ маркетсіз, Kaspi-мен", "P: болады"], broken: [[D, "болады"]] },
  { lines: ["C: wp'den atar mısınız?", "P: tabii"], broken: [[M, "tabii"]] },
  { lines: ["C: кому писать про эскиз?", "P: kirill_eskiz"], broken: [[M, "kirill_eskiz"]] },
  { lines: ["C: когда замер?", "P: а связаться с вами мастеру как?"], broken: [[Q, "связаться с вами мастеру как"]] },
  { lines: ["P: Почту напишите", "C: 344000 Ростов", "P: не индекс, электронную"], broken: [[Q, "Почту напишите"]] },
  { lines: ["P: 300 вечером закину"], broken: [[D, "300 вечером закину"]] },
  {
    lines: ["P: zakaz.lampovo", "C: это что?", "P: дальше собачка", "P: ну и яндекс точка ру"],
    broken: [[E, "zakaz.lampovo", "дальше собачка", "ну и яндекс точка ру"]]
  },
  { lines: ["C: не против, если я на вайбер фото пришлю?", "P: нет, конечно"], broken: [[M, "нет, конечно"]] },
  { lines: ["C: Вы не против, если я в вайбер напишу?", "P: нет"], broken: [[M, "нет"]] },
  { lines: ["C: Не возражаете, если в телеграм кину?", "P: нисколько"], broken: [[M, "нисколько"]] },
  {
    lines: ["C: 1. крючки в наборе? 2. можно на вотсап мне фото?", "P: 1 да", "P: 2 тоже можно"],
    broken: [[M, "2 тоже можно"]]
  },
  {
    lines: ["C: 1 когда отправите 2 если на карту заплачу, скинете?", "P: 1 завтра", "P: 2 да, 300"],
    broken: [[D, "2 да, 300"]]
  },
  {
    lines: ["C: 电话多少", "P: 一三八", "P: 零五七二", "C: 嗯", "P: 六六一九"],
    broken: [[P, "一三八", "零五七二", "六六一九"]],
    region: "CN"
  },
  {
    lines: ["C: код активации не пришёл, в спаме пусто", "P: а на какой адрес слали?"],
    broken: [[Q, "а на какой адрес слали"]]
  },
  {
    lines: [
      "C: не могу оплатить тут",
      "P: пишите на lekala-rostok",
      "C: куда?",
      "P: дальше собачка, потом мейл",
      "P: и ру через точку"
    ],
    broken: [[E, "lekala-rostok", "дальше собачка, потом мейл"]]
  },
  {
    lines: [
      "C: а если я вам на карту переведу, чтоб наценку не платить?",
      "P: сейчас спрошу",
      "P: да, хозяйка разрешила, можно так"
    ],
    broken: [[D, "да, хозяйка разрешила, можно так"]]
  },
  {
    lines: [
      "C: фото не грузится. Давайте в телеге продолжим?",
      "P: сожмите фото",
      "C: не выходит. так что, в телегу?",
      "P: ну давайте"
    ],
    broken: [[M, "ну давайте"]]
  },
  { lines: ["C: Shall I leave my mobile for the courier?", "P: please do"], broken: [[Q, "please do"]] },
  { lines: ["C: Какой у вас инстаграм?", "P: lekala.tut"], broken: [[M, "lekala.tut"]] },
  { lines: ["C: на коробке номер, по нему набирать?", "P: да, по нему"], broken: [[M, "да, по нему"]] },
  { lines: ["C: So whatsapp ok?", "P: Yep that's fine"], broken: [[M, "Yep that's fine"]] },
  { lines: ["P: 虚拟号打不通，您留个能打通的给我呗"], broken: [[Q, "您留个能打通的"]], region: "CN" },
  {
    lines: ["C: можно я курьеру наличкой отдам?", "P: так что ок, только без сдачи"],
    broken: [[D, "так что ок, только без сдачи"]]
  },
  { lines: ["P: Маркеттен тыс қана, Каспиге аударсаңыз екеуі 9500"], broken: [[D, "Каспиге аударсаңыз екеуі 9500"]] },
  { lines: ["P: Мастер установит, 1800 ему на месте, в заказ это не входит"], broken: [[D, "1800 ему на месте"]] }
]

/**
 * Conversations in which the question, an earlier refusal or the topic shows that nothing is agreed to or asked for.
 */
export const cleanWeighed: ReadonlyArray<Omit<Talk, "broken">> = [
  { lines: ["C: можно вам в вк написать или в поддержку?", "P: второй вариант лучше"] },
  { lines: ["C: IBAN'a atsam olur mu?", "P: maalesef olmaz", "C: kapıda kartla?", "P: olur, kapıda ödeme seçili"] },
  { lines: ["C: хочу майку сыну с фамилией", "P: фамилию напишите и номер", "C: номер чей?", "P: игровой, на спину"] },
  { lines: ["C: вышло два номера", "P: пришлите оба номера, это IMEI"] },
  { lines: ["C: инструкция на китайском, переведёте?", "P: главное переведу сама"] },
  { lines: ["C: где тут нужная?", "P: оформите новый, там дешевле", "C: где?", "P: в нашей же карточке на Маркете"] },
  { lines: ["C: скинете немного?", "P: скинем, 7%", "C: как?", "P: промокод POLKA7 введите в корзине"] },
  { lines: ["C: kamera yozmayapti", "P: Kartani chiqarib qaytadan soling"] },
  { lines: ["C: bej rengi bulamıyorum", "P: Market'te arama kutusunda arayın"] },
  { lines: ["C: почту мою дать?", "P: нет, не надо"] },
  { lines: ["C: могу переводом на тинькофф?", "C: и ещё: крючки в наборе?", "P: да, в наборе, десять штук"] },
  { lines: ["C: Could I pay you cash? Is the strap leather?", "P: yes, leather, full grain"] },
  { lines: ["C: в телегу 80 кг можно?", "P: можно, рама держит"] },
  { lines: ["C: 1. крючки в наборе? 2. можно на вотсап мне фото?", "P: 1 да", "P: 2 нет, только сюда"] },
  { lines: ["C: 1. можно на карту? 2. крючки в наборе?", "P: 1 нет", "P: 2 да"] },
  { lines: ["C: my number is +44 7415 900 311 anyway", "P: No need for it, thank you! Just drop a message here"] },
  { lines: ["C: экран глючит", "P: оформите возврат и пришлите телефон через пункт выдачи"] },
  { lines: ["C: не отдают посылку", "P: Напишите на почте заявление на розыск"] },
  { lines: ["C: сколько штук?", "P: 138", "P: 572"] },
  {
    lines: [
      "C: Is it under warranty?",
      "P: Could you send me your number please?",
      "C: 8916204115803",
      "P: SN found, covered until March"
    ]
  },
  {
    lines: [
      "C: курьеру можно наличными?",
      "P: если показывает «При получении», то хоть картой, хоть наличными, чек пробьют на месте"
    ]
  },
  { lines: ["P: машина с 10 до 14. Водителю надо будет позвонить в домофон"] },
  { lines: ["C: телефон новый?", "P: новый, проверьте IMEI на коробке"] }
]
