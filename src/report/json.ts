import { Stream } from "effect"
import type { Changes } from "../domain/Changes.ts"
import type { BusinessCoverage, NotScanned } from "../domain/Coverage.ts"
import type { Finding, Span } from "../domain/Finding.ts"
import type { RootCause } from "../domain/RootCause.ts"
import type { TrendPoint } from "../domain/TrendPoint.ts"
import type { UndeliveredMail } from "../domain/UndeliveredMail.ts"
import { visibleJson } from "../text/visibleText.ts"
import type { Report, ReportFormat } from "./Report.ts"

/** The schema version of the document. It changes with a breaking change, not when a key is added. */
export const reportSchema = "chatlint/report@1"

// Every key is listed explicitly, in the documented order, so that additional properties of a value do not leak.

const notScannedJson = (chat: NotScanned) => ({ chatId: chat.chatId, reason: chat.reason, message: chat.message })

const businessJson = ({ businessId, coverage, requests, failure }: BusinessCoverage) => ({
  businessId,
  coverage: {
    chatsListed: coverage.chatsListed,
    chatsScanned: coverage.chatsScanned,
    chatsUnchanged: coverage.chatsUnchanged,
    messages: coverage.messages,
    partnerMessages: coverage.partnerMessages,
    unknownSenders: coverage.unknownSenders,
    notScanned: coverage.notScanned.map(notScannedJson)
  },
  requests: { list: requests.list, history: requests.history, retries: requests.retries },
  ...(failure === undefined ? {} : { failure: { reason: failure.reason, message: failure.message } })
})

const spanJson = (span: Span) => ({ messageId: span.messageId, start: span.start, end: span.end })

const acknowledgementJson = ({ reason, until }: NonNullable<Finding["acknowledgement"]>) => ({ reason, until })

/** A finding with its documented keys. */
export const findingJson = (finding: Finding) => ({
  id: finding.id,
  rule: finding.rule,
  severity: finding.severity,
  confidence: finding.confidence,
  status: finding.status,
  businessId: finding.businessId,
  chatId: finding.chatId,
  orderId: finding.orderId,
  context: finding.context,
  at: finding.at,
  spans: finding.spans.map(spanJson),
  match: finding.match,
  excerpt: finding.excerpt,
  ...(finding.acknowledgement === undefined ? {} : { acknowledgement: acknowledgementJson(finding.acknowledgement) })
})

/** The changes with their documented keys. */
export const changesJson = (changes: Changes) => ({
  since: changes.since === null ? null : { runId: changes.since.runId, finishedAt: changes.since.finishedAt },
  new: changes.new,
  foundByChangedRules: changes.foundByChangedRules,
  repeated: changes.repeated,
  acknowledged: changes.acknowledged,
  noLongerInWindow: changes.noLongerInWindow,
  clearedByChangedRules: changes.clearedByChangedRules,
  chatsNotScanned: changes.chatsNotScanned
})

const trendJson = ({ runId, finishedAt, complete, byStatus, openBySeverity }: TrendPoint) => ({
  runId,
  finishedAt,
  complete,
  byStatus: { new: byStatus.new, repeated: byStatus.repeated, acknowledged: byStatus.acknowledged },
  openBySeverity: { info: openBySeverity.info, warning: openBySeverity.warning, error: openBySeverity.error }
})

const rootCauseJson = (cause: RootCause) => ({
  wording: cause.wording,
  businessId: cause.businessId,
  rules: cause.rules,
  severity: cause.severity,
  findings: cause.findings,
  chats: cause.chats,
  chatIds: cause.chatIds,
  firstAt: cause.firstAt,
  lastAt: cause.lastAt,
  match: cause.match,
  excerpt: cause.excerpt
})

const undeliveredMailJson = ({ businessId, recipient, end, answer, at }: UndeliveredMail) => ({
  businessId,
  recipient,
  end,
  answer,
  at
})

const headJson = <E>({
  run,
  complete,
  chatsJudgedByOlderRules,
  businesses,
  changes,
  trend,
  rootCauses,
  undeliveredMails
}: Report<E>) => ({
  schema: reportSchema,
  run: { id: run.id, startedAt: run.startedAt, finishedAt: run.finishedAt, ruleSet: run.ruleSet },
  complete,
  chatsJudgedByOlderRules,
  changes: changesJson(changes),
  businesses: businesses.map(businessJson),
  rootCauses: rootCauses.map(rootCauseJson),
  // Absent if empty, as in documents from before this key existed.
  ...(undeliveredMails.length === 0 ? {} : { undeliveredMails: undeliveredMails.map(undeliveredMailJson) }),
  trend: trend.map(trendJson)
})

const jsonText = (value: ReturnType<typeof headJson> | ReturnType<typeof findingJson>): string =>
  visibleJson(JSON.stringify(value))

/**
 * The `chatlint/report@1` document, with one finding per line so that line tools can process a long report. It is valid
 * JSON only when written completely.
 */
export const json: ReportFormat<string> = {
  name: "json",
  write: (report) =>
    Stream.suspend(() => {
      const head = jsonText(headJson(report)).slice(0, -1)
      const findings = report.findings.pipe(
        Stream.mapAccum("\n", (separator, finding) => [",\n", separator + jsonText(findingJson(finding))])
      )
      return Stream.make(`${head},"findings":[`).pipe(Stream.concat(findings), Stream.concat(Stream.make("\n]}\n")))
    })
}
