import { coverageFacts, unseenIn } from "../coverageFacts.ts"
import type { Page } from "../Page.ts"
import type { Report, ReportOptions } from "../Report.ts"
import { causeFacts } from "../rootCauseFacts.ts"
import { openRules, tallyOf } from "../Tally.ts"
import { undeliveredLines } from "../undeliveredLines.ts"
import { verdictIcon, verdictOf } from "../verdict.ts"
import { severityBadge } from "./findingArticles.ts"
import { html, type Markup } from "./Markup.ts"
import { trendChart } from "./trendChart.ts"

/** Entries beyond this number are collapsed. */
const maximumUnseen = 5

const heading = (id: string, words: string): Markup => html`<h2 id="${id}">${words}</h2>
`

/** A number at the top of the page. */
interface Tile {
  readonly label: string
  readonly count: number
  readonly note?: string
  /** Whether it needs action. */
  readonly loud?: boolean
  /** Whether it is shown even if it is 0. */
  readonly always?: boolean
}

/** The run, the verdict and the changes. */
export const pageHead = <E>(page: Page, report: Report<E>, { timeZone }: ReportOptions): Markup => {
  const { run, changes } = report
  const { tone, sentences } = verdictOf(page, report)
  const [first = "", ...rest] = sentences
  const all: ReadonlyArray<Tile> = [
    {
      label: page.text("tileNew"),
      count: changes.new,
      loud: changes.new > 0,
      always: true,
      ...(changes.foundByChangedRules > 0
        ? { note: page.text("tileByRules", { count: changes.foundByChangedRules }) }
        : {})
    },
    { label: page.text("tileRepeated"), count: changes.repeated, always: true },
    { label: page.text("tileAcknowledged"), count: changes.acknowledged },
    { label: page.text("tileGone"), count: changes.noLongerInWindow },
    { label: page.text("tileCleared"), count: changes.clearedByChangedRules },
    { label: page.text("tileUnread"), count: changes.chatsNotScanned, loud: changes.chatsNotScanned > 0 }
  ]
  const tiles = all.filter(({ count, always }) => always || count > 0)
  return html`<header class="wide">
<p class="brand"><b>${page.text("run", { id: run.id })}</b><span>${page.text("period", {
    start: page.time(run.startedAt),
    finish: page.time(run.finishedAt),
    timeZone
  })}</span></p>
<div class="verdict ${tone}"><span class="sign" aria-hidden="true">${verdictIcon(tone)}</span><h1>${first}</h1>${
    rest.length === 0 ? undefined : html`<p>${rest.join(page.text("sentenceSeparator"))}</p>`
  }</div>
<p class="since">${changes.since === null ? page.text("firstRun") : page.text("changedSince", { time: page.time(changes.since.finishedAt) })}</p>
<dl class="numbers">${tiles.map(
    ({ label, count, loud, note }) =>
      html`<div${loud ? html` class="loud"` : undefined}><dt>${label}${note === undefined ? undefined : html`<small>${note}</small>`}</dt><dd>${page.text("count", { findings: count })}</dd></div>`
  )}</dl>
</header>
`
}

const unseenPart = <E>(page: Page, { businesses }: Report<E>): Markup | undefined => {
  const unseen = unseenIn(page, businesses).map(
    ({ what, reason, message }) =>
      html`<li>${what}${page.text("detailSeparator")}<code>${reason}</code>${message === "" ? undefined : html`<br><span class="soft">${message}</span>`}</li>`
  )
  if (unseen.length === 0) return undefined
  const rest = unseen.slice(maximumUnseen)
  return html`${heading("unseen", page.text("unseen"))}<section class="card" aria-labelledby="unseen">
<ul class="plain">${unseen.slice(0, maximumUnseen)}</ul>${
    rest.length === 0
      ? undefined
      : html`<details><summary>${page.text("causeMore", { chats: rest.length })}</summary><ul class="plain">${rest}</ul></details>`
  }</section>
`
}

const undeliveredPart = <E>(page: Page, { undeliveredMails }: Report<E>): Markup | undefined =>
  undeliveredMails.length === 0
    ? undefined
    : html`${heading("undelivered", page.text("undelivered"))}<section class="card" aria-labelledby="undelivered">
<ul class="plain">${undeliveredLines(page, undeliveredMails).map((line) => html`<li>${line}</li>`)}</ul></section>
`

const rulesPart = <E>(page: Page, report: Report<E>, { ruleAdvice }: ReportOptions): Markup | undefined => {
  const rules = openRules(tallyOf(report.counts))
  if (rules.length === 0) return undefined
  return html`<div>${heading("rules", page.text("byRule"))}<section class="card" aria-labelledby="rules"><ul class="plain">${rules.map(
    ([rule, findings]) => {
      const advice = ruleAdvice(rule)
      const title = page.ruleTitle(rule)
      const id = page.outside(rule)
      return html`<li><div class="row"><span>${title}${title === id ? undefined : html` <code>${id}</code>`}</span><b>${page.text("count", { findings })}</b></div>${
        advice._tag === "None"
          ? undefined
          : html`<details><summary>${page.text("ruleAdvice")}</summary><p>${page.outside(advice.value.explanation)}</p><ul>${advice.value.rewrites.map(
              (rewrite) => html`<li>${page.outside(rewrite)}</li>`
            )}</ul></details>`
      }</li>
`
    }
  )}</ul></section></div>
`
}

const causesPart = <E>(page: Page, { rootCauses }: Report<E>): Markup | undefined =>
  rootCauses.length === 0
    ? undefined
    : html`${heading("causes", page.text("rootCauses"))}<section class="card" aria-labelledby="causes"><ul class="plain">${rootCauses.map(
        (cause) => {
          const { summary, rules, chats, excerpt } = causeFacts(page, cause)
          return html`<li><p class="what">${severityBadge(page, cause.severity)}<strong>${summary}</strong></p><p class="soft">${rules}</p><p class="excerpt">${excerpt}</p><p class="facts">${chats}</p></li>
`
        }
      )}</ul></section>
`

const trendPart = <E>(page: Page, { trend }: Report<E>, { locale, timeZone }: ReportOptions): Markup | undefined =>
  trend.length < 2
    ? undefined
    : html`<div>${heading("trend", page.text("trend"))}${trendChart(page, trend, locale, timeZone)}</div>
`

/** The summary before the findings. */
export const summaryParts = <E>(page: Page, report: Report<E>, options: ReportOptions): Markup =>
  html`${unseenPart(page, report)}${undeliveredPart(page, report)}<div class="columns">
${trendPart(page, report, options)}${rulesPart(page, report, options)}</div>
${causesPart(page, report)}`

/** The coverage, and hints for the reader. */
export const pageFoot = <E>(page: Page, report: Report<E>): Markup => {
  const { chatsJudgedByOlderRules: chats, run } = report
  return html`${heading("coverage", page.text("coverage"))}<section class="card" aria-labelledby="coverage"><ul class="plain">${coverageFacts(
    page,
    report
  ).map(
    ({ heading: words, sentences }) =>
      html`<li><strong>${words}</strong>${sentences.map(({ text, isWarning }) =>
        isWarning
          ? html`<p><span class="badge warning"><span aria-hidden="true">!</span></span> ${text}</p>`
          : html`<p>${text}</p>`
      )}</li>
`
  )}${
    chats === 0 ? undefined : html`<li>${page.text("olderRules", { chats, command: "chatlint scan --full" })}</li>`
  }</ul></section>
<footer><p>${page.text("whereToLook")}</p><p>${page.text("run", { id: run.id })} · <code>${page.outside(run.ruleSet)}</code></p></footer>
`
}
