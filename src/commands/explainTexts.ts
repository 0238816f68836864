import { defineTexts } from "../locale/Texts.ts"

/** The texts of `chatlint explain`. */
export const explainTexts = defineTexts({
  en: {
    explain: "Explain a rule: the clause it enforces, why, examples, and how to write it instead",
    rule: "id of the rule, such as phone-number; all ids: chatlint rules list",
    unknownRule:
      "There is no rule «{rule}».{nearest, select, none {} other { Did you mean {nearest}?}} Known rules: {known}.",
    severity: "{severity, select, error {error} warning {warning} other {note}}",
    why: "Why",
    clause: "The marketplace''s clause, as of {date}",
    ours: "A rule of our own",
    violates: "Breaks the rule",
    complies: "Complies with the rule",
    rewrites: "Write instead",
    inRegion: "{text} (shop in {region})",
    file: "File",
    owner: "{isOurs, select, true {comes with chatlint} other {your own}}: {path}"
  },
  ru: {
    explain: "Объяснить правило: на чём оно основано, зачем, примеры и как написать иначе",
    rule: "идентификатор правила, например phone-number; все: chatlint rules list",
    unknownRule: "Правила «{rule}» нет.{nearest, select, none {} other { Может быть, {nearest}?}} Есть: {known}.",
    severity: "{severity, select, error {ошибка} warning {предупреждение} other {заметка}}",
    why: "Зачем",
    clause: "Слова Маркета, прочитаны {date}",
    ours: "Наше собственное правило",
    violates: "Нарушает",
    complies: "Не нарушает",
    rewrites: "Напишите так",
    inRegion: "{text} (страна магазина {region})",
    file: "Файл",
    owner: "{isOurs, select, true {поставляется с chatlint} other {ваш}}: {path}"
  },
  zh: {
    explain: "说明一条规则：依据的条款、原因、示例以及替代写法",
    rule: "规则标识，例如 phone-number；全部标识：chatlint rules list",
    unknownRule: "没有规则“{rule}”。{nearest, select, none {} other {您是指 {nearest} 吗？}}现有：{known}。",
    severity: "{severity, select, error {错误} warning {警告} other {提示}}",
    why: "原因",
    clause: "平台原文，读取日期 {date}",
    ours: "我们自己的规则",
    violates: "违反规则",
    complies: "符合规则",
    rewrites: "可以这样写",
    inRegion: "{text}（店铺所在国家 {region}）",
    file: "文件",
    owner: "{isOurs, select, true {随 chatlint 提供} other {您自己的}}：{path}"
  }
})
