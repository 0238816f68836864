import { defineTexts } from "../locale/Texts.ts"

/** The messages about files that cannot be read: what is wrong and what to do. */
export const draftTexts = defineTexts({
  en: {
    missing: "There is no such file or folder. Correct the path.",
    noMatch: "No file is called like this pattern. Correct it.",
    noDrafts:
      "There is no file that may hold drafts: they are in no format of ours, ignored by Git, or not named by drafts.inputs in chatlint.yaml. Name the files themselves, or use --allow-empty.",
    otherRepository:
      "This lies outside of the Git repository, which does not know whether it changed. Start chatlint there, or leave out --staged and --since.",
    misnamed: "The name is not written in UTF-8, so that this cannot be opened. Rename it.",
    brokenLink: "This link leads nowhere. Correct or remove it.",
    folderUnreadable: "The folder cannot be read. Check its rights.",
    unreadable: "The file cannot be read. Check its rights.",
    notRegular:
      "This is no file but a pipe, a device or the like, and was not read. Pipe it to chatlint check - instead.",
    tooLarge: "The file is larger than {detail} MB. Cut it into smaller ones.",
    notUtf8: "These bytes are no text in UTF-8, UTF-16 or Windows-1251. Save the file as UTF-8.",
    cutUtf16: "The file is UTF-16, but its last character is cut in half. Save it again, best as UTF-8.",
    badYaml: "This is not YAML: {detail}. Correct it, or name the format with --input-format.",
    badJson: "This is not JSON: {detail}. Correct it, or name the format with --input-format.",
    badCsv: "The cell that begins here with a quotation mark has no closing one. Add it.",
    strayQuote:
      "The cell has its closing quotation mark before this place. Write a quotation mark within a cell twice, and the cell in quotation marks.",
    noSuchColumn:
      "The first row names none of the columns that the configuration selects. Correct drafts.inputs.select or the row.",
    badGettext: "This is no line of a .po file. Correct it, or name the format with --input-format.",
    tooDeep: "The values are nested too deeply to be read. Make the file flatter."
  },
  ru: {
    missing: "Такого файла или папки нет. Исправьте путь.",
    noMatch: "Под этот шаблон не подходит ни один файл. Исправьте его.",
    noDrafts:
      "Файлов с черновиками здесь нет: они не в наших форматах, исключены из Git или не названы в drafts.inputs в chatlint.yaml. Укажите сами файлы или добавьте --allow-empty.",
    otherRepository:
      "Это вне репозитория Git, и он не знает, что здесь изменилось. Запустите chatlint там или уберите --staged и --since.",
    misnamed: "Имя записано не в UTF-8, и открыть это нельзя. Переименуйте.",
    brokenLink: "Эта ссылка никуда не ведёт. Исправьте или удалите её.",
    folderUnreadable: "Папку не удаётся прочитать. Проверьте права.",
    unreadable: "Файл не удаётся прочитать. Проверьте права.",
    notRegular:
      "Это не файл, а канал, устройство или подобное: чтения не было. Передайте данные через chatlint check -.",
    tooLarge: "Файл больше {detail} МБ. Разделите его на части.",
    notUtf8: "Эти байты — не текст в UTF-8, UTF-16 или Windows-1251. Сохраните файл в UTF-8.",
    cutUtf16: "Файл в UTF-16, но последний символ обрезан. Сохраните файл заново, лучше в UTF-8.",
    badYaml: "Это не YAML: {detail}. Исправьте или укажите формат через --input-format.",
    badJson: "Это не JSON: {detail}. Исправьте или укажите формат через --input-format.",
    badCsv: "У ячейки, которая начинается здесь с кавычки, нет закрывающей. Добавьте её.",
    strayQuote:
      "Закрывающая кавычка ячейки стоит до этого места. Кавычку внутри ячейки пишите дважды, а саму ячейку — в кавычках.",
    noSuchColumn:
      "В первой строке нет ни одного из столбцов, выбранных в настройках. Исправьте drafts.inputs.select или строку.",
    badGettext: "Это не строка файла .po. Исправьте или укажите формат через --input-format.",
    tooDeep: "Значения вложены слишком глубоко, прочитать их нельзя. Сделайте файл более плоским."
  },
  zh: {
    missing: "没有这个文件或文件夹。请更正路径。",
    noMatch: "没有文件符合该模式。请更正。",
    noDrafts:
      "此处没有可含草稿的文件：格式不受支持、被 Git 忽略，或未在 chatlint.yaml 的 drafts.inputs 中指定。请直接指定文件，或使用 --allow-empty。",
    otherRepository: "它不在此 Git 仓库中，无法得知是否有更改。请在它所在之处运行，或去掉 --staged 和 --since。",
    misnamed: "名称不是 UTF-8 编码，无法打开。请重命名。",
    brokenLink: "此链接没有指向任何内容。请更正或删除。",
    folderUnreadable: "无法读取该文件夹。请检查权限。",
    unreadable: "无法读取文件。请检查权限。",
    notRegular: "这不是文件，而是管道、设备之类，未读取。请改用 chatlint check - 传入。",
    tooLarge: "文件超过 {detail} MB。请拆分成较小的文件。",
    notUtf8: "这些字节不是 UTF-8、UTF-16 或 Windows-1251 文本。请将文件保存为 UTF-8。",
    cutUtf16: "文件是 UTF-16，但最后一个字符被截断。请重新保存，最好用 UTF-8。",
    badYaml: "这不是 YAML：{detail}。请更正，或用 --input-format 指定格式。",
    badJson: "这不是 JSON：{detail}。请更正，或用 --input-format 指定格式。",
    badCsv: "此处以引号开始的单元格没有结束引号。请补上。",
    strayQuote: "单元格的结束引号在此处之前。单元格内的引号要写两次，且单元格要加引号。",
    noSuchColumn: "首行中没有配置所选的任何一列。请更正 drafts.inputs.select 或该行。",
    badGettext: "这不是 .po 文件的行。请更正，或用 --input-format 指定格式。",
    tooDeep: "嵌套过深，无法读取。请减少文件的层级。"
  }
})

/** Why a file cannot be read. */
export type DraftProblem = (typeof draftTexts.keys)[number]
