import { Array as Arrays } from "effect"
import { FindingStatus } from "../../domain/Finding.ts"
import type { FindingCount } from "../../domain/FindingCount.ts"
import { severities } from "../../domain/Rule.ts"
import type { Page } from "../Page.ts"
import { html, type Markup } from "./Markup.ts"

interface Choice {
  readonly value: string
  readonly words: string
}

/** The filter form, hidden until the page's script shows it. Its options are the values that occur. */
export const filters = (page: Page, counts: ReadonlyArray<FindingCount>): Markup => {
  const select = (name: string, label: string, choices: ReadonlyArray<Choice>) =>
    html`<div><label for="filter-${name}">${label}</label><select id="filter-${name}" name="${name}"><option value="">${page.text("all")}</option>${choices.map(
      ({ value, words }) => html`<option value="${value}">${words}</option>`
    )}</select></div>
`
  const rules = Arrays.dedupe(counts.map(({ rule }) => rule)).map((rule) => ({
    value: page.outside(rule),
    words: page.ruleTitle(rule)
  }))
  const statuses = FindingStatus.literals
    .filter((status) => counts.some((count) => count.status === status))
    .map((status) => ({ value: status, words: page.text("status", { status }) }))
  const severityChoices = severities
    .toReversed()
    .filter((severity) => counts.some((count) => count.severity === severity))
    .map((severity) => ({ value: severity, words: page.text("severity", { severity }) }))
  return html`<form id="filters" role="search" aria-label="${page.text("filters")}" hidden>
${select("rule", page.text("columnRule"), rules)}${select("status", page.text("columnStatus"), statuses)}${select("severity", page.text("columnSeverity"), severityChoices)}<div><label for="filter-chat">${page.text("filterChat")}</label><input id="filter-chat" name="chat" type="search" autocomplete="off" inputmode="numeric"></div>
<div><button type="reset">${page.text("filterReset")}</button></div>
<output data-text="${page.text("filterShown")}"></output>
</form>
<p id="none" class="card" hidden>${page.text("filterNone")}</p>
`
}
