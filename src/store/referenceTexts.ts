import { defineTexts } from "../locale/Texts.ts"

/** Messages about references that the store does not know. */
export const referenceTexts = defineTexts({
  en: {
    unknown:
      "There is no {kind, select, finding {finding} run {finished run} rule {standing finding of the rule} business {finished run of the business} other {standing finding in the chat}} «{given}». {known, plural, =0 {{kind, select, finding {Findings are listed by chatlint report.} other {See chatlint report.}}} other {{kind, select, business {There are some of {nearest}.} other {The nearest one known is {nearest}.}}}}",
    notSeen:
      "Run {runId} did not look at business {businessId}{known, plural, =0 {.} other {, only at {seen}.}} Name one business with --business and no run, and the last run that looked at it is taken.",
    ambiguous:
      "«{given}» begins more than one {kind, select, finding {finding} run {run} rule {rule} other {chat}}: {nearest}{known, plural, =0 {} other {, …}} Give more of the id."
  },
  ru: {
    unknown:
      "{kind, select, finding {Нет находки} run {Нет законченного прогона} rule {Нет действующей находки по правилу} business {Нет законченного прогона по кабинету} other {Нет действующей находки в чате}} «{given}». {known, plural, =0 {{kind, select, finding {Находки перечисляет chatlint report.} other {Смотрите chatlint report.}}} other {{kind, select, business {Есть по кабинетам: {nearest}.} other {Ближе всего {nearest}.}}}}",
    notSeen:
      "Прогон {runId} не проверял кабинет {businessId}{known, plural, =0 {.} other {, только {seen}.}} Укажите один кабинет в --business без прогона: берётся последний прогон, который его проверял.",
    ambiguous:
      "С «{given}» {kind, select, finding {начинается не одна находка} run {начинается не один прогон} rule {начинается не одно правило} other {начинается не один чат}}: {nearest}{known, plural, =0 {} other {, …}} Укажите больше знаков."
  },
  zh: {
    unknown:
      "没有{kind, select, finding {发现} run {已完成的扫描} rule {此规则的现存发现} business {此店铺后台已完成的扫描} other {此聊天中的现存发现}}“{given}”。{known, plural, =0 {{kind, select, finding {请用 chatlint report 查看全部发现。} other {请看 chatlint report。}}} other {{kind, select, business {现有：{nearest}。} other {最接近的是 {nearest}。}}}}",
    notSeen:
      "扫描 {runId} 没有检查店铺后台 {businessId}{known, plural, =0 {。} other {，只检查了 {seen}。}}请只用 --business 指定一个店铺后台而不指定扫描，即取最近一次检查它的扫描。",
    ambiguous:
      "以“{given}”开头的{kind, select, finding {发现} run {扫描} rule {规则} other {聊天}}不止一个：{nearest}{known, plural, =0 {} other {……}} 请多写几位。"
  }
})
