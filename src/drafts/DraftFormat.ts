import { extname } from "node:path"
import { Option, Schema } from "effect"

/** The supported file formats. */
export const DraftFormat = Schema.Literal("text", "markdown", "yaml", "json", "jsonl", "csv", "tsv", "gettext")
export type DraftFormat = typeof DraftFormat.Type

export const isDraftFormat = Schema.is(DraftFormat)

const formats: Readonly<Record<string, DraftFormat>> = {
  ".txt": "text",
  ".text": "text",
  ".liquid": "text",
  ".mustache": "text",
  ".hbs": "text",
  ".handlebars": "text",
  ".j2": "text",
  ".jinja": "text",
  ".jinja2": "text",
  ".tmpl": "text",
  ".tpl": "text",
  ".twig": "text",
  ".njk": "text",
  ".ftl": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".yaml": "yaml",
  ".yml": "yaml",
  ".json": "json",
  ".jsonc": "json",
  ".arb": "json",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".csv": "csv",
  ".tsv": "tsv",
  ".tab": "tsv",
  ".po": "gettext",
  ".pot": "gettext"
}

/** The format according to the extension of a file; none if it is not supported. */
export const formatOfName = (path: string): Option.Option<DraftFormat> => {
  const extension = extname(path).toLowerCase()
  return Object.hasOwn(formats, extension) ? Option.fromNullable(formats[extension]) : Option.none()
}
