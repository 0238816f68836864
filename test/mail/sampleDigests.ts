import { Option } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import type { Finding } from "../../src/domain/Finding.ts"
import type { RootCause } from "../../src/domain/RootCause.ts"
import { RuleId } from "../../src/domain/Rule.ts"
import type { TrendPoint } from "../../src/domain/TrendPoint.ts"
import type { Locale } from "../../src/locale/Locale.ts"
import type { Digest } from "../../src/mail/Digest.ts"
import type { WordingOptions } from "../../src/mail/digestWords.ts"
import { shippedRules } from "../engine/shippedRules.ts"
import { business, coverage, finding, severalFindings } from "../report/sampleReports.ts"

/** The options of a reader in Moscow. */
export const wordingFor = (locale: Locale): WordingOptions => ({
  locale,
  timeZone: "Europe/Moscow",
  ruleOf: (id) => shippedRules.rules.find((rule) => rule.id === id),
  attachment: Option.none(),
  unsubscribe: Option.some("https://romashka.example/stop")
})

const point = (day: number, open: number, complete = true): TrendPoint => ({
  runId: `run-${day}`,
  finishedAt: `2026-11-${String(day).padStart(2, "0")}T00:12:00Z`,
  complete,
  byStatus: { new: 0, repeated: open, acknowledged: 0 },
  openBySeverity: {
    error: Math.ceil(open / 2),
    warning: Math.floor(open / 3),
    info: open - Math.ceil(open / 2) - Math.floor(open / 3)
  }
})

const trend: ReadonlyArray<TrendPoint> = [9, 8, 12, 0, 3, 3, 5, 5, 41, 7, 7, 6, 2, 5].map((open, index) =>
  point(9 + index, open, index !== 8)
)

export const cause = (facts: Partial<RootCause> = {}): RootCause => ({
  wording: "b1d2",
  businessId: BusinessId.make("1001"),
  rules: [RuleId.make("outbound-link"), RuleId.make("phone-number")],
  severity: "error",
  findings: 14,
  chats: 12,
  chatIds: [ChatId.make("220011")],
  firstAt: "2026-11-02T10:00:00Z",
  lastAt: "2026-11-21T10:00:00Z",
  match: "shop.ru/•••",
  excerpt: "Инструкция на нашем сайте ██████, вопросы по номеру •••",
  ...facts
})

/** A digest with some of its fields replaced. */
export const digest = (facts: Partial<Digest> = {}): Digest => ({
  kind: "digest",
  run: {
    id: "20261122T000005Z-8f1c2d3e",
    startedAt: "2026-11-22T00:00:05Z",
    finishedAt: "2026-11-22T00:12:40Z",
    ruleSet: "sha256:5f2b0f9c6c1b0d7a6a0e1d3c9a8b7c6d5e4f30211203f4e5d6c7b8a99a8b7c6d"
  },
  business: business({}),
  shopName: Option.some("Ромашка"),
  changes: {
    since: { runId: "20261121T000004Z-11aa22bb", finishedAt: "2026-11-21T00:10:00Z" },
    new: 3,
    foundByChangedRules: 1,
    repeated: 2,
    acknowledged: 1,
    noLongerInWindow: 0,
    clearedByChangedRules: 0,
    chatsNotScanned: 0
  },
  openBySeverity: { error: 4, warning: 1, info: 0 },
  minSeverity: "info",
  lessSevere: 0,
  chatsJudgedByOlderRules: 0,
  findings: severalFindings.slice(0, 3),
  mostBroken: Option.some({ rule: RuleId.make("phone-number"), findings: 2 }),
  rootCauses: [],
  trend,
  undelivered: [],
  ...facts
})

const noChanges = { ...digest().changes, new: 0, foundByChangedRules: 0, repeated: 0, acknowledged: 0 }
const notScanned = ["220404", "220500", "220501"].map((id) => ({
  chatId: ChatId.make(id),
  reason: "ChatNotFound",
  message: `Маркет не находит чат ${id}.`
}))

const nothing: Partial<Digest> = {
  changes: noChanges,
  openBySeverity: { error: 0, warning: 0, info: 0 },
  findings: [],
  mostBroken: Option.none()
}

/** Many findings, each in a different chat. */
export const manyFindings = (count: number, facts: Partial<Finding> = {}): ReadonlyArray<Finding> =>
  Array.from({ length: count }, (_, index) =>
    finding({ id: `f${index}`, chatId: ChatId.make(String(330000 + index)), ...facts })
  )

/** The situations that mails must distinguish. */
export const digests: Readonly<Record<string, Digest>> = {
  new: digest({ rootCauses: [cause()] }),
  "new and incomplete": digest({
    business: business({ coverage: coverage({ chatsUnchanged: 382, notScanned }) }),
    changes: { ...digest().changes, new: 21, chatsNotScanned: 3 },
    findings: manyFindings(10),
    undelivered: [
      {
        businessId: BusinessId.make("1001"),
        runId: "20261121T000004Z-11aa22bb",
        kind: "digest",
        recipient: "boris@romashka.example",
        state: "permanent",
        error: "RecipientRefused",
        answer: "550 5.1.1 <•••>: no such user"
      },
      {
        businessId: BusinessId.make("1001"),
        runId: "20261121T000004Z-11aa22bb",
        kind: "digest",
        recipient: "vera@romashka.example",
        state: "rejected",
        error: "MessageRefused",
        answer: "552 5.3.4 message too long"
      }
    ]
  }),
  inventory: digest({
    kind: "inventory",
    changes: { ...noChanges, since: null, new: 57 },
    openBySeverity: { error: 50, warning: 5, info: 2 },
    findings: manyFindings(10),
    rootCauses: [cause(), cause({ wording: "c", chats: 2, findings: 2, severity: "warning" })],
    trend: trend.slice(-1)
  }),
  incomplete: digest({ ...nothing, business: business({ coverage: coverage({ chatsUnchanged: 382, notScanned }) }) }),
  refused: digest({
    ...nothing,
    business: business({
      coverage: coverage({ chatsListed: 0, chatsScanned: 0, chatsUnchanged: 0, messages: 0, partnerMessages: 0 }),
      failure: { reason: "Unauthorized", message: "Маркет не принимает API-ключ." }
    })
  }),
  "weekly, open": digest({
    ...nothing,
    kind: "weekly",
    changes: { ...noChanges, repeated: 5 },
    openBySeverity: { error: 0, warning: 5, info: 0 },
    findings: severalFindings.slice(1, 2)
  }),
  "weekly, quiet": digest({
    ...nothing,
    kind: "weekly",
    changes: { ...noChanges, acknowledged: 3 },
    minSeverity: "error",
    lessSevere: 1,
    chatsJudgedByOlderRules: 12
  }),
  "weekly, clean": digest({ ...nothing, kind: "weekly", shopName: Option.none() })
}
