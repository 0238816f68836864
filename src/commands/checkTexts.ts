import { defineTexts } from "../locale/Texts.ts"

/** The texts of `chatlint check`. */
export const checkTexts = defineTexts({
  en: {
    check: "Check texts before they are sent: files, folders, standard input (-), or JSON rows with one answer each",
    paths:
      "files, folders and patterns such as 'texts/**/*.yaml'; - is standard input. By default, what the configuration names, or everything in the current folder",
    staged: "only what the next commit adds or changes, as staged",
    since: "only files changed since the branch diverged from this revision",
    stdinFilename: "the file name to assume for standard input, which determines its format and settings",
    inputFormat: "read the files as text, markdown, yaml, json, jsonl, csv, tsv or gettext, regardless of their names",
    fix: "write suggested texts into the files where they can replace the whole message",
    allowEmpty: "do not fail if there is nothing to check",
    nothingChecked:
      "Nothing was checked: {files, plural, =0 {no file with drafts was found} one {the file contains no message} other {none of # files contains a message}}. Name other files, correct drafts.inputs in chatlint.yaml, or use --allow-empty.",
    noRows: "Nothing was checked: standard input contained no rows. Check its source, or use --allow-empty.",
    fixed:
      "{messages, plural, =0 {No message could be replaced safely} one {# message was replaced} other {# messages were replaced}}{files, plural, =0 {} one { in # file} other { in # files}}.",
    unfixed:
      "{path}: nothing was replaced in this file, {reason, select, changed {because it was changed in the meantime. Run the command again} entangled {because more than the messages would have changed. Replace them by hand} linked {because it has other names (hard links), which would keep the messages. Replace them by hand} unread {because not all of it could be read. Correct the errors in it first} other {because it or its folder is not writable. Check the permissions}}.",
    held: "{path}:{line}: {messages, plural, one {this message was} other {this message and others of the file, # in all, were}} not replaced: a placeholder in it, or what looks like one, would be lost. Rewrite it by hand.",
    conflict: "{one} and {other} cannot be combined. Omit one of them. See: chatlint check --help",
    ndjson:
      "read rows '{'id, text, region?'}' or '{'id, messages: ['{'sender, at, text, files?'}'], region?'}', one per line, and answer each as soon as it is checked",
    business: "business whose allow lists apply in addition to those for all",
    minConfidence: "omit findings with a lower confidence, from 0 to 1",
    reveal: "show contacts unmasked",
    inputUnreadable: "Standard input could not be read completely. Check its source and run the command again."
  },
  ru: {
    check: "Проверить тексты до отправки: файлы, папки, стандартный ввод (-) или строки JSON с ответом на каждую",
    paths:
      "файлы, папки и шаблоны вида 'texts/**/*.yaml'; - — стандартный ввод. Без них: что названо в настройках, иначе всё в этой папке",
    staged: "только то, что добавит или изменит следующий коммит, в том виде, в каком оно будет записано",
    since: "только файлы, изменённые с тех пор, как ветка отошла от этой ревизии",
    stdinFilename: "имя, под которым стандартный ввод был бы файлом: по нему определяют формат и настройки",
    inputFormat: "читать файлы как text, markdown, yaml, json, jsonl, csv, tsv или gettext, как бы они ни назывались",
    fix: "записать предложенный текст в файл там, где он может заменить всё сообщение",
    allowEmpty: "не считать ошибкой, если проверять нечего",
    nothingChecked:
      "Ничего не проверено: {files, plural, =0 {файлов с черновиками не найдено} one {в файле нет сообщений} other {ни в одном из файлов (#) нет сообщений}}. Укажите другие файлы, исправьте drafts.inputs в chatlint.yaml или добавьте --allow-empty.",
    noRows:
      "Ничего не проверено: на стандартном вводе нет ни одной строки. Проверьте его источник или добавьте --allow-empty.",
    fixed:
      "{messages, plural, =0 {Ни одно сообщение нельзя заменить безопасно} one {Заменено # сообщение} few {Заменено # сообщения} other {Заменено # сообщений}}{files, plural, =0 {} one { в # файле} other { в # файлах}}.",
    unfixed:
      "{path}: в этом файле ничего не заменено: {reason, select, changed {его тем временем изменили. Запустите снова} entangled {вместе с сообщениями изменилось бы и другое. Замените их вручную} linked {у него есть другие имена (жёсткие ссылки), и под ними всё осталось бы как было. Замените вручную} unread {он прочитан не целиком. Сначала исправьте в нём ошибки} other {в него или в его папку нельзя записать. Проверьте права}}.",
    held: "{path}:{line}: {messages, plural, one {это сообщение не заменено} other {это и другие сообщения файла не заменены (всего #)}}: пропала бы подстановка или то, что на неё похоже. Перепишите вручную.",
    conflict: "{one} и {other} вместе не работают. Уберите одно из них. Справка: chatlint check --help",
    ndjson:
      "читать строки '{'id, text, region?'}' или '{'id, messages: ['{'sender, at, text, files?'}'], region?'}', по одной в строке, и отвечать на каждую сразу",
    business: "кабинет, чьи списки разрешённого действуют вместе с общими",
    minConfidence: "не показывать находки с уверенностью меньше этой, от 0 до 1",
    reveal: "показать контакты без маски",
    inputUnreadable: "Стандартный ввод не удалось прочитать до конца. Проверьте его источник и запустите снова."
  },
  zh: {
    check: "发送前检查文本：文件、文件夹、标准输入（-），或逐行回答的 JSON 行",
    paths:
      "文件、文件夹和 'texts/**/*.yaml' 这样的模式；- 表示标准输入。不给时：配置中指定的，否则为当前文件夹下的全部",
    staged: "只检查下次提交新增或更改的内容，以将要提交的样子为准",
    since: "只检查自分支离开该版本以来更改的文件",
    stdinFilename: "把标准输入当作的文件名：据此判断格式和配置",
    inputFormat: "无论文件名如何，按 text、markdown、yaml、json、jsonl、csv、tsv 或 gettext 读取",
    fix: "在建议文本可以替换整条消息之处写入文件",
    allowEmpty: "没有可检查的内容时不视为问题",
    nothingChecked:
      "未检查任何内容：{files, plural, =0 {没有找到含草稿的文件} other {# 个文件中都没有消息}}。请指定其他文件，更正 chatlint.yaml 中的 drafts.inputs，或使用 --allow-empty。",
    noRows: "未检查任何内容：标准输入中没有任何行。请检查其来源，或使用 --allow-empty。",
    fixed:
      "{messages, plural, =0 {没有可以安全替换的消息} other {已替换 # 条消息}}{files, plural, =0 {} other {，共 # 个文件}}。",
    unfixed:
      "{path}：此文件中未作替换，{reason, select, changed {因为它在此期间被更改。请重新运行} entangled {因为除这些消息外还会改变其他内容。请手动替换} linked {因为它还有其他名称（硬链接），那里的消息不会改变。请手动替换} unread {因为未能读完整个文件。请先更正其中的错误} other {因为无法写入该文件或其文件夹。请检查权限}}。",
    held: "{path}:{line}：{messages, plural, other {此消息等 # 条消息}}未替换：其中的占位符或类似内容会丢失。请手动改写。",
    conflict: "{one} 与 {other} 不能同时使用。请去掉其一。帮助：chatlint check --help",
    ndjson:
      "逐行读取 '{'id, text, region?'}' 或 '{'id, messages: ['{'sender, at, text, files?'}'], region?'}'，判断后立即回答",
    business: "除通用放行名单外，还使用该店铺后台的名单",
    minConfidence: "不显示可信度低于此值的发现，0 到 1",
    reveal: "不遮盖联系方式",
    inputUnreadable: "标准输入未能读完。请检查其来源后重新运行。"
  }
})
