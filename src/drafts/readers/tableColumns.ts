/** Words in names of message columns, in English and Russian. */
const messageWord =
  /^(?:texts?|messages?|msg|body|content|repl(?:y|ies)|answers?|templates?|phrases?|captions?|titles?|subjects?|greetings?|descriptions?|notes?|footer|html|сообщени\p{L}*|текст\p{L}{0,2}|ответ\p{L}{0,2}|шаблон\p{L}{0,2}|фраз\p{L}{1,2}|реплик\p{L}|приветстви\p{L}|тем[аы]|заголов\p{L}+|описани\p{L}|содержимое|содержани\p{L})$/iu
const chineseMessageWord = /内容|文本|消息|回复|模板|标题|话术|描述/
const language = /^(?:ru|en|zh|kk|uz|be|tr|kz|by)(?:[-_][a-z]+)?$/i

/** Words in other column names, which also identify a header. */
const dataWord =
  /^(?:ids?|keys?|codes?|sku|names?|questions?|comments?|categor(?:y|ies)|groups?|tags?|dates?|status|lang(?:uage)?|locale|url|link|image|price|№|#|ключ\p{L}?|код\p{L}?|артикул|названи\p{L}|имя|фио|категори\p{L}|групп\p{L}|дат[аы]|статус|язык|вопрос\p{L}{0,2}|комментари\p{L}|контактн\p{L}{2}|ссылк\p{L}|цен[аы]|номер|заказ|编号|名称|分类|日期)$/iu

/** Words in names of columns with recipients, which are not sent. */
const recipientWord = /^(?:phones?|tel|telephone|mobile|e-?mail|mail|телефон\p{L}?|почта|电话|手机|邮箱)$/iu

/** The name of a column is not a sentence, contains no number and has few words. */
const sentence = /[.!?…,:;{}@/]|\d{3}/
const longestName = 40
const mostWords = 4

/** Splits "messageText", "message_text" and "message text" into two words. */
const wordsOf = (name: string): ReadonlyArray<string> =>
  name.split(/[\s_-]+|(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])/).filter((word) => word !== "")

const isMessageName = (name: string): boolean =>
  language.test(name) || chineseMessageWord.test(name) || wordsOf(name).some((word) => messageWord.test(word))

const isRecipientName = (name: string): boolean => wordsOf(name).some((word) => recipientWord.test(word))

/** Whether a cell may be a column name. */
export const isName = (cell: string): boolean =>
  cell.length <= longestName && !sentence.test(cell) && wordsOf(cell).length <= mostWords && /^$|[\p{L}№#]/u.test(cell)

const isKnownName = (cell: string): boolean =>
  isMessageName(cell) || isRecipientName(cell) || wordsOf(cell).some((word) => dataWord.test(word))

/** A name of one or several words, such as "话术内容". */
const chineseNameWord = /^(?:内容|文本|消息|回复|模板|标题|话术|描述)+$/
/** The first word of "E-mail". */
const letterBeforeMail = /^e$/i
const nameWords = [language, messageWord, chineseNameWord, dataWord, recipientWord, letterBeforeMail]

/** Whether a column name contains a word that is unusual in such names, so that it may be a message. */
export const mayBeMessage = (name: string): boolean =>
  !language.test(name) && wordsOf(name).some((word) => !nameWords.some((known) => known.test(word)))

/** Whether the first row of a table is a header: all cells look like column names, and at least one is a known one. */
export const isHeader = (cells: ReadonlyArray<string>): boolean => cells.every(isName) && cells.some(isKnownName)

/** Words that may accompany the number or address of a recipient. */
const besideRecipient = /^(?:доб|добавочный|тел|моб|раб|дом|ext|tel|mob|phone|e|mail|e-mail|и|or|и\/или|或)$/iu

/** "Анна Иванова <anna@shop.example>" */
const namedMailbox = /^[^<>@]*<[^\s<>@]+@[^\s<>@]+>$/u

/** Whether a cell contains only numbers and addresses. Other cells of a recipient column are judged. */
export const isRecipient = (cell: string): boolean =>
  namedMailbox.test(cell.trim()) ||
  cell
    .split(/[\s,;:()/]+/u)
    .every(
      (word) => !/\p{L}/u.test(word) || /^[^@]+@[^@]+$/.test(word) || besideRecipient.test(word.replace(/\.$/, ""))
    )

/**
 * The indices of the columns without messages: those with recipients, if there is a message column. All others may be
 * sent, whatever their names.
 */
export const unsentColumns = (names: ReadonlyArray<string>): ReadonlySet<number> =>
  new Set(
    names.some(isMessageName)
      ? names.flatMap((name, index) => (isRecipientName(name) && !isMessageName(name) ? [index] : []))
      : []
  )
