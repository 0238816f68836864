/** Words that say that the parts of one number go on: what comes next, where a part stands, what signs are between them. */
const sequence = new Set(
  (
    "тире дефис минус черточка чёрточка пробел скобка скобки скобках слэш слеш дробь точка потом затем дальше далее следом " +
    "еще ещё и а после этого снова опять код города оператора город дефиз региона сети " +
    "сначала сперва вначале первые первая первый следующие следующая следующий последние последняя последний начало начинается " +
    "начинаем конец конце концовка середина серединка хвост хвостик остальное остаток остальные продолжение продолжается " +
    "продолжаем продолжаю заканчивается заканчиваем кончается завершаем наконец финал цифра цифры цифр цифрой циферка циферки " +
    "ней ним ними мтс билайн мегафон теле йота " +
    "dash hyphen space then and minus slash dot point area code next again followed by " +
    "first last lastly finally ends ending end starts begins rest digits digit after " +
    "tire boşluk sonra chiziq keyin сызықша сосын содан кейин önce ardından son ve алдымен соңында соңы және oxirida oxiri va"
  ).split(" ")
)

/** Words that may stand among those, but as often beside figures of another kind: "8 на 16 в 20". */
const passing = new Set(
  (
    "в на за к с со это сам сама само самом самый ну вот же там тут уже просто только пишите пишем набирайте набираете жмите " +
    "догадаешься догадаетесь догадайтесь понятно ясно его ее is it with the at in from en olarak"
  ).split(" ")
)

const fillerIdeographs = new Set("杠横空格再然后最接着跟是加")

/** Fillers that say that the next part is an area code. */
const codeWords = new Set(["код", "code"])

/** What an area code may be followed by: "код 495, телефон 555-10-20". */
const numberNouns = new Set(["номер", "телефон", "тел", "number", "phone"])

/** What is counted in "следующие три цифры": the number word before it says how many of them follow. */
const digitNouns = new Set("цифра цифры цифр циферки циферок знака знаков digits digit rakam".split(" "))

/** Whether a word or a Chinese character may be said between the parts of one number. */
export const isNumberFiller = (word: string): boolean =>
  sequence.has(word) || passing.has(word) || fillerIdeographs.has(word)

/** Whether a filler by itself does not tell that a number goes on. */
export const isPassingFiller = (word: string): boolean => passing.has(word)

export const announcesCode = (word: string): boolean => codeWords.has(word)

export const isNumberNoun = (word: string): boolean => numberNouns.has(word)

/** Whether the word after a blank at `end` is one for digits, so that what stands before it counts them. */
export const countsDigits = (text: string, end: number): boolean => {
  const first = text.charAt(end + 1)
  if (text.charAt(end) !== " " || (first !== "ц" && first !== "з" && first !== "d" && first !== "r")) return false
  const after = text.slice(end + 1, end + 9)
  const word = /^\p{L}+/u.exec(after)
  return word !== null && digitNouns.has(word[0])
}
