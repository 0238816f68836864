import { createHash } from "node:crypto"
import { Option, Stream } from "effect"
import type { Finding } from "../domain/Finding.ts"
import { filters } from "./html/filters.ts"
import { findingArticle, findingsEnd } from "./html/findingArticles.ts"
import { Markup, html as markup } from "./html/Markup.ts"
import { script } from "./html/script.ts"
import { style } from "./html/style.ts"
import { pageFoot, pageHead, summaryParts } from "./html/summary.ts"
import { makePage, type Page } from "./Page.ts"
import type { Report, ReportFormat, ReportOptions } from "./Report.ts"
import { verdictOf } from "./verdict.ts"

const digestOf = (source: string): string => `'sha256-${createHash("sha256").update(source, "utf8").digest("base64")}'`

/**
 * Allows only the page's own script and style, identified by their digests
 * (https://www.w3.org/TR/CSP3/#source-list-syntax): the page fetches and sends nothing, and an injected script cannot
 * run.
 */
const policy = `default-src 'none'; style-src ${digestOf(style)}; script-src ${digestOf(script)}; base-uri 'none'; form-action 'none'`

/** Embeds a constant that contains no external text. */
const own = (tag: "style" | "script", source: string): Markup => new Markup(`<${tag}>${source}</${tag}>`)

/** Above this number of findings, a browser renders only those in view. */
const manyFindings = 300

const isLong = <E>({ counts }: Report<E>): boolean =>
  counts.reduce((sum, { findings }) => sum + findings, 0) > manyFindings

const head = <E>(page: Page, report: Report<E>, options: ReportOptions): Markup => {
  const [verdict = ""] = verdictOf(page, report).sentences
  return markup`<!doctype html>
<html lang="${options.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${page.text("pageTitle", { verdict })}</title>
${own("style", style)}
</head>
<body>
<a class="skip" href="#findings">${page.text("skipToFindings")}</a>
${pageHead(page, report, options)}<main class="wide${isLong(report) ? " many" : ""}">
${summaryParts(page, report, options)}<h2 id="findings" tabindex="-1">${page.text("findings")}</h2>
${report.counts.length === 0 ? markup`<p class="card">${page.text("noFindings")}</p>\n` : filters(page, report.counts)}`
}

const foot = <E>(page: Page, report: Report<E>): Markup => markup`${pageFoot(page, report)}</main>
${own("script", script)}
</body>
</html>
`

/**
 * A self-contained page for a browser, an attachment or printing. It is written while findings are read, so memory use
 * does not grow with their number.
 */
export const html: ReportFormat<string> = {
  name: "html",
  write: (report, options) =>
    Stream.suspend(() => {
      const page = makePage(options)
      const findings = report.findings.pipe(
        Stream.map(Option.some),
        // A final none stands for the end of the findings, where open elements are closed.
        Stream.concat(Stream.make(Option.none<Finding>())),
        Stream.mapAccum(Option.none<Finding>(), (previous, next) => [
          next,
          Option.match(next, {
            onNone: () => (Option.isSome(previous) ? findingsEnd.source : ""),
            onSome: (finding) => findingArticle(page, previous, finding).source
          })
        ])
      )
      return Stream.make(head(page, report, options).source).pipe(
        Stream.concat(findings),
        Stream.concat(Stream.sync(() => foot(page, report).source))
      )
    })
}
