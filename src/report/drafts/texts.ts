import { defineTexts } from "../../locale/Texts.ts"

/** The texts of reports about drafts. */
export const draftReportTexts = defineTexts({
  en: {
    severity: "{severity, select, error {error} warning {warning} other {info}}",
    found: "{title}: {match}",
    instead: "{message}. Write instead: {suggestion}",
    why: "Why",
    more: "More: {command}",
    rewrite: "Replace the message with:",
    unseen: "Not checked",
    suppressions: "Suppressions to correct",
    "suppression.unused": "The suppression of {rule} matches nothing. Remove it.",
    "suppression.expired":
      "The suppression of {rule} ended on {until}, and the finding counts again. Correct the message.",
    "suppression.noRule": "The suppression names no rule and has no effect. Write behind it: RULE -- reason",
    "suppression.noReason": "The suppression of {rule} gives no reason and has no effect. Write: {rule} -- reason",
    "suppression.badDate":
      "The suppression of {rule} ends on “{until}”, which is not a date, and has no effect. Write: until=2026-12-31",
    "suppression.unknownRule":
      "The suppression names the rule “{rule}”, which does not exist. See: chatlint rules list",
    foundCount: "{findings, plural, one {# violation found} other {# violations found}}",
    severityCount:
      "{severity, select, error {{findings, plural, one {# error} other {# errors}}} warning {{findings, plural, one {# warning} other {# warnings}}} other {{findings, number} info}}",
    accepted: "Accepted before: {findings, number}.",
    suppressed: "Suppressed: {findings, number}.",
    fixed: "Fixed since: {findings, number}.",
    incomplete: "{places, plural, one {# place was not checked} other {# places were not checked}}",
    notClean: "Nothing was found in what was read, but the messages cannot be called clean.",
    nothingToCheck: "There were no messages to check.",
    clean: "Clean: no violations.",
    nothingNew: "No new violations.",
    checked:
      "Checked {files, plural, one {# file} other {# files}}, {drafts, plural, one {# message} other {# messages}} by {rules, plural, one {# rule} other {# rules}} in {time}.",
    otherFiles:
      "{files, plural, one {# file of another kind was} other {# files of other kinds were}} not read: {kinds}.",
    otherKind: "{ending, select, none {others} other {{ending}}} {files, number}",
    passed: "{files, plural, one {# file} other {# files}}, {drafts, plural, one {# message} other {# messages}}",
    acceptedBefore: "accepted in the baseline",
    listSeparator: ", ",
    detailSeparator: ": ",
    sentenceSeparator: " ",
    fullStop: "."
  },
  ru: {
    severity: "{severity, select, error {ошибка} warning {предупреждение} other {замечание}}",
    found: "{title}: {match}",
    instead: "{message}. Вместо этого напишите: {suggestion}",
    why: "Почему",
    more: "Подробнее: {command}",
    rewrite: "Замените сообщение на:",
    unseen: "Не проверено",
    suppressions: "Подавления, которые надо исправить",
    "suppression.unused": "Подавление {rule} ни к чему не относится. Удалите его.",
    "suppression.expired": "Подавление {rule} закончилось {until}, находка снова считается. Исправьте сообщение.",
    "suppression.noRule": "Подавление не называет правила и не действует. Допишите: ПРАВИЛО -- причина",
    "suppression.noReason": "Подавление {rule} не называет причины и не действует. Напишите: {rule} -- причина",
    "suppression.badDate":
      "Подавление {rule} длится до «{until}», это не дата, и оно не действует. Напишите: until=2026-12-31",
    "suppression.unknownRule": "Подавление называет правило «{rule}», которого нет. См.: chatlint rules list",
    foundCount:
      "{findings, plural, one {Найдено # нарушение} few {Найдено # нарушения} many {Найдено # нарушений} other {Найдено # нарушения}}",
    severityCount:
      "{severity, select, error {{findings, plural, one {# ошибка} few {# ошибки} many {# ошибок} other {# ошибки}}} warning {{findings, plural, one {# предупреждение} few {# предупреждения} many {# предупреждений} other {# предупреждения}}} other {{findings, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}}}",
    accepted: "Принято раньше: {findings, number}.",
    suppressed: "Подавлено: {findings, number}.",
    fixed: "Устранено с тех пор: {findings, number}.",
    incomplete:
      "{places, plural, one {Не проверено # место} few {Не проверено # места} many {Не проверено # мест} other {Не проверено # места}}",
    notClean: "В прочитанном нарушений не найдено, но считать сообщения чистыми нельзя.",
    nothingToCheck: "Сообщений нет, проверять было нечего.",
    clean: "Чисто: нарушений нет.",
    nothingNew: "Новых нарушений нет.",
    checked:
      "Проверено: {files, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}, {drafts, plural, one {# сообщение} few {# сообщения} many {# сообщений} other {# сообщения}}, {rules, plural, one {# правило} few {# правила} many {# правил} other {# правила}}, {time}.",
    otherFiles: "Не прочитано файлов других видов: {files, number} ({kinds}).",
    otherKind: "{ending, select, none {прочие} other {{ending}}} {files, number}",
    passed:
      "{files, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}, {drafts, plural, one {# сообщение} few {# сообщения} many {# сообщений} other {# сообщения}}",
    acceptedBefore: "принято в базовом списке",
    listSeparator: ", ",
    detailSeparator: ": ",
    sentenceSeparator: " ",
    fullStop: "."
  },
  zh: {
    severity: "{severity, select, error {错误} warning {警告} other {提示}}",
    found: "{title}：{match}",
    instead: "{message}。建议改为：{suggestion}",
    why: "原因",
    more: "详情：{command}",
    rewrite: "请将消息改为：",
    unseen: "未检查",
    suppressions: "需要更正的忽略说明",
    "suppression.unused": "对 {rule} 的忽略没有对应的发现。请删除。",
    "suppression.expired": "对 {rule} 的忽略已于 {until} 到期，该发现重新计入。请修改消息。",
    "suppression.noRule": "忽略说明没有写规则，不起作用。请在其后写：规则 -- 理由",
    "suppression.noReason": "对 {rule} 的忽略没有写理由，不起作用。请写：{rule} -- 理由",
    "suppression.badDate": "对 {rule} 的忽略截止于“{until}”，这不是日期，因此不起作用。请写：until=2026-12-31",
    "suppression.unknownRule": "忽略说明中的规则“{rule}”不存在。请查看：chatlint rules list",
    foundCount: "发现 {findings, number} 处违规",
    severityCount:
      "{severity, select, error {错误 {findings, number} 处} warning {警告 {findings, number} 处} other {提示 {findings, number} 处}}",
    accepted: "此前已接受：{findings, number} 处。",
    suppressed: "已忽略：{findings, number} 处。",
    fixed: "此后已修复：{findings, number} 处。",
    incomplete: "有 {places, number} 处未检查",
    notClean: "已读取的部分没有违规，但不能视为合规。",
    nothingToCheck: "没有消息，无需检查。",
    clean: "合规：没有违规。",
    nothingNew: "没有新的违规。",
    checked: "已检查 {files, number} 个文件、{drafts, number} 条消息，共 {rules, number} 条规则，用时 {time}。",
    otherFiles: "未读取其他类型的文件 {files, number} 个：{kinds}。",
    otherKind: "{ending, select, none {其他} other {{ending}}} {files, number}",
    passed: "{files, number} 个文件，{drafts, number} 条消息",
    acceptedBefore: "已在基线中接受",
    listSeparator: "，",
    detailSeparator: "：",
    sentenceSeparator: "",
    fullStop: "。"
  }
})
