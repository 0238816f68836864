import { describe, expect, it } from "vitest"
import { fold } from "../../src/text/fold.ts"
import { tokenize } from "../../src/text/tokenize.ts"

const words = (text: string) => tokenize(fold(text).text).map(({ word }) => word)
const sentences = (text: string) => tokenize(fold(text).text).map(({ sentence }) => sentence)

describe("tokenize", () => {
  it("cuts words and numbers, ё as е, apostrophes inside a word", () => {
    expect(words("Ещё e-mail, qo‘ng‘iroq: 8 (926)")).toEqual(["еще", "e", "mail", "qo'ng'iroq", "8", "926"])
  })

  it("reads a word of two scripts by the letters that look like none of the other script, however few they are", () => {
    expect(words("нoмep тeлeфoнa")).toEqual(["номер", "телефона"])
    expect(words("whаtsарр tеlеgrаm")).toEqual(["whatsapp", "telegram"])
    expect(words("teлeгpaм")).toEqual(["телеграм"])
  })

  it("reads a sign between letters as the letter it stands for, twice in a word too, but not in a mailbox", () => {
    expect(words("wh@tsapp, v@ts@p, инст@гр@м")).toEqual(["whatsapp", "vatsap", "инстаграм"])
    expect(words("ivan@mail.ru")).toEqual(["ivan", "mail", "ru"])
    expect(words("ivan@shop@mail.ru")).toEqual(["ivan", "shop", "mail", "ru"])
  })

  it("reads letters set apart as one word, the letters of another script among them too", () => {
    expect(words("т е л е ф о н")).toEqual(["телефон"])
    expect(words("ваш T E Л E Ф O Н")).toEqual(["ваш", "телефон"])
  })

  it("reads a word with masked letters as one, with a star for each, but takes no signs between single letters for masks", () => {
    expect(words("т*лефон, тел••он")).toEqual(["т*лефон", "тел**он"])
    expect(words("н#мер *почты*")).toEqual(["н*мер", "почты"])
    expect(words("ш*в*г")).toEqual(["ш", "в", "г"])
    expect(words("т*е*л*е*ф*о*н")).toEqual(["телефон"])
  })

  it("takes each Chinese character as a word", () => {
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

  it("tells the word before a question mark", () => {
    expect(tokenize("ваш номер? да").map(({ question }) => question)).toEqual([false, true, false])
  })
})
