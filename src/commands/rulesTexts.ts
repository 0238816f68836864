import { defineTexts } from "../locale/Texts.ts"

/** The texts of `chatlint rules`. */
export const rulesTexts = defineTexts({
  en: {
    capitals:
      "{place}: warning: «{pattern}» has a capital letter and matches nothing: patterns read the text in small letters. Write small letters.",
    latinWords:
      "{place}: warning: in «{pattern}» \\b and \\w know Latin letters alone. Write (^|[^а-яё]) and [а-яё], or a phrase.",
    rules: "List the rules, or validate and test rule files",
    list: "List the rules in use: id, severity, title, basis, file",
    validate: "Compile rule files and report every mistake with its position",
    test: "Test rule files against their examples and rewrites: each rule must find what it should and nothing else",
    folders: "folders with rule files; by default the configured and the shipped ones",
    clause: "the marketplace''s clause of {date}",
    ours: "our own",
    fileOf: "{isOurs, select, true {comes with chatlint} other {your own}}: {path}",
    valid: "{rules, plural, one {# rule is} other {# rules are}} valid.",
    mistakes: "{mistakes, plural, one {# mistake} other {# mistakes}} in rule files.",
    notFound: "{place}: {rule} does not find what it should: «{text}»",
    found: "{place}: {rule} finds what it should allow: «{text}»",
    rewriteFound: "{place}: this rewrite breaks {rules} itself: «{text}»",
    ruleDone: "{rule} · {texts, plural, one {# text} other {# texts}}",
    testPassed:
      "{rules, plural, one {# rule works} other {# rules work}} as the files say: {texts, plural, one {# text} other {# texts}} tested.",
    testFailed:
      "{failed, plural, one {# text} other {# texts}} of {texts} in {rules, plural, one {# rule} other {# rules}} did not give the expected result. Correct the phrases or the examples in the files."
  },
  ru: {
    capitals:
      "{place}: предупреждение: в «{pattern}» есть заглавная буква, и ничего не найдётся: шаблоны читают текст строчными. Пишите строчные.",
    latinWords:
      "{place}: предупреждение: в «{pattern}» \\b и \\w знают только латиницу. Пишите (^|[^а-яё]) и [а-яё] или фразу.",
    rules: "Показать правила, проверить и испытать файлы правил",
    list: "Показать действующие правила: идентификатор, важность, название, основание, файл",
    validate: "Собрать файлы правил и назвать каждую ошибку с её местом",
    test: "Испытать все примеры и замены в файлах правил: находит ли правило нужное и только его",
    folders: "папки с файлами правил; без них берутся папки из настроек и правила из поставки",
    clause: "слова Маркета от {date}",
    ours: "наше собственное",
    fileOf: "{isOurs, select, true {поставляется с chatlint} other {ваш файл}}: {path}",
    valid:
      "{rules, plural, one {Можно применять # правило} few {Можно применять # правила} other {Можно применять # правил}}.",
    mistakes: "{mistakes, plural, one {# ошибка} few {# ошибки} other {# ошибок}} в файлах правил.",
    notFound: "{place}: {rule} не находит того, что должно: «{text}»",
    found: "{place}: {rule} находит то, что должно пропускать: «{text}»",
    rewriteFound: "{place}: замена сама нарушает {rules}: «{text}»",
    ruleDone: "{rule} · {texts, plural, one {# текст} few {# текста} other {# текстов}}",
    testPassed:
      "{rules, plural, one {# правило делает} few {# правила делают} other {# правил делают}} то, что сказано в файлах: {texts, plural, one {испытан # текст} few {испытано # текста} other {испытано # текстов}}.",
    testFailed:
      "{failed, plural, one {# текст} few {# текста} other {# текстов}} из {texts} ({rules, plural, one {# правило} few {# правила} other {# правил}}) вышли не так, как сказано в файлах. Исправьте там фразы или примеры."
  },
  zh: {
    capitals: "{place}：警告：“{pattern}”含大写字母，不会匹配任何内容：模式读取的是小写文本。请写小写字母。",
    latinWords: "{place}：警告：“{pattern}”中的 \\b 和 \\w 只认拉丁字母。请写 (^|[^а-яё]) 和 [а-яё]，或改用短语。",
    rules: "列出规则，校验和测试规则文件",
    list: "列出生效的规则：标识、严重程度、名称、依据、文件",
    validate: "编译规则文件，指出每个错误及其位置",
    test: "测试规则文件中的全部示例和替代写法：规则是否只发现应发现的内容",
    folders: "规则文件夹；不写则为配置中的文件夹和自带规则",
    clause: "平台原文，{date}",
    ours: "我们自己的",
    fileOf: "{isOurs, select, true {随 chatlint 提供} other {您自己的}}：{path}",
    valid: "{rules} 条规则可以使用。",
    mistakes: "规则文件中有 {mistakes} 处错误。",
    notFound: "{place}：{rule} 未发现应发现的内容：“{text}”",
    found: "{place}：{rule} 发现了应放行的内容：“{text}”",
    rewriteFound: "{place}：此替代写法本身违反 {rules}：“{text}”",
    ruleDone: "{rule} · {texts} 条文本",
    testPassed: "{rules} 条规则与文件所述一致：共测试 {texts} 条文本。",
    testFailed: "{rules} 条规则的 {texts} 条文本中有 {failed} 条与文件所述不符。请修改其中的短语或示例。"
  }
})
