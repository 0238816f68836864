import { describe, expect, it } from "vitest"
import { nameRanges } from "../../../src/engine/masking/nameRanges.ts"
import { fold } from "../../../src/text/fold.ts"

/** The text with all words of the name masked. */
const masked = (written: string, customerName: string): string => {
  const { text } = fold(written)
  return nameRanges(text, customerName).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}•••${left.slice(end)}`,
    text
  )
}

/** Names with their grammatical cases as a shop may write them. */
const declined: ReadonlyArray<readonly [string, string]> = [
  ["Наталья", "Наталья Натальи Наталье Наталью Натальей Наталия Наталии"],
  ["Юлия", "Юлия Юлии Юлию Юлией Юлией"],
  ["Ирина Петрова", "Ирина Ирине Ирину Ириной Петрова Петровой Петрову"],
  ["Анна", "Анна Анны Анне Анну Анной Анною"],
  ["Яна", "Яна Яны Яне Яну Яной"],
  ["Оля", "Оля Оли Оле Олю Олей"],
  ["Павел", "Павел Павла Павлу Павлом Павле"],
  ["Лев", "Лев Льва Льву Львом Льве"],
  ["Пётр", "Пётр Петр Петра Петру Петром Петре"],
  ["Илья", "Илья Ильи Илье Илью Ильёй Ильей"],
  ["Андрей", "Андрей Андрея Андрею Андреем Андрее"],
  ["Дмитрий", "Дмитрий Дмитрия Дмитрию Дмитрием Дмитрии"],
  ["Игорь", "Игорь Игоря Игорю Игорем Игоре"],
  ["Любовь", "Любовь Любови Любовью"],
  ["Иван Достоевский", "Иван Ивана Ивану Достоевский Достоевского Достоевскому Достоевским"],
  ["НАТАЛЬЯ", "наталья НАТАЛЬЕ Наталье"],
  ["Anna", "Anna ANNA Annas"],
  ["Толстой", "Толстой Толстого Толстому Толстым Толстом"],
  ["李娜", "李娜"],
  ["Ян", "Ян Яна Яну Яном"],
  ["Лия Ли", "Лия Лию Лией Ли"]
]

describe("the buyer's name", () => {
  for (const [name, cases] of declined) {
    it(`is found in its cases: ${name}`, () => {
      for (const form of cases.split(" ")) {
        expect(masked(`добрый день, ${form}, заказ готов`, name)).toBe("добрый день, •••, заказ готов")
      }
    })
  }

  it("is found in Chinese text, which has no blanks between words", () => {
    expect(masked("您好李娜，请发您的电话", "李娜")).toBe("您好•••,请发您的电话")
  })

  it("is not found in words that only start like it", () => {
    const kept: ReadonlyArray<readonly [string, string]> = [
      ["Яна", "январь янтарь"],
      ["Лия", "ли лимон лист"],
      ["Марина", "маринад маринованный мариновать"],
      ["Ян", "январь янтарь"],
      ["Лев", "лента львенок левша"],
      ["Роман С.", "романтика с романс"],
      ["Анна", "аннотация анализ"],
      ["Павел", "павильон павлин"]
    ]
    for (const [name, words] of kept) {
      for (const word of words.split(" ")) expect(masked(`тут ${word} есть`, name)).toBe(`тут ${word} есть`)
    }
  })
})
