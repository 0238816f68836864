import { defineTexts } from "../locale/Texts.ts"

/** What a user reads who names something that the store does not know. */
export const referenceTexts = defineTexts({
  en: {
    unknown:
      "There is no {kind, select, finding {finding} run {finished run} rule {standing finding of the rule} other {standing finding in the chat}} «{given}». {known, plural, =0 {{kind, select, finding {Findings are listed by chatlint report.} other {See chatlint report.}}} other {The nearest one known is {nearest}.}}",
    ambiguous:
      "«{given}» begins more than one {kind, select, finding {finding} run {run} rule {rule} other {chat}}: {nearest}{known, plural, =0 {} other {, …}} Give more of the id."
  },
  ru: {
    unknown:
      "{kind, select, finding {Нет находки} run {Нет законченного прогона} rule {Нет действующей находки по правилу} other {Нет действующей находки в чате}} «{given}». {known, plural, =0 {{kind, select, finding {Находки перечисляет chatlint report.} other {Смотрите chatlint report.}}} other {Ближе всего {nearest}.}}",
    ambiguous:
      "С «{given}» {kind, select, finding {начинается не одна находка} run {начинается не один прогон} rule {начинается не одно правило} other {начинается не один чат}}: {nearest}{known, plural, =0 {} other {, …}} Укажите больше знаков."
  },
  zh: {
    unknown:
      "没有{kind, select, finding {发现} run {已完成的扫描} rule {此规则的现存发现} other {此聊天中的现存发现}}“{given}”。{known, plural, =0 {{kind, select, finding {请用 chatlint report 查看全部发现。} other {请看 chatlint report。}}} other {最接近的是 {nearest}。}}",
    ambiguous:
      "以“{given}”开头的{kind, select, finding {发现} run {扫描} rule {规则} other {聊天}}不止一个：{nearest}{known, plural, =0 {} other {……}} 请多写几位。"
  }
})
