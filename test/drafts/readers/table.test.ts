import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { decodeFile } from "../../../src/drafts/decodeFile.ts"
import { readTable } from "../../../src/drafts/readers/table.ts"
import { anyMessage, selectValues } from "../../../src/drafts/valueSelection.ts"
import { readString } from "../reading.ts"

const phone = "+7 926 555-01-42"
const textsIn = async (source: string, name = "a.csv") => (await readString(name, source)).texts.map(({ text }) => text)
const faultsIn = async (source: string, ...patterns: ReadonlyArray<string>) => {
  const selection = patterns.length > 0 ? selectValues(patterns) : undefined
  return (await readString("a.csv", source, selection)).errors.map(({ line, column, problem }) => [
    line,
    column,
    problem
  ])
}

describe("the first row of a table", () => {
  it("names the columns, and every column that may be sent is read, whatever it is called", async () => {
    for (const [head, ...names] of [
      ["Название шаблона;Содержимое", "Доставка"],
      ["title,description", "Привет"],
      ["text;note", "Привет"],
      ["Код;Вопрос;Ответ", "1", "Где?"],
      ["номер;话术内容", "1"]
    ] as const) {
      const sign = head.includes(";") ? ";" : ","
      expect(await textsIn(`${head}\n${[...names, phone].join(sign)}\n`), head).toEqual([...names, phone])
    }
    expect(await textsIn(`Subject\tBody html\tFooter\nA\tB\t${phone}\n`, "a.tsv")).toEqual(["A", "B", phone])
  })

  it("leaves out whom a message goes to, and nothing else", async () => {
    for (const name of ["email_body", "mobile_text", "Текст почта", "emailText"]) {
      expect(await textsIn(`id,${name},text\n1,${phone},Да\n`), name).toEqual([phone, "Да"])
    }
    for (const name of ["Почта", "phone"]) {
      const recipients = [
        phone,
        "a@shop.example",
        `${phone} доб. 12`,
        "Анна Ли <a@shop.example>",
        "a@b.ru; c@d.ru",
        "-"
      ]
      for (const cell of recipients) expect(await textsIn(`${name},text\n${cell},Да\n`), cell).toEqual(["Да"])
      expect(await textsIn(`${name},text\nЖдём вас ${phone},Да\n`)).toEqual([`Ждём вас ${phone}`, "Да"])
    }
  })

  it("is a message where it looks like one", async () => {
    for (const row of [
      "Приветствие;Здравствуйте!",
      `1;Ответим вам по телефону ${phone}`,
      "Текст;Напишите нам и мы сразу ответим",
      "Доставка;Завтра"
    ]) {
      expect(await textsIn(`${row}\nДа;Нет\n`), row).toContain(row.split(";")[1])
    }
  })

  it("is read as messages too where its cells hold more than names of columns do", async () => {
    for (const row of ["Ответ пришлю в вацап", "Ответ;Позвоните", "Напишите телефон;text", "回复请加我微信"]) {
      const cells = row.split(";").filter((cell) => !["Ответ", "text"].includes(cell))
      expect(await textsIn(`${row}\n${row.replaceAll(/[^;]+/g, "Да")}\n`), row).toEqual(expect.arrayContaining(cells))
    }
    for (const row of [
      "Номер телефона;Текст сообщения",
      "Контактный телефон;text_ru",
      "话术内容;编号",
      "Ответ;url",
      "ru;en"
    ]) {
      expect(await textsIn(`${row}\n-;-\n`), row).toEqual([])
    }
    expect((await readString("a.csv", `text;8 926 555-01-42\n-;-\n`, selectValues(["!text"]))).texts).toHaveLength(1)
    expect((await readString("a.csv", "Ответ в WhatsApp\n-\n", selectValues(["Ответ в WhatsApp"]))).texts).toEqual([])
  })

  it("is never replaced, for other programs know the columns by it", async () => {
    const decoded = Either.getOrThrow(decodeFile("a.csv", new TextEncoder().encode("Ответ пришлю в вацап\nДа\n")))
    const { texts } = readTable(decoded, undefined, anyMessage)
    expect(texts.map(({ key, written }) => [key, written === undefined])).toEqual([
      ["row 1, column 1", true],
      ["row 2, Ответ пришлю в вацап", false]
    ])
  })

  it("tells whom a message goes to, beside the messages, and that is no message", async () => {
    expect(await textsIn(`name;phone;E-mail;text\nОля;${phone};olya@mail.ru;Здравствуйте\n`)).toEqual([
      "Оля",
      "Здравствуйте"
    ])
    expect(await textsIn(`город;телефон\nМосква;${phone}\n`)).toEqual(["город", "Москва", phone])
  })

  it("is told when it names no column that is selected", async () => {
    expect(await faultsIn("name;text\nДа;Нет\n", "tekst")).toEqual([[1, 1, "noSuchColumn"]])
    expect(await faultsIn("name;text\nДа;Нет\n", "text")).toEqual([])
    expect(await faultsIn("name;text\nДа;Нет\n", "!name")).toEqual([])
  })
})

describe("a table as programs write it", () => {
  it("may tell the sign between its cells in a line of its own", async () => {
    expect(await textsIn(`sep=;\r\nname;text\r\na,b да;"да, ${phone}"\r\n`)).toEqual(["a,b да", `да, ${phone}`])
    expect(await faultsIn("sep=|\ntext|x\nда|1\n", "text")).toEqual([])
  })

  it("has the sign by which its rows are alike, not the one that stands most in the first", async () => {
    expect(await textsIn("1;Здравствуйте, Анна, ждём вас\n2;Ждём вас\n3;Спасибо\n")).toEqual([
      "1",
      "Здравствуйте, Анна, ждём вас",
      "2",
      "Ждём вас",
      "3",
      "Спасибо"
    ])
    expect(await textsIn('1;Да, да\n2;"Ждём ""тут"", 5; 6\nда"\n')).toContain('Ждём "тут", 5; 6\nда')
    expect(await textsIn("id,text,note\n1,Да; нет,x\n2,Да; да,y\n")).toContain("Да; нет")
    expect(await textsIn("1;Да, нет\n2;Нет, да\n")).toContain("Да, нет")
    expect(await textsIn("a\tДа; нет\nb\tНет; да\n")).toContain("Да; нет")
    expect(await textsIn("Шаблоны\n1;Да, нет\n2;Нет\n")).toContain("Да, нет")
    expect(await textsIn(`text\n${"Да, хорошо\n".repeat(3)}Нет\n`)).toContain("Да, хорошо")
  })

  it("is told apart no slower where it is long or has no end", async () => {
    for (const piece of ['"', ",", '"\n', "a;b\n", '"";'] as const) await textsIn(piece.repeat(100_000))
  })

  it("tells a cell that goes on behind its quotation mark, and reads what it holds", async () => {
    const source = `name,text\n"Экран 5"";x,${phone}\nB,${phone}\n"C","ok text"\n`
    expect(await faultsIn(source)).toEqual([[4, 2, "strayQuote"]])
    expect((await textsIn(source)).join()).toContain(phone)
    expect(await faultsIn('text\n"да" \n')).toEqual([])
  })
})
