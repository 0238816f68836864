import { defineTexts } from "../locale/Texts.ts"

/** The descriptions of syntax errors in JSON, by their names in jsonc-parser. */
export const jsonTexts = defineTexts({
  en: {
    InvalidSymbol: "here stands a word that is no value",
    InvalidNumberFormat: "a number is written wrongly",
    PropertyNameExpected: "here a key in quotation marks has to stand",
    ValueExpected: "here a value has to stand",
    ColonExpected: "here a colon is missing",
    CommaExpected: "here a comma is missing",
    CloseBraceExpected: `here a closing brace "'}'" is missing`,
    CloseBracketExpected: 'here a closing bracket "]" is missing',
    EndOfFileExpected: "behind the value stands something more",
    InvalidCommentToken: "a comment may not stand here",
    UnexpectedEndOfComment: "the comment has no end",
    UnexpectedEndOfString: "the text has no closing quotation mark",
    UnexpectedEndOfNumber: "the number breaks off",
    InvalidUnicode: "four hexadecimal digits have to follow \\u",
    InvalidEscapeCharacter: "this letter may not stand behind a backslash",
    InvalidCharacter: "a control character stands in a text; write it as \\u and four digits"
  },
  ru: {
    InvalidSymbol: "здесь стоит слово, которое не является значением",
    InvalidNumberFormat: "число записано неверно",
    PropertyNameExpected: "здесь должен стоять ключ в кавычках",
    ValueExpected: "здесь должно стоять значение",
    ColonExpected: "здесь не хватает двоеточия",
    CommaExpected: "здесь не хватает запятой",
    CloseBraceExpected: "здесь не хватает закрывающей скобки «'}'»",
    CloseBracketExpected: "здесь не хватает закрывающей скобки «]»",
    EndOfFileExpected: "после значения стоит что-то ещё",
    InvalidCommentToken: "комментарий здесь стоять не может",
    UnexpectedEndOfComment: "у комментария нет конца",
    UnexpectedEndOfString: "у текста нет закрывающей кавычки",
    UnexpectedEndOfNumber: "число обрывается",
    InvalidUnicode: "после \\u должны стоять четыре шестнадцатеричные цифры",
    InvalidEscapeCharacter: "эта буква не может стоять после обратной косой черты",
    InvalidCharacter: "в тексте стоит управляющий символ; запишите его как \\u и четыре цифры"
  },
  zh: {
    InvalidSymbol: "此处的词不是值",
    InvalidNumberFormat: "数字写法有误",
    PropertyNameExpected: "此处应为带引号的键",
    ValueExpected: "此处应为值",
    ColonExpected: "此处缺少冒号",
    CommaExpected: "此处缺少逗号",
    CloseBraceExpected: "此处缺少右花括号“'}'”",
    CloseBracketExpected: "此处缺少右方括号“]”",
    EndOfFileExpected: "值之后还有多余内容",
    InvalidCommentToken: "此处不能有注释",
    UnexpectedEndOfComment: "注释没有结束",
    UnexpectedEndOfString: "文本缺少结束引号",
    UnexpectedEndOfNumber: "数字不完整",
    InvalidUnicode: "\\u 之后应为四位十六进制数字",
    InvalidEscapeCharacter: "反斜杠之后不能是此字母",
    InvalidCharacter: "文本中有控制字符；请写成 \\u 加四位数字"
  }
})
