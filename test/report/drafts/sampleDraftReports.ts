import type { SourceRange } from "../../../src/domain/Draft.ts"
import type { DraftFinding } from "../../../src/domain/DraftFinding.ts"
import { RuleId } from "../../../src/domain/Rule.ts"
import type { Locale } from "../../../src/locale/Locale.ts"
import type { DraftReport, DraftReportOptions, ReportedRule } from "../../../src/report/drafts/DraftReport.ts"

export const range = (line: number, column: number, endLine: number, endColumn: number): SourceRange => ({
  start: { line, column, byte: line * 100 + column },
  end: { line: endLine, column: endColumn, byte: endLine * 100 + endColumn }
})

export const draftFinding = (parts: Partial<DraftFinding>): DraftFinding => ({
  id: "9f86d081884c7d65",
  rule: RuleId.make("phone-number"),
  severity: "error",
  confidence: 0.98,
  status: "new",
  path: "templates/ru.yaml",
  key: "orders.delayed",
  spans: [range(14, 28, 14, 43)],
  match: "+7926•••••67",
  suggestion: "Напишите нам в этот чат, отвечаем каждый день с 9 до 21.",
  frame: [
    { number: 13, text: "orders:", marks: [] },
    { number: 14, text: "  delayed: Позвоните нам: ██████, ответим", marks: [{ start: 26, end: 32 }] },
    { number: 15, text: "  ready: Заказ готов", marks: [] }
  ],
  ...parts
})

export const draftReport = (parts: Partial<DraftReport>): DraftReport => ({
  complete: true,
  filesChecked: 12,
  draftsChecked: 340,
  otherFiles: [],
  notChecked: [],
  findings: [],
  fixed: 0,
  suppressionNotices: [],
  stableIds: true,
  durations: { total: 812 },
  ...parts
})

const titles: Readonly<Record<Locale, string>> = { ru: "Номер телефона", en: "Phone number", zh: "电话号码" }

const explanations: Readonly<Record<Locale, string>> = {
  ru: "В сообщении есть номер, по которому можно позвонить: магазина, курьера или мастера.",
  en: "The message holds a number that can be dialled: the shop's, a courier's or a fitter's.",
  zh: "消息中包含可拨打的号码：商家、快递员、安装师傅或厂家的号码均在内。"
}

const rule = (id: string, locale: Locale): ReportedRule => ({
  id: RuleId.make(id),
  severity: "error",
  title: titles[locale],
  explanation: explanations[locale],
  rewrites: ["…"]
})

export const draftOptions = (locale: Locale): DraftReportOptions => ({
  locale,
  color: false,
  version: "0.1.0",
  rules: [
    {
      ...rule("outbound-link", locale),
      clause: { quote: "не присылайте ссылки", source: "https://yandex.ru/support/", date: "2026-09-22" }
    },
    rule("phone-number", locale)
  ]
})

const accepted = draftFinding({
  status: "unchanged",
  key: "orders.accepted",
  suppression: { by: "baseline", reason: "" }
})

const suppressed = draftFinding({
  path: "templates/en.md",
  key: "",
  suppression: { by: "comment", reason: "the number of the marketplace itself", until: "2027-01-31" }
})

/** A report for each situation, by name. */
export const draftSituations: Readonly<Record<string, () => DraftReport>> = {
  clean: () => draftReport({}),
  "nothing to check": () => draftReport({ filesChecked: 0, draftsChecked: 0, durations: { total: 3 } }),
  findings: () =>
    draftReport({
      durations: { total: 12_340 },
      findings: [
        draftFinding({
          path: "templates/a very long folder of templates for all the shops/and one more/messages.yaml",
          rule: RuleId.make("own-rule"),
          severity: "warning",
          match: "напишите мне в личку",
          suggestion: null,
          spans: [range(3, 1, 3, 20), range(4, 3, 4, 9)],
          frame: [
            { number: 3, text: `${"очень длинная строка ".repeat(8)}напишите мне`, marks: [{ start: 168, end: 180 }] },
            { number: 4, text: "  в личку", marks: [{ start: 2, end: 9 }] }
          ]
        }),
        draftFinding({}),
        accepted,
        suppressed
      ],
      fixed: 2,
      suppressionNotices: [
        { path: "templates/ru.yaml", line: 40, problem: "unused", rule: "phone-number" },
        { path: "templates/ru.yaml", line: 52, problem: "expired", rule: "phone-number", until: "2026-10-31" }
      ]
    }),
  incomplete: () =>
    draftReport({
      complete: false,
      notChecked: [
        { path: "templates/broken.json", line: 7, column: 3, reason: "BadJson", message: "A comma is missing." },
        { path: "templates/image.png", reason: "NotText", message: "The file is not a text." }
      ]
    }),
  "only accepted": () => draftReport({ findings: [accepted, suppressed], fixed: 1 })
}
