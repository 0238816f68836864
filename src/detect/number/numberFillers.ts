import { digitBit, kindOf, letterBit } from "../../text/characterKinds.ts"
import { numeralAfter } from "./standsForDigits.ts"

/** Words that imply that the parts of one number continue: they announce the next part, its position or a separator. */
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

/** Words that name the position of a part of a number: "первая 8 905, вторая 331". */
const ordinals = new Set(
  (
    "первые первая первый первое первой первым второй вторая второе вторые вторым второю третий третья третье третьи третьим третьей " +
    "четвертый четвертая четвертое четвертые четвертым пятый пятая пятое пятые пятым шестой шестая шестое следующие следующая следующий " +
    "следующее последние последняя последний последнее последним последней заключительные заключительная другая " +
    "first second third fourth fifth next following last final ilk birinci ikinci üçüncü dördüncü sonraki бірінші екінші үшінші төртінші соңғы " +
    "birinchi ikkinchi uchinchi to'rtinchi keyingi oxirgi"
  ).split(" ")
)

/** Names of parts of a number by their count of digits: "первая четвёрка 2204", "вторая тройка 331". */
const groupsBySize = new Set(
  (
    "двойка двойку двоечка тройка тройку троечка четверка четверку четверочка пятерка пятерку шестерка шестерку семерка семерку " +
    "восьмерка восьмерку четверки двойки тройки пятерки"
  ).split(" ")
)

/** Words that occur between the parts of a number, but also between unrelated figures: "8 на 16 в 20". */
const passing = new Set(
  (
    "в на за под к с со а сразу это сам сама само самом самый ну вот же там тут уже просто только пишите пишем набирайте набираете жмите " +
    "догадаешься догадаетесь догадайтесь понятно ясно его ее is it with the at in from en olarak undan bundan одан осыдан ondan bundan"
  ).split(" ")
)

const fillerIdeographs = new Set("杠横空格再然后最接着跟是加前中间末尾第位组段开头结尾先")

/** Fillers that announce the next part as an area code. */
const codeWords = new Set(["код", "кода", "кодом", "code"])

/** Words that may follow an area code: "код 495, телефон 555-10-20". */
const numberNouns = new Set(["номер", "телефон", "тел", "number", "phone"])

/** Words for digits, as in "следующие три цифры", where the number word counts the digits that follow. */
const digitNouns = new Set(
  "цифра цифры цифр циферки циферок знака знаков digits digit rakam raqam hane haneli сан".split(" ")
)

/** Whether a word or a Chinese character may separate the parts of one number. */
export const isNumberFiller = (word: string): boolean =>
  sequence.has(word) || ordinals.has(word) || passing.has(word) || fillerIdeographs.has(word)

/** Whether a filler does not imply that a number continues. */
export const isPassingFiller = (word: string): boolean => passing.has(word)

export const announcesCode = (word: string): boolean => codeWords.has(word)

/** Whether a word before the first part announces an area code: "оператор 903, номер 555 01 22". */
export const opensWithCode = (word: string): boolean => codeWords.has(word) || word === "оператор"

export const isNumberNoun = (word: string): boolean => numberNouns.has(word)

/** Whether the word after a blank at `end` means digits, so that the number before it is a count. */
export const countsDigits = (text: string, end: number): boolean => {
  const first = text.charAt(end + 1)
  if (text.charAt(end) !== " " || first === "" || !"цзсdrh".includes(first)) return false
  const after = text.slice(end + 1, end + 9)
  const word = /^\p{L}+/u.exec(after)
  return word !== null && digitNouns.has(word[0])
}

/** The maximum length of an ordinal before a group of digits: "заключительная". */
const longestOrdinal = 16

/** The ordinal that precedes `start` with one blank between them; an empty string if there is none. */
const ordinalBefore = (text: string, start: number): string => {
  if (start === 0 || text.charAt(start - 1).trim() !== "") return ""
  let first = start - 1
  while (first > 0 && start - first <= longestOrdinal && isLetter(text.charCodeAt(first - 1))) first -= 1
  const word = text.slice(first, start - 1).replaceAll("ё", "е")
  return ordinals.has(word) ? word : ""
}

const isLetter = (unit: number): boolean => unit === apostrophe || (kindOf(unit) & (letterBit | digitBit)) === letterBit

/** As in "to'rtinchi". */
const apostrophe = 0x27

/** Ordinals that often precede a count of digits: "последние восемь", "first eight". */
const countingOrdinals = new Set(
  (
    "первые вторые третьи четвертые пятые следующие последние другие заключительные first second third fourth next following last final " +
    "ilk sonraki son алғашқы келесі соңғы birinchi keyingi oxirgi"
  ).split(" ")
)

/** The maximum length of a counted part with its separators, in UTF-16 code units. */
const longestCounted = 24

/**
 * Whether the number word from `start` to `end` states the length of the part after it: "первая четвёрка 2204",
 * "next four 0332", "последние восемь: 7741 0938". `value` is the value of the word.
 */
export const countsGroup = (text: string, start: number, end: number, word: string, value: number): boolean => {
  const ordinal = ordinalBefore(text, start)
  if (ordinal === "") return false
  if (groupsBySize.has(word)) return true
  if (value < 2) return false
  const after = text.slice(end, end + longestCounted)
  // "первые три: девятьсот двадцать один"
  if (countingOrdinals.has(ordinal) && countSign.test(after) && numeralAfter(text, end) !== undefined) return true
  const next = /^[\s:—–-]{1,3}(\d+)(?!\d)/.exec(after)
  return next?.[1]?.length === value || (countingOrdinals.has(ordinal) && holdsDigits(after, value))
}

/**
 * Whether the digits from `start` to `end` state the length of the part after a colon or dash:
 * "последние 8: 7741 0938".
 */
export const countsDigitsBehind = (text: string, start: number, end: number): boolean => {
  const value = Number(text.slice(start, end))
  return (
    value > 1 &&
    countSign.test(text.slice(end, end + 2)) &&
    countingOrdinals.has(ordinalBefore(text, start)) &&
    holdsDigits(text.slice(end, end + longestCounted), value)
  )
}

/** Separates a count from what it counts. */
const countSign = /^\s?[:—–]/

/** Whether a text begins with groups that have exactly `count` digits together. */
const holdsDigits = (text: string, count: number): boolean => {
  const groups = /^[\s:—–-]{1,3}(\d+(?:[ -]\d+)*)/.exec(text)?.[1] ?? ""
  return groups.replaceAll(/[ -]/g, "").length === count
}
