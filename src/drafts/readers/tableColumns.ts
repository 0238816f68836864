/** Words that names of columns with messages are made of, in the three languages. */
const messageWord =
  /^(?:texts?|messages?|msg|body|content|repl(?:y|ies)|answers?|templates?|phrases?|captions?|titles?|subjects?|greetings?|descriptions?|notes?|footer|html|сообщени\p{L}*|текст\p{L}{0,2}|ответ\p{L}{0,2}|шаблон\p{L}{0,2}|фраз\p{L}{1,2}|реплик\p{L}|приветстви\p{L}|тем[аы]|заголов\p{L}+|описани\p{L}|содержимое|содержани\p{L})$/iu
const chineseMessageWord = /内容|文本|消息|回复|模板|标题|话术|描述/
const language = /^(?:ru|en|zh|kk|uz|be|tr|kz|by)(?:[-_][a-z]+)?$/i

/** Words of other names, by which the first row is told as well. */
const dataWord =
  /^(?:ids?|keys?|codes?|sku|names?|questions?|comments?|categor(?:y|ies)|groups?|tags?|dates?|status|lang(?:uage)?|locale|url|link|image|price|№|#|ключ\p{L}?|код\p{L}?|артикул|названи\p{L}|имя|фио|категори\p{L}|групп\p{L}|дат[аы]|статус|язык|вопрос\p{L}{0,2}|комментари\p{L}|контактн\p{L}{2}|ссылк\p{L}|цен[аы]|номер|заказ|编号|名称|分类|日期)$/iu

/** What tells who is written to, and is not written to anybody. */
const recipientWord = /^(?:phones?|tel|telephone|mobile|e-?mail|mail|телефон\p{L}?|почта|电话|手机|邮箱)$/iu

/** A column's name is no sentence, holds no number and takes few words. */
const sentence = /[.!?…,:;{}@/]|\d{3}/
const longestName = 40
const mostWords = 4

/** "messageText", "message_text" and "message text" are two words. */
const wordsOf = (name: string): ReadonlyArray<string> =>
  name.split(/[\s_-]+|(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])/).filter((word) => word !== "")

const isMessageName = (name: string): boolean =>
  language.test(name) || chineseMessageWord.test(name) || wordsOf(name).some((word) => messageWord.test(word))

const isRecipientName = (name: string): boolean => wordsOf(name).some((word) => recipientWord.test(word))

/** Whether a cell may be the name of a column. */
export const isName = (cell: string): boolean =>
  cell.length <= longestName && !sentence.test(cell) && wordsOf(cell).length <= mostWords && /^$|[\p{L}№#]/u.test(cell)

const isKnownName = (cell: string): boolean =>
  isMessageName(cell) || isRecipientName(cell) || wordsOf(cell).some((word) => dataWord.test(word))

/** "话术内容" is made of two words. */
const chineseNameWord = /^(?:内容|文本|消息|回复|模板|标题|话术|描述)+$/
/** Of "E-mail". */
const letterBeforeMail = /^e$/i
const nameWords = [language, messageWord, chineseNameWord, dataWord, recipientWord, letterBeforeMail]

/** Whether a name of a column holds a word that such names are not made of: then it may be a message all the same. */
export const mayBeMessage = (name: string): boolean =>
  !language.test(name) && wordsOf(name).some((word) => !nameWords.some((known) => known.test(word)))

/** Whether the first row of a table names the columns: all its cells look like names, and one is a name that columns have. */
export const isHeader = (cells: ReadonlyArray<string>): boolean => cells.every(isName) && cells.some(isKnownName)

/** What stands beside a number or an address that is written to. */
const besideRecipient = /^(?:доб|добавочный|тел|моб|раб|дом|ext|tel|mob|phone|e|mail|e-mail|и|or|и\/или|或)$/iu

/** "Анна Иванова <anna@shop.example>" */
const namedMailbox = /^[^<>@]*<[^\s<>@]+@[^\s<>@]+>$/u

/** Whether a cell holds nothing but numbers and addresses: a sentence is worth a look, whatever its column is called. */
export const isRecipient = (cell: string): boolean =>
  namedMailbox.test(cell.trim()) ||
  cell
    .split(/[\s,;:()/]+/u)
    .every(
      (word) => !/\p{L}/u.test(word) || /^[^@]+@[^@]+$/.test(word) || besideRecipient.test(word.replace(/\.$/, ""))
    )

/**
 * The indices of the columns that hold no messages: beside a column of messages, those that tell who is written to. Every other one may be sent,
 * whatever it is called.
 */
export const unsentColumns = (names: ReadonlyArray<string>): ReadonlySet<number> =>
  new Set(
    names.some(isMessageName)
      ? names.flatMap((name, index) => (isRecipientName(name) && !isMessageName(name) ? [index] : []))
      : []
  )
