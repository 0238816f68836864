/** HTML that was made by `html`, so that whatever came from elsewhere is escaped in it. */
export class Markup {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

/** What may be put into a template: text, which is escaped, a number, other markup, several of them, or nothing. */
export type Fill = string | number | Markup | ReadonlyArray<Fill> | undefined

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** Text as HTML shows it, between tags and within a quoted attribute (https://html.spec.whatwg.org/#escapingString). */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => references[character] ?? "")

const sourceOf = (fill: Fill): string => {
  if (fill === undefined) return ""
  if (fill instanceof Markup) return fill.source
  return typeof fill === "object" ? fill.map(sourceOf).join("") : escaped(String(fill))
}

/**
 * Makes markup from a template. A value is escaped for the two places where one may stand: between tags, and within an
 * attribute in double quotes. Scripts, styles and addresses of links take no values.
 */
export const html = (template: TemplateStringsArray, ...fills: ReadonlyArray<Fill>): Markup =>
  new Markup(template.reduce((source, part, index) => source + sourceOf(fills[index - 1]) + part))
