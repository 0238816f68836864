import { defineTexts } from "../locale/Texts.ts"

/** Messages about rows that cannot be read. They quote nothing of the row, which may contain a buyer's data. */
export const rowTexts = defineTexts({
  en: {
    tooLong: "line {line}: the row is longer than {limit} MB.",
    notUtf8: "line {line}: the row is not UTF-8.",
    notJson: "line {line}: the row is not JSON.",
    notObject: `line {line}: the row is not an object such as '{'"id": "a1", "text": "…"'}'.`,
    wrongValue: "line {line}: {place} has to be {expected}.",
    textOrMessages: "line {line}: the row has to have either text or messages.",
    "expected.id": "a string or a number",
    "expected.text": "a string",
    "expected.messages": "a list of messages",
    "expected.message": "an object with sender, at and text or files",
    "expected.sender": "PARTNER, CUSTOMER, MARKET or SUPPORT",
    "expected.at": "a time such as 2026-11-02T10:00:00+03:00",
    "expected.files": "a list of file names",
    "expected.region":
      "a country of two capital letters such as RU{meant, select, none {} other { (did you mean {meant}?)}}"
  },
  ru: {
    tooLong: "строка {line}: длиннее {limit} МБ.",
    notUtf8: "строка {line}: не UTF-8.",
    notJson: "строка {line}: не JSON.",
    notObject: `строка {line}: не объект вида '{'"id": "a1", "text": "…"'}'.`,
    wrongValue: "строка {line}: в {place} ожидается {expected}.",
    textOrMessages: "строка {line}: в ней должно быть либо text, либо messages.",
    "expected.id": "строка или число",
    "expected.text": "строка",
    "expected.messages": "список сообщений",
    "expected.message": "объект с sender, at и text или files",
    "expected.sender": "PARTNER, CUSTOMER, MARKET или SUPPORT",
    "expected.at": "время вида 2026-11-02T10:00:00+03:00",
    "expected.files": "список имён файлов",
    "expected.region":
      "страна двумя заглавными буквами, например RU{meant, select, none {} other { (может быть, {meant}?)}}"
  },
  zh: {
    tooLong: "第 {line} 行：超过 {limit} MB。",
    notUtf8: "第 {line} 行：不是 UTF-8。",
    notJson: "第 {line} 行：不是 JSON。",
    notObject: `第 {line} 行：不是 '{'"id": "a1", "text": "…"'}' 这样的对象。`,
    wrongValue: "第 {line} 行：{place} 应为{expected}。",
    textOrMessages: "第 {line} 行：必须含 text 或 messages 之一。",
    "expected.id": "字符串或数字",
    "expected.text": "字符串",
    "expected.messages": "消息列表",
    "expected.message": "含 sender、at 以及 text 或 files 的对象",
    "expected.sender": "PARTNER、CUSTOMER、MARKET 或 SUPPORT",
    "expected.at": "形如 2026-11-02T10:00:00+03:00 的时间",
    "expected.files": "文件名列表",
    "expected.region": "RU 这样的两字母大写国家代码{meant, select, none {} other {（是否应为 {meant}？）}}"
  }
})

type TextKey = (typeof rowTexts.keys)[number]

/** The expected value of a row's field. */
export type RowExpectation = Extract<TextKey, `expected.${string}`>

/** What is wrong with a row. */
export type RowProblem = Exclude<TextKey, RowExpectation>
