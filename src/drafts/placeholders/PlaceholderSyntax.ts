import { Schema } from "effect"

/**
 * How placeholders are written: `{order_id}`, `${x}`, `#{x}` are braces; `{{ x }}` and `{% if x %}` are those of Mustache, Handlebars,
 * Liquid, Jinja and i18next; signs are `%NAME%`, `[NAME]`, `#NAME#`,
 * `$name` and the like; `%s`, `%1$s`, `%(name)s`, `%{name}` those of printf; `<%= x %>` those of ERB and EJS; icu the
 * plurals and selects of ICU messages.
 */
export const PlaceholderSyntax = Schema.Literal("braces", "mustache", "printf", "erb", "icu", "signs")
export type PlaceholderSyntax = typeof PlaceholderSyntax.Type

/** Without a setting all of them are known at once. */
export const everySyntax: ReadonlySet<PlaceholderSyntax> = new Set(PlaceholderSyntax.literals)
