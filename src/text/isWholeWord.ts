/**
 * Whether a word of at most three letters is a complete word, so that a full stop after it ends a sentence:
 * "пишите нам.", "это да.". Other short words are usually abbreviations: "тел.", "кв.".
 *
 * @param word in lower case, with ё kept.
 */
export const isWholeWord = (word: string): boolean => wholeWords.has(word)

const wholeWords = new Set(
  (
    "вам вас нам нас мне вы мы он она оно они его её ее их им ему ей ней них нем нём там тут так да нет все всё это уже ещё еще раз два три сто сам чат бот смс код чек дом вид акт лет год вот бы же ли ок " +
    "you us me it him her day now yes no ok one two all out too off way box app on in up we he she " +
    "siz biz var yok bu bor ham сіз біз жоқ бар бор"
  ).split(" ")
)
