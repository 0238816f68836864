import { Stream } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import type { BusinessCoverage, Coverage } from "../../src/domain/Coverage.ts"
import type { Finding } from "../../src/domain/Finding.ts"
import { MessageId } from "../../src/domain/Message.ts"
import { RuleId } from "../../src/domain/Rule.ts"
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
  ruleTitle: (rule) => titles[locale].get(rule) ?? rule
})

/** A finding with some of its facts replaced. */
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

/** A business with some of its facts replaced. */
export const business = (facts: Partial<BusinessCoverage>): BusinessCoverage => ({
  businessId: BusinessId.make("1001"),
  coverage: coverage({}),
  requests: { list: 21, history: 430, retries: 12 },
  ...facts
})

/** A report with some of its facts replaced. */
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
  chatsJudgedByOlderRules: 0,
  ...facts
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

/** The situations that a report has to tell apart, each with its report. */
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
      findings: Stream.fromIterable(severalFindings),
      chatsJudgedByOlderRules: 382
    }),
  clean: () => report({}),
  "only acknowledged": () =>
    report({ findings: Stream.make(finding({ status: "acknowledged" })), chatsJudgedByOlderRules: 1 }),
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
