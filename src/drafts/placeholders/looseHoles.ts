import type { Hole } from "../../domain/Draft.ts"
import type { Stretch } from "../MappedText.ts"
import type { PlaceholderSyntax } from "./PlaceholderSyntax.ts"

/** One to four words, as a person names what is to be filled in. */
const words = String.raw`[\p{L}_][\p{L}\p{N}_.-]{0,40}(?:[ \u00a0][\p{L}\p{N}_.-]{1,40}){0,3}`
/** What may stand behind a name in braces: a call, a question mark, a filter or a kind, all of them in ASCII. */
const handling = String.raw`(?:\(\s{0,9}\))?[?!]?\s{0,9}(?:[|,][\x20-\x7a|]{0,60})?`
const word = String.raw`[\p{L}_][\p{L}\p{N}_]{0,40}`

/** No repetition here is without a limit, so that no text makes the search slow. */
const loose = new RegExp(
  [
    String.raw`\{\{?\s{0,9}(?<braces>${words})${handling}\}?\}`,
    // Behind a link's words stands where it leads.
    String.raw`\[\[?\s{0,9}(?<brackets>${words})\s{0,9}\]\]?(?![(:[])`,
    `‹(?<angles>${words})›`,
    // Tags of HTML are written in small letters of ASCII.
    String.raw`<(?<capitals>[A-Z][A-Z\d_]{2,40}|(?=[\p{Script=Cyrillic}\p{Script=Han}])${words})>`,
    // Two letters may be a byte of an address: %d0%bf.
    String.raw`%(?<percent>(?![\da-fA-F]{2}%)${word})%`,
    `#(?<hash>${word})#`,
    String.raw`(?<![\p{L}\p{N}])@(?<at>${word})@(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}$])\$(?<dollar>${word})`,
    String.raw`(?<!\S):(?<colon>[a-z_]{3,40})(?![\w:])`
  ].join("|"),
  "gu"
)

/** Any of the signs above. */
const opening = /[{[‹<%#@$:]/

/**
 * What is written as placeholders are in one system or another, and may as well be words that somebody put between signs: `{имя клиента}`,
 * `[ИМЯ]`, `%NAME%`, `#NAME#`, `@name@`, `$name`, `:name`, `<ИМЯ>`, `‹ИМЯ›`. In the order of the text.
 *
 * @param known what is filled in for certain; nothing in it counts.
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
