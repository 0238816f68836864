import { Option, Stream } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import type { Changes } from "../../src/domain/Changes.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import type { BusinessCoverage, Coverage } from "../../src/domain/Coverage.ts"
import type { Finding } from "../../src/domain/Finding.ts"
import { MessageId } from "../../src/domain/Message.ts"
import type { RootCause } from "../../src/domain/RootCause.ts"
import { RuleId } from "../../src/domain/Rule.ts"
import type { TrendPoint } from "../../src/domain/TrendPoint.ts"
import type { Locale } from "../../src/locale/Locale.ts"
import type { Report, ReportOptions } from "../../src/report/Report.ts"

const phoneNumber = RuleId.make("phone-number")
const outboundLink = RuleId.make("outbound-link")
const contactRequest = RuleId.make("contact-request")

const titles: Readonly<Record<Locale, ReadonlyMap<RuleId, string>>> = {
  ru: new Map([
    [phoneNumber, "Номер телефона в сообщении покупателю"],
    [outboundLink, "Ссылка на другой сайт"],
    [contactRequest, "Просьба о контактах покупателя"]
  ]),
  en: new Map([
    [phoneNumber, "A phone number in a message to a buyer"],
    [outboundLink, "A link to another site"],
    [contactRequest, "A request for the buyer's contacts"]
  ]),
  zh: new Map([
    [phoneNumber, "发给买家的消息中含电话号码"],
    [outboundLink, "指向其他网站的链接"],
    [contactRequest, "索要买家联系方式"]
  ])
}

/** Options of a reader in Moscow without colours. */
export const optionsFor = (locale: Locale): ReportOptions => ({
  locale,
  color: false,
  timeZone: "Europe/Moscow",
  ruleTitle: (rule) => titles[locale].get(rule) ?? rule,
  ruleAdvice: (rule) =>
    rule === phoneNumber
      ? Option.some({
          explanation: "В сообщении есть номер, по которому можно позвонить.",
          rewrites: ["Курьер свяжется с вами сам через приложение.", "Напишите нам в этот чат."]
        })
      : Option.none()
})

/** A finding with some of its fields replaced. */
export const finding = (facts: Partial<Finding>): Finding => ({
  id: "f1c9a2",
  rule: phoneNumber,
  severity: "error",
  confidence: 0.98,
  status: "new",
  businessId: BusinessId.make("1001"),
  chatId: ChatId.make("220011"),
  orderId: "78912345",
  context: "ORDER",
  at: "2026-11-21T15:04:00Z",
  spans: [{ messageId: MessageId.make("1780212617058078"), start: 12, end: 28 }],
  match: "+7926•••••67",
  excerpt: "Позвоните мне по номеру ████████████, расскажу подробнее",
  ...facts
})

/** A coverage with some of its numbers replaced. */
export const coverage = (facts: Partial<Coverage>): Coverage => ({
  chatsListed: 415,
  chatsScanned: 30,
  chatsUnchanged: 385,
  messages: 5120,
  partnerMessages: 2011,
  unknownSenders: 0,
  notScanned: [],
  ...facts
})

/** A business with some of its fields replaced. */
export const business = (facts: Partial<BusinessCoverage>): BusinessCoverage => ({
  businessId: BusinessId.make("1001"),
  coverage: coverage({}),
  requests: { list: 21, history: 430, retries: 12 },
  ...facts
})

/** Changes with some of their numbers replaced. */
export const changes = (facts: Partial<Changes>): Changes => ({
  since: { runId: "r-20261121", finishedAt: "2026-11-21T00:11:00Z" },
  new: 0,
  foundByChangedRules: 0,
  repeated: 0,
  acknowledged: 0,
  noLongerInWindow: 0,
  clearedByChangedRules: 0,
  chatsNotScanned: 0,
  ...facts
})

/** A report with some of its fields replaced. */
export const report = <E = never>(facts: Partial<Report<E>>): Report<E> => ({
  run: {
    id: "r-20261122",
    startedAt: "2026-11-22T00:00:05Z",
    finishedAt: "2026-11-22T00:12:40Z",
    ruleSet: "sha256:5f2b"
  },
  complete: true,
  businesses: [business({})],
  findings: Stream.empty,
  counts: [],
  changes: changes({}),
  trend: [],
  rootCauses: [],
  undeliveredMails: [],
  chatsJudgedByOlderRules: 0,
  ...facts
})

/** The fields of a report that contain its findings and their counts. */
export const found = (...findings: ReadonlyArray<Finding>): Pick<Report<never>, "findings" | "counts"> => ({
  findings: Stream.fromIterable(findings),
  counts: findings.map(({ rule, severity, status }) => ({ rule, severity, status, findings: 1 }))
})

const notScanned = [
  { chatId: ChatId.make("220404"), reason: "ChatNotFound", message: "The marketplace does not find chat 220404." },
  { chatId: ChatId.make("220500"), reason: "ServerFault", message: "The marketplace answered with status 500." },
  { chatId: ChatId.make("220501"), reason: "EndlessPaging", message: "" }
]

export const severalFindings: ReadonlyArray<Finding> = [
  finding({}),
  finding({
    id: "f20b71",
    rule: contactRequest,
    severity: "warning",
    confidence: 0.8,
    at: "2026-11-21T21:30:00Z",
    spans: [
      { messageId: MessageId.make("11"), start: 0, end: 4 },
      { messageId: MessageId.make("12"), start: 0, end: 9 },
      { messageId: MessageId.make("13"), start: 3, end: 5 }
    ],
    match: "пришлите ваш номер",
    excerpt: "Здравствуйте, пришлите ваш номер для связи"
  }),
  finding({
    id: "f3aa10",
    rule: outboundLink,
    chatId: ChatId.make("220018"),
    orderId: null,
    context: "DIRECT",
    confidence: 1,
    at: null,
    match: "https://shop.example/…",
    excerpt:
      "Полное описание и остальные цвета смотрите у нас на сайте ██████████████████████, там же можно оплатить ████ ████ удобным способом"
  }),
  finding({
    id: "f4e001",
    status: "repeated",
    chatId: ChatId.make("220007"),
    orderId: "78900001",
    context: "RETURN",
    at: "2026-11-03T06:00:00Z"
  }),
  finding({
    id: "f5d9c3",
    rule: RuleId.make("our-own-rule"),
    severity: "info",
    status: "acknowledged",
    chatId: ChatId.make("220007"),
    orderId: "78900001",
    context: "RETURN",
    match: "вопрос",
    excerpt: "вопрос и ещё вопрос"
  }),
  finding({
    id: "f6b2aa",
    businessId: BusinessId.make("1002"),
    chatId: ChatId.make("330001"),
    orderId: "55500011",
    excerpt: "请拨打 ████████ 联系我们",
    at: "2026-11-21T10:15:00Z"
  })
]

const rootCause: RootCause = {
  wording: "5b1fe1b2b7bb92ec",
  businessId: BusinessId.make("1001"),
  rules: [phoneNumber, contactRequest],
  severity: "error",
  findings: 14,
  chats: 7,
  chatIds: [
    ChatId.make("220011"),
    ChatId.make("220018"),
    ChatId.make("220007"),
    ChatId.make("220020"),
    ChatId.make("220021"),
    ChatId.make("220022")
  ],
  firstAt: "2026-11-03T06:00:00Z",
  lastAt: "2026-11-21T21:30:00Z",
  match: "+7926•••••67",
  excerpt: "Позвоните мне по номеру ██████, расскажу подробнее"
}

/** Fourteen nights, one of which did not read everything. */
const twoWeeks: ReadonlyArray<TrendPoint> = Array.from({ length: 14 }, (_, index) => ({
  runId: `r-202611${String(9 + index).padStart(2, "0")}`,
  finishedAt: `2026-11-${String(9 + index).padStart(2, "0")}T00:12:40Z`,
  complete: index !== 4,
  byStatus: { new: (index * 5) % 7, repeated: 9 - Math.floor(index / 2), acknowledged: Math.floor(index / 4) },
  openBySeverity: { info: 0, warning: index % 3, error: 9 - Math.floor(index / 2) + ((index * 5) % 7) - (index % 3) }
}))

/** The situations that reports must distinguish, each with its report. */
export const situations: Readonly<Record<string, () => Report<never>>> = {
  "several chats": () =>
    report({
      complete: false,
      businesses: [
        business({
          coverage: coverage({ chatsUnchanged: 382, notScanned, unknownSenders: 1 })
        }),
        business({
          businessId: BusinessId.make("1002"),
          coverage: coverage({ chatsListed: 1, chatsScanned: 1, chatsUnchanged: 0, messages: 2, partnerMessages: 1 }),
          requests: { list: 1, history: 1, retries: 0 }
        })
      ],
      ...found(...severalFindings),
      changes: changes({
        new: 4,
        foundByChangedRules: 1,
        repeated: 1,
        acknowledged: 1,
        noLongerInWindow: 2,
        clearedByChangedRules: 5,
        chatsNotScanned: 3
      }),
      trend: twoWeeks,
      rootCauses: [rootCause],
      chatsJudgedByOlderRules: 382
    }),
  clean: () => report({}),
  "mails refused": () =>
    report({
      undeliveredMails: [
        {
          businessId: BusinessId.make("1001"),
          recipient: "a•••@romashka.example",
          end: "refused",
          answer: "550 5.1.1 no such user",
          at: "2026-11-21T00:14:00.000Z"
        },
        {
          businessId: BusinessId.make("1001"),
          recipient: "b•••@romashka.example",
          end: "expired",
          answer: "",
          at: "2026-11-21T00:14:00.000Z"
        }
      ]
    }),
  "only acknowledged": () =>
    report({
      ...found(
        finding({
          status: "acknowledged",
          acknowledgement: { reason: "согласовано с площадкой", until: "2026-11-30T21:00:00Z" }
        })
      ),
      changes: changes({ since: null, acknowledged: 1 }),
      chatsJudgedByOlderRules: 1
    }),
  incomplete: () =>
    report({
      complete: false,
      businesses: [business({ coverage: coverage({ chatsUnchanged: 382, notScanned }) })]
    }),
  "business refused": () =>
    report({
      complete: false,
      businesses: [
        business({
          coverage: coverage({ chatsListed: 0, chatsScanned: 0, chatsUnchanged: 0, messages: 0, partnerMessages: 0 }),
          requests: { list: 1, history: 0, retries: 0 },
          failure: { reason: "Unauthorized", message: "The marketplace does not accept the API key." }
        })
      ]
    }),
  "list cut short": () =>
    report({
      complete: false,
      businesses: [
        business({
          coverage: coverage({ chatsListed: 21, chatsScanned: 21, chatsUnchanged: 0 }),
          failure: { reason: "ServerFault", message: "The marketplace answered with status 500." }
        })
      ]
    }),
  "zero chats": () =>
    report({
      businesses: [
        business({
          coverage: coverage({ chatsListed: 0, chatsScanned: 0, chatsUnchanged: 0, messages: 0, partnerMessages: 0 }),
          requests: { list: 1, history: 0, retries: 0 }
        })
      ]
    })
}
