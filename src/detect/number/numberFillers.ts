import { digitBit, kindOf, letterBit } from "../../text/characterKinds.ts"

/** Words that say that the parts of one number go on: what comes next, where a part stands, what signs are between them. */
const sequence = new Set(
  (
    "тире дефис минус черточка чёрточка пробел скобка скобки скобках слэш слеш дробь точка потом затем дальше далее следом " +
    "еще ещё и а после этого снова опять код города оператора оператор город дефиз региона сети " +
    "сначала сперва вначале начало начинается начинаем стартуем старт конец конце концовка концовочка середина середине " +
    "серединка серединке хвост хвостик хвостике остальное остаток остальные продолжение продолжается " +
    "продолжаем продолжаю заканчивается заканчиваем кончается завершаем завершает завершение замыкает наконец финал финале финиш " +
    "цифра цифры цифр цифрой циферка циферки допишите дописываем добавьте добавляем добавь напоследок вдогонку занавес страны кода кодом закончите закончить завершите прибавьте приписываем припишите " +
    "приставьте вставьте ставим ставьте идет идут стоит стоят блок блока группа группу часть частью кусок кусочек отрезок половина " +
    "половинка порция пара пару пробела пробелов без слитно пауза паузу паузой стоп ней ним ними мтс билайн мегафон теле йота " +
    "dash hyphen space then and minus slash dot point area code next again followed by plus add append " +
    "finish finishes lastly finally ends ending end starts start begins middle rest remaining pause digits digit after block group part chunk half " +
    "tire boşluk sonra sonunda başta başı devamı chiziq keyin сызықша сосын содан кейін önce ardından son ve алдымен басы басында " +
    "ортасы ортасында соңында соңы және boshida o'rtada oxirida oxiri so'ng avval oldin va"
  ).split(" ")
)

/** Words that say which part of a number comes next: "первая 8 905, вторая 331". */
const ordinals = new Set(
  (
    "первые первая первый первое первой первым второй вторая второе вторые вторым второю третий третья третье третьи третьим третьей " +
    "четвертый четвертая четвертое четвертые четвертым пятый пятая пятое пятые пятым шестой шестая шестое следующие следующая следующий " +
    "следующее последние последняя последний последнее последним последней заключительные заключительная другая " +
    "first second third fourth fifth next following last final ilk birinci ikinci üçüncü dördüncü sonraki бірінші екінші үшінші төртінші соңғы " +
    "birinchi ikkinchi uchinchi to'rtinchi keyingi oxirgi"
  ).split(" ")
)

/** Parts of a number by how many digits are in them: "первая четвёрка 2204", "вторая тройка 331". */
const groupsBySize = new Set(
  (
    "двойка двойку двоечка тройка тройку троечка четверка четверку четверочка пятерка пятерку шестерка шестерку семерка семерку " +
    "восьмерка восьмерку четверки двойки тройки пятерки"
  ).split(" ")
)

/** Words that may stand among those, but as often beside figures of another kind: "8 на 16 в 20". */
const passing = new Set(
  (
    "в на за под к с со а сразу это сам сама само самом самый ну вот же там тут уже просто только пишите пишем набирайте набираете жмите " +
    "догадаешься догадаетесь догадайтесь понятно ясно его ее is it with the at in from en olarak undan bundan одан осыдан ondan bundan"
  ).split(" ")
)

const fillerIdeographs = new Set("杠横空格再然后最接着跟是加前中间末尾第位组段开头结尾先")

/** Fillers that say that the next part is an area code. */
const codeWords = new Set(["код", "кода", "кодом", "code"])

/** What an area code may be followed by: "код 495, телефон 555-10-20". */
const numberNouns = new Set(["номер", "телефон", "тел", "number", "phone"])

/** What is counted in "следующие три цифры": the number word before it says how many of them follow. */
const digitNouns = new Set(
  "цифра цифры цифр циферки циферок знака знаков digits digit rakam raqam hane haneli сан".split(" ")
)

/** Whether a word or a Chinese character may be said between the parts of one number. */
export const isNumberFiller = (word: string): boolean =>
  sequence.has(word) || ordinals.has(word) || passing.has(word) || fillerIdeographs.has(word)

/** Whether a filler by itself does not tell that a number goes on. */
export const isPassingFiller = (word: string): boolean => passing.has(word)

export const announcesCode = (word: string): boolean => codeWords.has(word)

/** Whether a word before the first part says that an area code comes: "оператор 903, номер 555 01 22". */
export const opensWithCode = (word: string): boolean => codeWords.has(word) || word === "оператор"

export const isNumberNoun = (word: string): boolean => numberNouns.has(word)

/** Whether the word after a blank at `end` is one for digits, so that what stands before it counts them. */
export const countsDigits = (text: string, end: number): boolean => {
  const first = text.charAt(end + 1)
  if (text.charAt(end) !== " " || first === "" || !"цзсdrh".includes(first)) return false
  const after = text.slice(end + 1, end + 9)
  const word = /^\p{L}+/u.exec(after)
  return word !== null && digitNouns.has(word[0])
}

/** The words before a group of digits are no longer than "заключительная". */
const longestOrdinal = 16

/** Whether an ordinal stands before `start`, with one blank between. */
const isAfterOrdinal = (text: string, start: number): boolean => {
  if (start === 0 || text.charAt(start - 1).trim() !== "") return false
  let first = start - 1
  while (first > 0 && start - first <= longestOrdinal && isLetter(text.charCodeAt(first - 1))) first -= 1
  return ordinals.has(text.slice(first, start - 1).replaceAll("ё", "е"))
}

const isLetter = (unit: number): boolean => unit === apostrophe || (kindOf(unit) & (letterBit | digitBit)) === letterBit

/** "to'rtinchi" */
const apostrophe = 0x27

/**
 * Whether the number word from `start` to `end` says how many digits the part has that follows it: "первая четвёрка 2204", "next four 0332".
 * `value` is what the word says.
 */
export const countsGroup = (text: string, start: number, end: number, word: string, value: number): boolean => {
  if (!isAfterOrdinal(text, start)) return false
  if (groupsBySize.has(word)) return true
  const next = /^[\s:—–-]{1,3}(\d+)(?!\d)/.exec(text.slice(end, end + 12))
  return value > 1 && next?.[1]?.length === value
}
