import type { TrendPoint } from "../../domain/TrendPoint.ts"
import type { Page } from "../Page.ts"
import { html, type Markup } from "./Markup.ts"

/** In pixels: the page's style gives the drawing this height and any width. */
const height = 150
const top = 20
const bottom = 22

/** The minimum number of columns: fewer runs leave columns empty at the right instead of getting wider bars. */
const minimumColumns = 7

/** How many dates fit side by side on a phone. */
const maximumLabels = 5

/** A bar for each run, with new findings stacked on repeated ones, and an accessible table of the numbers. */
export const trendChart = (page: Page, trend: ReadonlyArray<TrendPoint>, locale: string, timeZone: string): Markup => {
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "numeric" })
  const short = new Intl.NumberFormat(locale, { notation: "compact" })
  const highest = Math.max(1, ...trend.map(({ byStatus }) => byStatus.new + byStatus.repeated))
  const scale = (count: number) => Math.round((count / highest) * (height - top - bottom) * 10) / 10
  const column = 100 / Math.max(trend.length, minimumColumns)
  const step = Math.ceil(trend.length / maximumLabels)
  const percent = (value: number) => `${Math.round(value * 100) / 100}%`
  const baseline = height - bottom
  const bars = trend.map(({ finishedAt, complete, byStatus }, index) => {
    const repeated = scale(byStatus.repeated)
    const fresh = scale(byStatus.new)
    const middle = percent((index + 0.5) * column)
    const place = { x: percent(index * column + column * 0.18), width: percent(column * 0.64) }
    const date = new Date(finishedAt)
    // The newest run always has a date.
    const isNamed = (trend.length - 1 - index) % step === 0 && !Number.isNaN(date.getTime())
    return html`<rect class="repeated" x="${place.x}" width="${place.width}" y="${baseline - repeated}" height="${repeated}" rx="2"/><rect class="new" x="${place.x}" width="${place.width}" y="${baseline - repeated - fresh}" height="${fresh}" rx="2"/>${
      complete
        ? undefined
        : html`<rect class="part" x="${place.x}" width="${place.width}" y="${baseline - repeated - fresh - 2}" height="${repeated + fresh + 2}" rx="2"/>`
    }<text x="${middle}" y="${baseline - repeated - fresh - 6}">${short.format(byStatus.new + byStatus.repeated)}</text>${
      isNamed ? html`<text x="${middle}" y="${height - 5}">${day.format(date)}</text>` : undefined
    }`
  })
  const legend = (kind: string, words: string) =>
    html`<span><svg aria-hidden="true" focusable="false"><rect class="${kind}" width="12" height="12" rx="3"/></svg>${words}</span>`
  const cell = (findings: number) => html`<td class="number">${page.text("count", { findings })}</td>`
  return html`<section class="card trend" aria-labelledby="trend">
<svg role="img" aria-label="${page.text("trendChart", { runs: trend.length })}"><line x1="0" x2="100%" y1="${baseline}" y2="${baseline}"/>${bars}</svg>
<p class="legend">${legend("new", page.text("trendNew"))}${legend("repeated", page.text("trendRepeated"))}${
    trend.every(({ complete }) => complete) ? undefined : legend("part", page.text("trendIncomplete"))
  }</p>
<details><summary>${page.text("trendNumbers")}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${page.text("trendNumbers")}"><table>
<thead><tr><th scope="col">${page.text("trendRun")}</th><th scope="col" class="number">${page.text("trendNew")}</th><th scope="col" class="number">${page.text("trendRepeated")}</th><th scope="col" class="number">${page.text("trendErrors")}</th><th scope="col" class="number">${page.text("trendAcknowledged")}</th></tr></thead>
<tbody>${trend.map(
    ({ finishedAt, complete, byStatus, openBySeverity }) => html`<tr><th scope="row">${page.time(finishedAt)}${
      complete ? undefined : html` <span class="soft">${page.text("trendIncomplete")}</span>`
    }</th>${[byStatus.new, byStatus.repeated, openBySeverity.error, byStatus.acknowledged].map(cell)}</tr>
`
  )}</tbody></table></div></details>
</section>
`
}
