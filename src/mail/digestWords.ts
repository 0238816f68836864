import { Option } from "effect"
import { isSeen } from "../domain/Coverage.ts"
import { maskedAddress } from "../domain/maskedAddress.ts"
import type { RuleId } from "../domain/Rule.ts"
import type { Locale } from "../locale/Locale.ts"
import { outsideText } from "../report/Page.ts"
import { changeRows } from "./changeRows.ts"
import { coverageWords, seenWords, unseenWords } from "./coverageWords.ts"
import { type Digest, stateOf } from "./Digest.ts"
import type { DigestContent } from "./DigestContent.ts"
import { makeDigestVoice } from "./DigestVoice.ts"
import { findingWords, type RuleOf, ruleTitle } from "./findingWords.ts"
import { trendBars } from "./trendBars.ts"
import { verdictWords } from "./verdictWords.ts"

/** Options for the texts of a digest. */
export interface WordingOptions {
  readonly locale: Locale
  readonly timeZone: string
  readonly ruleOf: RuleOf
  /** The name of the attached list, if there is one. */
  readonly attachment: Option.Option<string>
  readonly unsubscribe: Option.Option<string>
}

/** Makes the texts of a digest. */
export const digestWords = (digest: Digest, options: WordingOptions): DigestContent => {
  const { locale, timeZone, attachment } = options
  const { run, business, changes } = digest
  const voice = makeDigestVoice(locale, timeZone)
  const { text, times } = voice
  const day = times({ day: "numeric", month: "long" })
  const time = times({ dateStyle: "medium", timeStyle: "short" })
  const titleOf = (rule: RuleId): string => ruleTitle(options.ruleOf, rule, locale)

  const { verdict, icon, tone } = verdictWords(digest, voice)
  const shop = Option.match(digest.shopName, {
    onNone: () => text("shopUnnamed", { businessId: business.businessId }),
    onSome: (name) => text("shopNamed", { name })
  })
  const isVerdictEnough = isSeen(business) || stateOf(digest) === "incomplete"
  const subject = text(isVerdictEnough ? "subject" : "subjectIncomplete", {
    icon,
    verdict,
    shop,
    date: day(run.finishedAt)
  })

  const seen = seenWords(digest, voice)
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

  return {
    locale,
    subject,
    preheader: Option.match(digest.mostBroken, {
      onNone: () => seen,
      onSome: ({ rule, findings }) =>
        `${text("preheader", { rule: titleOf(rule), findings })}. ${seen}`.replaceAll("。.", "。")
    }),
    tone,
    icon,
    verdict: `${verdict} — ${shop}`,
    sentences: coverageWords(digest, voice),
    changes: {
      title: text("changes"),
      since:
        changes.since === null ? text("changesFirst") : text("changesSince", { date: time(changes.since.finishedAt) }),
      rows: changeRows(digest, voice)
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
      findings: findingWords(digest.findings, options.ruleOf, voice),
      notes,
      fragmentLabel: text("fragment"),
      rewriteLabel: text("rewrite")
    },
    unseen: { title: text("unseen"), lines: unseenWords(digest, voice) },
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
      bars: trendBars(digest.trend, voice)
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
