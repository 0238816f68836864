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

  it("excludes only columns of recipients", async () => {
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

  it("is a message if it looks like one", async () => {
    for (const row of [
      "Приветствие;Здравствуйте!",
      `1;Ответим вам по телефону ${phone}`,
      "Текст;Напишите нам и мы сразу ответим",
      "Доставка;Завтра"
    ]) {
      expect(await textsIn(`${row}\nДа;Нет\n`), row).toContain(row.split(";")[1])
    }
  })

  it("is also read as messages if its cells contain more than column names", async () => {
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

  it("is never replaced, because other programs identify the columns by it", async () => {
    const decoded = Either.getOrThrow(decodeFile("a.csv", new TextEncoder().encode("Ответ пришлю в вацап\nДа\n")))
    const { texts } = readTable(decoded, undefined, anyMessage)
    expect(texts.map(({ key, written }) => [key, written === undefined])).toEqual([
      ["row 1, column 1", true],
      ["row 2, Ответ пришлю в вацап", false]
    ])
  })

  it("identifies recipients beside messages, which are not messages", async () => {
    expect(await textsIn(`name;phone;E-mail;text\nОля;${phone};olya@mail.ru;Здравствуйте\n`)).toEqual([
      "Оля",
      "Здравствуйте"
    ])
    expect(await textsIn(`город;телефон\nМосква;${phone}\n`)).toEqual(["город", "Москва", phone])
  })

  it("is reported if it names none of the selected columns", async () => {
    expect(await faultsIn("name;text\nДа;Нет\n", "tekst")).toEqual([[1, 1, "noSuchColumn"]])
    expect(await faultsIn("name;text\nДа;Нет\n", "text")).toEqual([])
    expect(await faultsIn("name;text\nДа;Нет\n", "!name")).toEqual([])
  })
})

describe("a table", () => {
  it("may declare its delimiter in a separate line", async () => {
    expect(await textsIn(`sep=;\r\nname;text\r\na,b да;"да, ${phone}"\r\n`)).toEqual(["a,b да", `да, ${phone}`])
    expect(await faultsIn("sep=|\ntext|x\nда|1\n", "text")).toEqual([])
  })

  it("has the delimiter with which its rows agree, not the most frequent one in the first row", async () => {
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

  it("is split in linear time even if a quote is not closed", async () => {
    for (const piece of ['"', ",", '"\n', "a;b\n", '"";'] as const) await textsIn(piece.repeat(100_000))
  })

  it("reports a cell with text after its closing quote, and reads it", async () => {
    const source = `name,text\n"Экран 5"";x,${phone}\nB,${phone}\n"C","ok text"\n`
    expect(await faultsIn(source)).toEqual([[4, 2, "strayQuote"]])
    expect((await textsIn(source)).join()).toContain(phone)
    expect(await faultsIn('text\n"да" \n')).toEqual([])
  })
})
