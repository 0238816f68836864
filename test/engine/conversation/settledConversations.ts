import type { Talk } from "./splitConversations.ts"

const D = "off-platform-deal"
const M = "messenger-contact"
const R = "contact-request"

/** Conversations in which the shop agrees by naming a time or making an exception, or agrees in Kazakh and Uzbek. */
export const brokenSettled: ReadonlyArray<Talk> = [
  {
    lines: ["C: можно вас набрать, за рулём печатать никак", "P: завтра с утра, сейчас разгрузка"],
    broken: [[M, "завтра с утра, сейчас разгрузка"]]
  },
  { lines: ["C: давайте созвонимся по эскизу", "P: Часов после 17"], broken: [[M, "Часов после 17"]] },
  {
    lines: ["C: may I call you about the fabric?", "P: after lunch, I'm at the cutter's"],
    broken: [[M, "after lunch, I'm at the cutter's"]]
  },
  { lines: ["C: қоңырау шалсам бола ма?", "P: кешке болады"], broken: [[M, "кешке болады"]] },
  { lines: ["C: ақысын шеберге қолма-қол берсем бола ма?", "P: иә, 3 мың"], broken: [[D, "иә, 3 мың"]] },
  { lines: ["C: Ақшаны Каспимен аударсам бола ма, тапсырысты жойып?", "P: Болады"], broken: [[D, "Болады"]] },
  { lines: ["C: пулни картангизга ташласам бўладими?", "P: майли"], broken: [[D, "майли"]] },
  {
    lines: [
      "C: отменю и заберу у вас без комиссии?",
      "P: Не положено",
      "C: никому не скажу",
      "P: ладно, только этот раз"
    ],
    broken: [[D, "ладно, только этот раз"]]
  },
  {
    lines: ["C: Сами можете перекинуть деньги? через Маркет ждать неделю", "P: На карту", "C: на сбер?", "P: да"],
    broken: [[D, "На карту"]]
  },
  {
    lines: ["P: Давайте переведём вам 620 по СБП, напишите телефон и банк", "C: хорошо", "P: отправили, проверьте"],
    broken: [
      [R, "напишите телефон и банк"],
      [D, "Давайте переведём вам 620 по СБП", "напишите телефон и банк"]
    ]
  },
  {
    lines: ["C: I need the drawing", "P: We mail those. Which address of yours may we use? I mean e-mail"],
    broken: [[R, "Which address of yours"]]
  },
  { lines: ["C: Могу свой телеграм оставить, чтобы сообщили", "P: Да, давайте"], broken: [[R, "Да, давайте"]] }
]

/** Times and places that settle something else, and what the shop withdraws or explains. */
export const cleanSettled: ReadonlyArray<Omit<Talk, "broken">> = [
  { lines: ["C: давайте созвонимся", "P: завтра напишу вам тут, что решили"] },
  { lines: ["C: когда привезёте? могу позвонить курьеру", "P: завтра утром"] },
  { lines: ["C: можно позвонить в пункт?", "P: завтра, они до 20"] },
  { lines: ["C: картамен төлесем бола ма?", "P: Иә, Маркетте картамен төлейсіз"] },
  {
    lines: [
      "C: от вашего имени требуют доплату",
      "P: Нам в ватсап",
      "C: писать?",
      "P: ой, оборвалось: в ватсап писать не надо, это не мы"
    ]
  },
  {
    lines: [
      "C: смс не дошла, симка другая",
      "P: новый номер укажите",
      "C: вам?",
      "P: в профиле Маркета, раздел «Личные данные»"
    ]
  },
  {
    lines: [
      "C: Платил картой на Маркете, деньги как вернутся?",
      "P: На карту",
      "C: на ту же?",
      "P: Да, туда же, после приёмки возврата"
    ]
  },
  { lines: ["C: Bu soat telegramga ulanadimi?", "P: Ha, telegramdan xabar keladi"] },
  { lines: ["C: а датчик какой", "P: на схеме внизу чёрная точка", "P: ру... рулетку приложите"] },
  { lines: ["C: I mistyped my email", "P: You can change it in your profile. We don't need it"] }
]
