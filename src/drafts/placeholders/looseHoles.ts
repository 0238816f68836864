import type { Hole } from "../../domain/Draft.ts"
import type { Stretch } from "../MappedText.ts"
import type { PlaceholderSyntax } from "./PlaceholderSyntax.ts"

/** One to four words, as people name placeholders. */
const words = String.raw`[\p{L}_][\p{L}\p{N}_.-]{0,40}(?:[ \u00a0][\p{L}\p{N}_.-]{1,40}){0,3}`
/** What may follow a name in braces: a call, a question mark, a filter or a type, all in ASCII. */
const handling = String.raw`(?:\(\s{0,9}\))?[?!]?\s{0,9}(?:[|,][\x20-\x7a|]{0,60})?`
const word = String.raw`[\p{L}_][\p{L}\p{N}_]{0,40}`

/** All repetitions are bounded, so that the search takes linear time. */
const loose = new RegExp(
  [
    String.raw`\{\{?\s{0,9}(?<braces>${words})${handling}\}?\}`,
    // Not the text of a link, which is followed by its target.
    String.raw`\[\[?\s{0,9}(?<brackets>${words})\s{0,9}\]\]?(?![(:[])`,
    `‹(?<angles>${words})›`,
    // Unlike HTML tags, which are written in lower-case ASCII.
    String.raw`<(?<capitals>[A-Z][A-Z\d_]{2,40}|(?=[\p{Script=Cyrillic}\p{Script=Han}])${words})>`,
    // Not a percent-encoded byte of an address: %d0%bf.
    String.raw`%(?<percent>(?![\da-fA-F]{2}%)${word})%`,
    `#(?<hash>${word})#`,
    String.raw`(?<![\p{L}\p{N}])@(?<at>${word})@(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}$])\$(?<dollar>${word})`,
    String.raw`(?<!\S):(?<colon>[a-z_]{3,40})(?![\w:])`
  ].join("|"),
  "gu"
)

/** Any of the opening characters above. */
const opening = /[{[‹<%#@$:]/

/**
 * Finds what some systems write as placeholders but may also be ordinary words: `{имя клиента}`, `[ИМЯ]`, `%NAME%`,
 * `#NAME#`, `@name@`, `$name`, `:name`, `<ИМЯ>`, `‹ИМЯ›`. In the order of the text.
 *
 * @param known the definite placeholders, within which nothing is searched.
 */
export const looseHoles = (
  text: string,
  syntaxes: ReadonlySet<PlaceholderSyntax>,
  known: ReadonlyArray<Stretch>
): ReadonlyArray<Hole> => {
  if (!opening.test(text)) return []
  const holes: Array<Hole> = []
  let index = 0
  for (const { 0: written, index: start, groups = {} } of text.matchAll(loose)) {
    const end = start + written.length
    const isBraced = groups.braces !== undefined
    if (!(isBraced ? syntaxes.has("braces") || syntaxes.has("mustache") : syntaxes.has("signs"))) continue
    while ((known[index]?.end ?? end) <= start) index += 1
    if ((known[index]?.start ?? end) < end) continue
    const name = Object.values(groups).find((group) => group !== undefined) ?? ""
    holes.push({ start, end, name, mayBeWords: true })
  }
  return holes
}
