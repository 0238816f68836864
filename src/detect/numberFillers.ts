/** Words that are said between the parts of one number. */
const fillers = new Set(
  (
    "тире дефис минус черточка чёрточка пробел скобка скобки скобках слэш слеш дробь точка потом затем дальше далее следом " +
    "еще ещё и а после этого снова опять код города оператора город дефиз " +
    "dash hyphen space then and minus slash dot point area code next again followed by " +
    "tire boşluk sonra chiziq keyin сызықша сосын содан кейин"
  ).split(" ")
)

const fillerIdeographs = new Set("杠横空格再然后")

/** Fillers that say that the next part is an area code. */
const codeWords = new Set(["код", "code"])

/** What an area code may be followed by: "код 495, телефон 555-10-20". */
const numberNouns = new Set(["номер", "телефон", "тел", "number", "phone"])

/** Whether a word or a Chinese character may be said between the parts of one number. */
export const isNumberFiller = (word: string): boolean => fillers.has(word) || fillerIdeographs.has(word)

export const announcesCode = (word: string): boolean => codeWords.has(word)

export const isNumberNoun = (word: string): boolean => numberNouns.has(word)
