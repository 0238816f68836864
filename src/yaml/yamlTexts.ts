import { defineTexts } from "../locale/Texts.ts"

/**
 * The errors of the YAML parser, by the codes of the package `yaml`. Its own messages are not shown because they may
 * quote the file.
 */
export const yamlTexts = defineTexts({
  en: {
    ALIAS_PROPS: "an alias takes no tag and no anchor",
    BAD_ALIAS:
      "the word behind the asterisk is no alias that is known here; a text that begins so stands in quotation marks",
    BAD_COLLECTION_TYPE: "the tag does not fit what follows it",
    BAD_DIRECTIVE: "this directive is unknown or written wrongly",
    BAD_DQ_ESCAPE: "this letter may not stand behind a backslash in double quotation marks",
    BAD_INDENT: "the line is indented wrongly",
    BAD_PROP_ORDER: "a tag or an anchor stands in the wrong place",
    BAD_SCALAR_START: "a text may not begin with this sign unless it stands in quotation marks",
    BLOCK_AS_IMPLICIT_KEY:
      "a list or a key stands on a line where none may; is a text with a colon meant, it stands in quotation marks",
    BLOCK_IN_FLOW: "within brackets a list is written with commas",
    DUPLICATE_KEY: "this key stands here twice",
    IMPOSSIBLE: "the text breaks off in an unforeseen way",
    KEY_OVER_1024_CHARS: "the key is longer than 1024 characters",
    MISSING_CHAR: "a sign or a blank is missing here: a colon, a comma, a bracket or a quotation mark",
    MULTILINE_IMPLICIT_KEY: "a key has to stand on one line; perhaps a quotation mark or an indentation is missing",
    MULTIPLE_ANCHORS: "a value takes one anchor",
    MULTIPLE_DOCS: "the file holds several documents, and one is meant",
    MULTIPLE_TAGS: "a value takes one tag",
    NON_STRING_KEY: "the key is no text",
    RESOURCE_EXHAUSTION: "the file repeats or nests its values too often",
    TAB_AS_INDENT: "a tab may not indent a line; use blanks",
    TAG_RESOLVE_FAILED: "the tag does not fit the value",
    UNEXPECTED_TOKEN: "this may not stand here; a text with such signs stands in quotation marks"
  },
  ru: {
    ALIAS_PROPS: "у ссылки не бывает тега и якоря",
    BAD_ALIAS: "слово после звёздочки — не известная здесь ссылка; текст, который так начинается, берут в кавычки",
    BAD_COLLECTION_TYPE: "тег не подходит к тому, что за ним стоит",
    BAD_DIRECTIVE: "эта директива неизвестна или записана неверно",
    BAD_DQ_ESCAPE: "в двойных кавычках эта буква не может стоять после обратной косой черты",
    BAD_INDENT: "у строки неверный отступ",
    BAD_PROP_ORDER: "тег или якорь стоит не на своём месте",
    BAD_SCALAR_START: "с этого знака текст может начинаться только в кавычках",
    BLOCK_AS_IMPLICIT_KEY: "список или ключ стоит там, где его быть не может; текст с двоеточием берут в кавычки",
    BLOCK_IN_FLOW: "внутри скобок список пишут через запятую",
    DUPLICATE_KEY: "этот ключ стоит здесь дважды",
    IMPOSSIBLE: "текст обрывается непредвиденным образом",
    KEY_OVER_1024_CHARS: "ключ длиннее 1024 символов",
    MISSING_CHAR: "здесь не хватает знака или пробела: двоеточия, запятой, скобки или кавычки",
    MULTILINE_IMPLICIT_KEY: "ключ должен стоять в одной строке; возможно, не хватает кавычки или отступа",
    MULTIPLE_ANCHORS: "у значения бывает один якорь",
    MULTIPLE_DOCS: "в файле несколько документов, а нужен один",
    MULTIPLE_TAGS: "у значения бывает один тег",
    NON_STRING_KEY: "ключ — не текст",
    RESOURCE_EXHAUSTION: "значения в файле повторяются или вложены слишком много раз",
    TAB_AS_INDENT: "отступ нельзя делать табуляцией; используйте пробелы",
    TAG_RESOLVE_FAILED: "тег не подходит к значению",
    UNEXPECTED_TOKEN: "этого здесь быть не может; текст с такими знаками берут в кавычки"
  },
  zh: {
    ALIAS_PROPS: "别名不能带标签或锚点",
    BAD_ALIAS: "星号后的词不是此处已知的别名；以星号开头的文本应加引号",
    BAD_COLLECTION_TYPE: "标签与其后的内容不符",
    BAD_DIRECTIVE: "该指令未知或写法有误",
    BAD_DQ_ESCAPE: "双引号中反斜杠之后不能是此字母",
    BAD_INDENT: "此行缩进有误",
    BAD_PROP_ORDER: "标签或锚点的位置不对",
    BAD_SCALAR_START: "以此符号开头的文本必须加引号",
    BLOCK_AS_IMPLICIT_KEY: "此行不能有列表或键；含冒号的文本应加引号",
    BLOCK_IN_FLOW: "括号内的列表应以逗号分隔",
    DUPLICATE_KEY: "此键在这里出现了两次",
    IMPOSSIBLE: "文本以无法预料的方式中断",
    KEY_OVER_1024_CHARS: "键超过 1024 个字符",
    MISSING_CHAR: "此处缺少符号或空格：冒号、逗号、括号或引号",
    MULTILINE_IMPLICIT_KEY: "键必须在一行之内；可能缺少引号或缩进",
    MULTIPLE_ANCHORS: "一个值只能有一个锚点",
    MULTIPLE_DOCS: "文件含有多个文档，而只需要一个",
    MULTIPLE_TAGS: "一个值只能有一个标签",
    NON_STRING_KEY: "键不是文本",
    RESOURCE_EXHAUSTION: "文件中的值重复或嵌套次数过多",
    TAB_AS_INDENT: "不能用制表符缩进；请使用空格",
    TAG_RESOLVE_FAILED: "标签与值不符",
    UNEXPECTED_TOKEN: "此处不能有该内容；含这类符号的文本应加引号"
  }
})

/** The code of a YAML syntax error. */
export type YamlFault = (typeof yamlTexts.keys)[number]
