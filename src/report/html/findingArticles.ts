import { Option } from "effect"
import type { Finding } from "../../domain/Finding.ts"
import type { Severity } from "../../domain/Rule.ts"
import { chatAbout, findingFacts, headingsDue } from "../findingFacts.ts"
import { matchPlace } from "../matchPlace.ts"
import type { Page } from "../Page.ts"
import { severityIcons } from "../severityMark.ts"
import { html, type Markup } from "./Markup.ts"

/** A severity as an icon and a word; the colour only repeats them. */
export const severityBadge = (page: Page, severity: Severity): Markup =>
  html`<span class="badge ${severity}"><span aria-hidden="true">${severityIcons[severity]}</span>${page.text("severity", { severity })}</span>`

/** The excerpt with the match marked, and the match separately if the excerpt masks it. */
const excerptOf = (page: Page, finding: Finding): Markup => {
  const excerpt = page.outside(finding.excerpt)
  const match = page.outside(finding.match)
  const place = matchPlace(excerpt, match)
  const shown =
    place === undefined
      ? html`${excerpt}`
      : html`${excerpt.slice(0, place.start)}<mark${place.masked ? html` class="hidden"` : undefined}>${excerpt.slice(place.start, place.end)}</mark>${excerpt.slice(place.end)}`
  const found =
    match === "" || place?.masked === false ? undefined : html`<p class="facts">${page.text("match", { match })}</p>`
  return html`<p class="excerpt">${shown}</p>${found}`
}

const article = (page: Page, finding: Finding): Markup => {
  const { rule, status, severity, chatId, orderId } = finding
  const title = page.ruleTitle(rule)
  const id = page.outside(rule)
  const places = `${page.outside(chatId)} ${page.outside(orderId ?? "")}`
  return html`<article class="finding is-${severity}" data-rule="${id}" data-status="${status}" data-severity="${severity}" data-chat="${places}">
<p class="what">${severityBadge(page, severity)}<strong>${title}</strong>${title === id ? undefined : html`<code>${id}</code>`}</p>
${excerptOf(page, finding)}<p class="facts">${findingFacts(page, finding).join(" · ")}</p>
</article>
`
}

const chatHead = (page: Page, finding: Finding): Markup => {
  const { chatId, status } = finding
  return html`<section class="card chat" data-group>
<h4><span>${page.text("chat", { chatId })}</span><span class="soft">${chatAbout(page, finding)}</span><span class="badge ${status}">${page.text("status", { status })}</span></h4>
`
}

/** One finding, preceded by the closing and opening tags of chats and businesses since the previous finding. */
export const findingArticle = (page: Page, previous: Option.Option<Finding>, finding: Finding): Markup => {
  const due = headingsDue(previous, finding)
  const { businessId } = finding
  return html`${due.chat && Option.isSome(previous) ? html`</section>\n` : undefined}${
    due.business && Option.isSome(previous) ? html`</section>\n` : undefined
  }${
    due.business
      ? html`<section data-group><h3>${page.text("business", { businessId })}</h3>
`
      : undefined
  }${due.chat ? chatHead(page, finding) : undefined}${article(page, finding)}`
}

/** Closes the last chat and the last business. */
export const findingsEnd = html`</section>
</section>
`
