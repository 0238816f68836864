import { Schema } from "effect"

/**
 * The syntax of placeholders. "braces": `{order_id}`, `${x}`, `#{x}`, `%{name}`; "mustache": `{{ x }}`, `{% if x %}`,
 * as in Mustache, Handlebars, Liquid, Jinja and i18next; "printf": `%s`, `%1$s`, `%(name)s`; "erb": `<%= x %>`, as in
 * ERB and EJS; "icu": plurals and selects of ICU messages; "signs": `%NAME%`, `[NAME]`, `#NAME#`, `$name` and the like.
 */
export const PlaceholderSyntax = Schema.Literal("braces", "mustache", "printf", "erb", "icu", "signs")
export type PlaceholderSyntax = typeof PlaceholderSyntax.Type

/** The default: all of them together. */
export const everySyntax: ReadonlySet<PlaceholderSyntax> = new Set(PlaceholderSyntax.literals)
