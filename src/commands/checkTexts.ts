import { defineTexts } from "../locale/Texts.ts"

/** What `chatlint check` says of itself. */
export const checkTexts = defineTexts({
  en: {
    check: "Judge texts before they are sent: rows of JSON on standard input, one answer a row",
    ndjson:
      "read rows '{'id, text, region?'}' or '{'id, messages: ['{'sender, at, text, files?'}'], region?'}', one a line, and answer each as soon as it is judged",
    business: "business whose allow lists count beside those for all",
    minConfidence: "leave out findings less sure than this, 0 to 1",
    reveal: "show contacts unmasked",
    ndjsonOnly:
      "Files cannot be checked yet. Give rows of JSON on standard input: chatlint check --ndjson < rows.ndjson. See: chatlint check --help",
    inputUnreadable: "Standard input could not be read to its end. Check where it comes from and start again."
  },
  ru: {
    check: "Проверить тексты до отправки: строки JSON в стандартном вводе, на каждую ответ",
    ndjson:
      "читать строки '{'id, text, region?'}' или '{'id, messages: ['{'sender, at, text, files?'}'], region?'}', по одной в строке, и отвечать на каждую сразу",
    business: "кабинет, чьи списки разрешённого действуют вместе с общими",
    minConfidence: "не показывать находки с уверенностью меньше этой, от 0 до 1",
    reveal: "показать контакты без маски",
    ndjsonOnly:
      "Файлы пока не проверяются. Подайте строки JSON в стандартный ввод: chatlint check --ndjson < rows.ndjson. Справка: chatlint check --help",
    inputUnreadable: "Стандартный ввод не удалось прочитать до конца. Проверьте его источник и запустите снова."
  },
  zh: {
    check: "发送前检查文本：标准输入每行一个 JSON，逐行回答",
    ndjson:
      "逐行读取 '{'id, text, region?'}' 或 '{'id, messages: ['{'sender, at, text, files?'}'], region?'}'，判断后立即回答",
    business: "除通用放行名单外，还使用该店铺后台的名单",
    minConfidence: "不显示可信度低于此值的发现，0 到 1",
    reveal: "不遮盖联系方式",
    ndjsonOnly:
      "暂不支持检查文件。请从标准输入给出 JSON 行：chatlint check --ndjson < rows.ndjson。帮助：chatlint check --help",
    inputUnreadable: "标准输入未能读完。请检查其来源后重新运行。"
  }
})
