import type { Talk } from "./splitConversations.ts"

const C = "payment-card"
const D = "off-platform-deal"
const M = "messenger-contact"
const P = "phone-number"

/** Talks in which the pieces of a number are told where to stand, what stands among them is to be left out, or a number is explained later. */
export const brokenOrdered: ReadonlyArray<Talk> = [
  {
    lines: ["C: номер гаража дайте", "P: хвост 62-17", "P: серединка 440", "P: а начало 8 912"],
    broken: [[P, "62-17", "440", "8 912"]]
  },
  {
    lines: [
      "C: как вас набрать",
      "P: начинается с 8 912",
      "P: в конце 62-17",
      "C: между ними что?",
      "P: посередине 440"
    ],
    broken: [[P, "8 912", "62-17", "440"]]
  },
  {
    lines: ["C: телефон сторожа?", "P: заканчивается на 6217", "C: а впереди?", "P: 8 912 440"],
    broken: [[P, "6217", "8 912 440"]]
  },
  {
    lines: ["C: phone of the studio?", "P: last four 6217", "P: before that 440", "P: starts with 8 912"],
    broken: [[P, "6217", "440", "8 912"]]
  },
  {
    lines: ["C: куда доплату?", "P: на карту, читайте снизу вверх", "P: 5660", "P: 0445", "P: 7010", "P: 2200"],
    broken: [
      [D, "на карту, читайте снизу вверх", "5660", "0445", "7010", "2200"],
      [C, "5660", "0445", "7010", "2200"]
    ]
  },
  {
    lines: ["C: номер колориста?", "P: 8х9х1х2х4", "P: иксы выкиньте", "P: 4х0х6х2х1х7"],
    broken: [[P, "8х9х1х2х4", "иксы выкиньте", "4х0х6х2х1х7"]]
  },
  {
    lines: ["C: телефон дайте", "P: 8 912 440", "C: дальше", "P: чай пролила, минутку", "P: 62 17"],
    broken: [[P, "8 912 440", "62 17"]]
  },
  {
    lines: ["C: как вас найти?", "P: артикул 89124406217", "C: такого нет", "P: это не артикул, по нему наберите"],
    broken: [
      [P, "89124406217"],
      [M, "по нему наберите"]
    ]
  }
]

/** Figures that are told their places and are none to dial. */
export const cleanOrdered: ReadonlyArray<Omit<Talk, "broken">> = [
  { lines: ["C: хвост длинный?", "P: последние 2 остались по 44 см", "P: первые 12 уже ушли", "P: 8 штук в пути"] },
  { lines: ["C: Какой код у замка?", "P: последние четыре 6217", "P: перед ними 440", "P: начало 8912"] },
  {
    lines: [
      "C: артикул подскажите",
      "P: артикул 89124406217",
      "C: не нашла",
      "P: это не артикул, а код партии, сейчас исправлю"
    ]
  },
  { lines: ["C: серийный 79124406217, гарантия есть?", "P: Проверила 79124406217: есть, до марта"] }
]
