import { Option } from "effect"
import { isSeen } from "../domain/Coverage.ts"
import type { Finding } from "../domain/Finding.ts"
import { maskedAddress } from "../domain/maskedAddress.ts"
import { type RuleId, type Severity, severities } from "../domain/Rule.ts"
import type { CompiledRule } from "../engine/rule/RuleSet.ts"
import type { Locale } from "../locale/Locale.ts"
import { encodedValues, type TextValues } from "../locale/Texts.ts"
import { outsideText } from "../report/Page.ts"
import { reportTexts } from "../report/texts.ts"
import { type Digest, type DigestState, openFindings, stateOf } from "./Digest.ts"
import type { CountRow, DigestContent, FindingWords, TrendBar } from "./DigestContent.ts"
import { digestTexts } from "./digestTexts.ts"

/** How a digest is to be worded. */
export interface WordingOptions {
  readonly locale: Locale
  readonly timeZone: string
  /** The rules as they are today; a finding's rule may not be among them any more. */
  readonly ruleOf: (id: RuleId) => CompiledRule | undefined
  /** The name of the attached list; none where there is none. */
  readonly attachment: Option.Option<string>
  readonly unsubscribe: Option.Option<string>
}

/** More unread chats than these are counted. */
const mostUnseen = 5

const icons: Readonly<Record<Severity, string>> = { error: "⛔", warning: "⚠️", info: "ℹ️" }

type DigestText = (typeof digestTexts.keys)[number]

/** Puts a digest into words. */
export const digestWords = (digest: Digest, options: WordingOptions): DigestContent => {
  const { locale, timeZone, attachment } = options
  const {
    run,
    business,
    changes,
    openBySeverity,
    minSeverity,
    lessSevere,
    chatsJudgedByOlderRules: olderRules
  } = digest
  const { coverage, failure, businessId } = business
  /** Strings that are put in come from outside: they become one line of visible characters here. */
  const text = (key: DigestText, values: TextValues = {}): string =>
    digestTexts(locale, key, encodedValues(values, outsideText))
  const format = (style: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...style, hourCycle: "h23", timeZone })
    return (iso: string): string => {
      const date = new Date(iso)
      return Number.isNaN(date.getTime()) ? outsideText(iso) : formatter.format(date)
    }
  }
  const day = format({ day: "numeric", month: "long" })
  const shortDay = format({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })
  const time = format({ dateStyle: "medium", timeStyle: "short" })

  const state = stateOf(digest)
  const isAll = isSeen(digest.business)
  const worst = severities.findLast((severity) => openBySeverity[severity] > 0)
  const icon =
    state === "clean" ? "✅" : state === "incomplete" ? "⚠️" : state === "quiet" ? "ℹ️" : icons[worst ?? "info"]
  const verdict =
    digest.kind === "inventory" && state !== "quiet" && (isAll || changes.new > 0)
      ? text("verdictInventory", { findings: openFindings(digest) })
      : {
          new: () => text("verdictNew", { findings: changes.new }),
          incomplete: () => text("verdictIncomplete"),
          open: () => text("verdictOpen", { findings: openFindings(digest) }),
          quiet: () => text("verdictQuiet", { threshold: lessSevere > 0 ? minSeverity : "info" }),
          clean: () => text("verdictClean")
        }[state]()
  const shop = Option.match(digest.shopName, {
    onNone: () => text("shopUnnamed", { businessId }),
    onSome: (name) => text("shopNamed", { name })
  })
  const isSaid = isAll || state === "incomplete"
  const subject = text(isSaid ? "subject" : "subjectIncomplete", { icon, verdict, shop, date: day(run.finishedAt) })

  const listed = coverage.chatsListed
  const seen =
    failure !== undefined && listed === 0
      ? text("coverageUnknown")
      : listed === 0
        ? text("coverageEmpty")
        : text("coverage", {
            checked: coverage.chatsScanned + coverage.chatsUnchanged,
            listed,
            unseen: coverage.notScanned.length
          })
  const actions: Readonly<Record<DigestState, DigestText>> = {
    new: digest.kind === "inventory" ? "actionInventory" : "actionFix",
    incomplete: coverage.chatsScanned + coverage.chatsUnchanged > 0 ? "actionIncomplete" : "actionNothingSeen",
    open: "actionOpen",
    quiet: digest.kind === "inventory" ? "actionInventory" : "actionQuiet",
    clean: digest.kind === "inventory" ? "actionInventory" : "actionClean"
  }
  const sentences = [
    seen,
    ...(failure !== undefined && listed > 0 ? [text("coverageCutShort")] : []),
    ...(coverage.unknownSenders > 0 ? [text("unknownSenders", { messages: coverage.unknownSenders })] : []),
    ...(olderRules > 0 ? [text("olderRules", { chats: olderRules, command: "chatlint scan --full" })] : []),
    ...(state === "quiet" && lessSevere > 0
      ? [text("lessSevere", { findings: lessSevere, threshold: minSeverity })]
      : []),
    ...(state === "quiet" && changes.acknowledged > 0
      ? [text("acknowledged", { findings: changes.acknowledged })]
      : []),
    text(actions[state])
  ]

  const row = (key: DigestText, findings: number, isPart = false): ReadonlyArray<CountRow> =>
    findings === 0 ? [] : [{ label: text(key), count: text("number", { count: findings }), isPart }]
  const rows: ReadonlyArray<CountRow> = [
    { label: text("changeNew"), count: text("number", { count: changes.new }), isPart: false },
    ...row("changeByRules", changes.foundByChangedRules, true),
    ...row("changeRepeated", changes.repeated),
    ...row("changeAcknowledged", changes.acknowledged),
    ...row("changeGone", changes.noLongerInWindow),
    ...row("changeCleared", changes.clearedByChangedRules),
    ...row("changeUnseen", changes.chatsNotScanned)
  ]

  const titleOf = (rule: RuleId): string => outsideText(options.ruleOf(rule)?.file.title[locale] ?? rule)
  const date = format({ dateStyle: "long" })
  const findingWords = (finding: Finding, index: number): FindingWords => {
    // Said once: the same paragraph ten times is read by nobody.
    const isFirst = digest.findings.findIndex(({ rule }) => rule === finding.rule) === index
    const file = options.ruleOf(finding.rule)?.file
    const { context, orderId } = finding
    const order = reportTexts(locale, orderId === null ? "withoutOrder" : "withOrder", {
      context: outsideText(context),
      orderId: outsideText(orderId ?? "")
    })
    return {
      severity: finding.severity,
      severityName: text("severity", { severity: finding.severity }),
      title: titleOf(finding.rule),
      where: [
        order,
        text("chat", { chatId: finding.chatId }),
        finding.at === null ? text("timeUnknown") : time(finding.at)
      ].join(" · "),
      fragment: outsideText(finding.excerpt),
      clause:
        file === undefined || !isFirst
          ? undefined
          : file.clause.quote !== undefined
            ? {
                label: `${text("clauseQuoted")}${text("listSeparator")}${text("clauseSource", { date: date(file.clause.date ?? "") })}`,
                text: `«${outsideText(file.clause.quote)}»`,
                source: file.clause.source
              }
            : {
                label: text("clauseOurs"),
                text: outsideText(file.clause.ours?.[locale] ?? file.explanation[locale]),
                source: undefined
              },
      rewrite: Option.getOrUndefined(Option.map(Option.fromNullable(file?.rewrites[locale][0]), outsideText))
    }
  }

  const shown = digest.findings.length
  const all = changes.new > 0 ? changes.new : changes.repeated
  const attached = Option.getOrUndefined(attachment)
  const notes = [
    ...(all > shown
      ? [text(attached === undefined ? "findingsMoreStored" : "findingsMore", { findings: all - shown, run: run.id })]
      : []),
    ...(shown > 0 ? [text("whereToLook")] : []),
    ...(attached === undefined ? [] : [text("attached", { file: attached })])
  ]

  const unseenLines = [
    ...(failure === undefined ? [] : [outsideText(failure.message || failure.reason)]),
    ...coverage.notScanned
      .slice(0, mostUnseen)
      .map(({ chatId, reason, message }) => text("unseenChat", { chatId, message: message || reason })),
    ...(coverage.notScanned.length > mostUnseen
      ? [text("unseenMore", { chats: coverage.notScanned.length - mostUnseen })]
      : [])
  ]

  return {
    locale,
    subject,
    preheader: Option.match(digest.mostBroken, {
      onNone: () => seen,
      onSome: ({ rule, findings }) =>
        `${text("preheader", { rule: titleOf(rule), findings })}. ${seen}`.replaceAll("。.", "。")
    }),
    tone: state === "clean" ? "good" : state === "new" && worst === "error" ? "bad" : "warning",
    icon,
    verdict: `${verdict} — ${shop}`,
    sentences,
    changes: {
      title: text("changes"),
      since:
        changes.since === null ? text("changesFirst") : text("changesSince", { date: time(changes.since.finishedAt) }),
      rows
    },
    causes: {
      title: text("causes"),
      hint: text("causesHint"),
      causes: digest.rootCauses.map(({ rules, severity, findings, chats, excerpt }) => ({
        severity,
        title: rules.map(titleOf).join(text("listSeparator")),
        where: text("causeWhere", { findings, chats }),
        fragment: outsideText(excerpt)
      }))
    },
    findings: {
      title: text(changes.new > 0 ? "findings" : "findingsOpen"),
      findings: digest.findings.map(findingWords),
      notes,
      fragmentLabel: text("fragment"),
      rewriteLabel: text("rewrite")
    },
    unseen: { title: text("unseen"), lines: unseenLines },
    undelivered: {
      title: text("undelivered"),
      lines: digest.undelivered.map(({ recipient, state: end, answer }) =>
        text(end === "expired" ? "undeliveredExpired" : end === "rejected" ? "undeliveredMessage" : "undeliveredMail", {
          recipient: maskedAddress(recipient),
          answer
        })
      )
    },
    trend: {
      title: text("trend"),
      runLabel: text("trendRun"),
      findingsLabel: text("trendFindings"),
      bars: digest.trend.map(
        ({ finishedAt, complete, openBySeverity: open }): TrendBar => ({
          label: shortDay(finishedAt),
          total: text("number", { count: open.error + open.warning + open.info }),
          bySeverity: severities.toReversed().map((severity) => ({ severity, findings: open[severity] })),
          note: complete ? "" : text("trendIncomplete")
        })
      )
    },
    footer: [
      text("footerRun", { run: run.id, date: time(run.finishedAt), timeZone }),
      text("footerRules", { ruleSet: run.ruleSet }),
      text("footerMasked")
    ],
    unsubscribe: Option.getOrUndefined(
      Option.map(options.unsubscribe, (address) => ({ label: text("footerUnsubscribe"), address }))
    )
  }
}
