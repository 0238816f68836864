import { describe, expect, it } from "vitest"
import { fold } from "../../src/text/fold.ts"
import { tokenize } from "../../src/text/tokenize.ts"

const words = (text: string) => tokenize(fold(text).text).map(({ word }) => word)
const sentences = (text: string) => tokenize(fold(text).text).map(({ sentence }) => sentence)

describe("tokenize", () => {
  it("splits words and numbers, with е for ё and apostrophes inside words", () => {
    expect(words("Ещё e-mail, qo‘ng‘iroq: 8 (926)")).toEqual(["еще", "e", "mail", "qo'ng'iroq", "8", "926"])
  })

  it("reads a word of two scripts by the letters without look-alikes, however few they are", () => {
    expect(words("нoмep тeлeфoнa")).toEqual(["номер", "телефона"])
    expect(words("whаtsарр tеlеgrаm")).toEqual(["whatsapp", "telegram"])
    expect(words("teлeгpaм")).toEqual(["телеграм"])
  })

  it("reads signs between letters as the letters that they stand for, but not in a mailbox", () => {
    expect(words("wh@tsapp, v@ts@p, инст@гр@м")).toEqual(["whatsapp", "vatsap", "инстаграм"])
    expect(words("ivan@mail.ru")).toEqual(["ivan", "mail", "ru"])
    expect(words("ivan@shop@mail.ru")).toEqual(["ivan", "shop", "mail", "ru"])
  })

  it("reads spaced letters as one word, even with letters of another script", () => {
    expect(words("т е л е ф о н")).toEqual(["телефон"])
    expect(words("ваш T E Л E Ф O Н")).toEqual(["ваш", "телефон"])
  })

  it("reads a masked word as one with a star per hidden letter, but not signs between single letters", () => {
    expect(words("т*лефон, тел••он")).toEqual(["т*лефон", "тел**он"])
    expect(words("н#мер *почты*")).toEqual(["н*мер", "почты"])
    expect(words("ш*в*г")).toEqual(["ш", "в", "г"])
    expect(words("т*е*л*е*ф*о*н")).toEqual(["телефон"])
  })

  it("reads each Chinese character as a word", () => {
    expect(words("留邮箱 ok")).toEqual(["留", "邮", "箱", "ok"])
  })

  it("numbers the sentences, but not after an abbreviation, a number or a colon before a new line", () => {
    expect(sentences("Готово. Завтра")).toEqual([0, 1])
    expect(sentences("тел. ваш")).toEqual([0, 0])
    expect(sentences("пришлёт смс. Подъём")).toEqual([0, 0, 1])
    expect(sentences("напишите нам. Ждём")).toEqual([0, 0, 1])
    expect(sentences("версия 2.0.1")).toEqual([0, 0, 0, 0])
    expect(sentences("пришлите:\nтелефон")).toEqual([0, 0])
    expect(sentences("один\nдва")).toEqual([0, 1])
  })

  it("marks the word before a question mark", () => {
    expect(tokenize("ваш номер? да").map(({ question }) => question)).toEqual([false, true, false])
  })
})
