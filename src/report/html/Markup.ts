/** HTML made by `html`, in which all external text is escaped. */
export class Markup {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

/** A value for a template: text, which is escaped, a number, markup, a list of values, or nothing. */
export type Fill = string | number | Markup | ReadonlyArray<Fill> | undefined

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** Escapes text for an element or a quoted attribute (https://html.spec.whatwg.org/#escapingString). */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => references[character] ?? "")

const sourceOf = (fill: Fill): string => {
  if (fill === undefined) return ""
  if (fill instanceof Markup) return fill.source
  return typeof fill === "object" ? fill.map(sourceOf).join("") : escaped(String(fill))
}

/**
 * Makes markup from a template. Values are escaped for elements and double-quoted attributes, and are allowed only
 * there: not in scripts, styles or link addresses.
 */
export const html = (template: TemplateStringsArray, ...fills: ReadonlyArray<Fill>): Markup =>
  new Markup(template.reduce((source, part, index) => source + sourceOf(fills[index - 1]) + part))
