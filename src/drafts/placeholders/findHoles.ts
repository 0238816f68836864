import type { Hole } from "../../domain/Draft.ts"
import type { Stretch } from "../MappedText.ts"
import type { PlaceholderSyntax } from "./PlaceholderSyntax.ts"

/** A placeholder, and the quoted literals in it. UTF-16 offsets, `end` exclusive. */
export interface FoundHole extends Hole {
  /** The text shown if there is no value: `{{ x | default: "…" }}`, `{{ x || '…' }}`. */
  readonly fallback: Stretch | undefined
  /** Other literals, which may also be shown: `{% assign x = "…" %}`. */
  readonly literals: ReadonlyArray<Stretch>
}

/** All repetitions are bounded and none is nested, so that the search takes linear time. */
const placeholder = new RegExp(
  [
    "<%(?<erb>[^%]{0,300})%>",
    String.raw`\{%(?<tag>[^%]{0,500})%\}`,
    String.raw`\{\{\{?(?<mustache>[^{}]{0,300})\}?\}\}`,
    String.raw`[$#%]\{(?<dollar>[^{}]{0,100})\}`,
    String.raw`\{(?<braces>[^{}]{0,100})\}`,
    String.raw`%\((?<named>[\p{L}\p{N}_.]{1,60})\)[-+0#]{0,2}\d{0,3}(?:\.\d{1,2})?[sdifr]`,
    String.raw`%(?<printf>(?:\d{1,2}\$)?[-+0#]{0,3}\d{0,3}(?:\.\d{1,2})?(?:ll|l|h)?[sdifuxXgGec@])(?![\p{L}\p{N}])`
  ].join("|"),
  "gu"
)

const kinds = ["braces", "mustache", "printf", "dollar", "tag", "named", "erb"] as const

const syntaxOf: Readonly<Record<(typeof kinds)[number], PlaceholderSyntax>> = {
  erb: "erb",
  tag: "mustache",
  mustache: "mustache",
  dollar: "braces",
  braces: "braces",
  named: "printf",
  printf: "printf"
}

/** Finds the placeholders of a text, in order. Braces around anything but a name or an expression are text. */
export const findHoles = (text: string, syntaxes: ReadonlySet<PlaceholderSyntax>): ReadonlyArray<FoundHole> => {
  if (!text.includes("{") && !text.includes("%")) return []
  const holes: Array<FoundHole> = []
  for (const { 0: written, index: start, groups = {} } of text.matchAll(placeholder)) {
    const kind = kinds.find((one) => groups[one] !== undefined)
    const content = groups[kind ?? ""]
    if (kind === undefined || content === undefined || !syntaxes.has(syntaxOf[kind])) continue
    const end = start + written.length
    const isCode = kind === "tag" || kind === "erb" || kind === "mustache"
    if (!(isCode ? isExpression(content, kind === "mustache") : kind === "printf" || isArgument(content))) continue
    const name = kind === "printf" || !isShown(kind, content) ? "" : nameIn(content)
    if (isHost(name)) continue
    holes.push({ start, end, name, ...(isCode ? quotedIn(text, start, end) : noQuotes) })
  }
  return holes
}

const noQuotes = { fallback: undefined, literals: [] }

/** `x`, `0`, nothing, `price:.2f`, or `n, number, integer`. */
const argument =
  /^\s*(?:\$?[\p{L}_][\p{L}\p{N}_.$\-[\]]*|\d{1,2}|)\s*(?::[^\s:@/]{0,20}|,\s*(?:number|date|time|ordinal|duration|spellout|list)\b.*)?\s*$/u

const isArgument = (content: string): boolean => argument.test(content) && !manyDigits.test(content)

/** An expression begins with a name, a literal or a sigil. */
const expressionStart = /^[-~=#/^&>!@]*\s*(?:[\p{L}_$@][\p{L}\p{N}_.$@[\]?-]*|["']|\d{1,2}\s*$|$)/u

/** Characters that distinguish an expression of several words from a sentence. */
const expressionSign = /[|."'=(<>]|^[-~=#/^&>!@]|^\s*\S+(?:\s+\S+)?\s*$/u

const quoted = /"[^"]*"|'[^']*'/g

/** Enough digits for a phone number, which is not part of an expression. */
const manyDigits = /\d(?:[\s()+-]{0,3}\d){6}/

/** Non-ASCII words in a tag may be names, but several of them in a row, separated only by spaces, are a sentence. */
const sentenceOfTag = /[\u0400-\u04ff]{2,}\s+(?:[\u0400-\u04ff]\s+){0,3}[\u0400-\u04ff]{2,}|[\u4e00-\u9fff]{6,}/

/** An address, which is not an expression: `ivan@shop.ru`, `https://shop.ru`. */
const address = /[\p{L}\p{N}]@[\p{L}\p{N}]|:\/\//u

const isExpression = (content: string, isOutput: boolean): boolean => {
  const bare = content.replace(quoted, '""').trim()
  if (manyDigits.test(bare) || (address.test(bare) && !bare.startsWith("!"))) return false
  if (!isOutput) return !sentenceOfTag.test(bare)
  // Several words with non-ASCII letters are a sentence in braces.
  const isSentence = /\s/.test(bare) && /[\u0400-\u04ff\u4e00-\u9fff]/.test(bare) && !bare.includes("|")
  return !isSentence && expressionStart.test(bare) && expressionSign.test(bare)
}

/** Whether a placeholder outputs a value, unlike sections and comments of Mustache, and ERB code without `=` or `-`. */
const isShown = (kind: (typeof kinds)[number], content: string): boolean =>
  kind === "mustache" ? !/^[-~\s]{0,9}[#^/!]/.test(content) : kind !== "erb" || /^[=-]/.test(content)

/** `courier["phone"]` is equivalent to `courier.phone`. */
const quotedKey = /\[\s{0,9}["']([\p{L}\p{N}_ .-]{1,60})["']\s{0,9}\]/gu

/** `field("phone")` outputs what the argument names, unless the function is one that translates its argument. */
const askedFor =
  /^[\s=&-]{0,9}(?!(?:t|tr|trans|translate|gettext|i18n|_{1,2}|\$t)\()[\p{L}_$][\p{L}\p{N}_$.]{0,60}\(\s{0,9}["']([\p{L}\p{N}_ .-]{1,60})["']\s{0,9}\)/u

/** The name with which an expression begins without preceding signs, or the argument of a call: `field("phone")`. */
const nameIn = (content: string): string => {
  const asked = askedFor.exec(content)?.[1]
  if (asked !== undefined) return asked
  const bare = content.replace(quotedKey, ".$1").replace(quoted, '""')
  return /[\p{L}\p{N}_$][\p{L}\p{N}_.$\-[\]]*/u.exec(bare.replace(/^[-~=#/^&>!@\s]*/, ""))?.[0] ?? ""
}

/** `{shop.ru}` is an address in braces, because variables do not have names like those of shops' sites. */
const isHost = (name: string): boolean =>
  /[^.]\.(?:ru|рф|com|net|org|su|by|kz|uz|me|shop|store|online|site|info|pro)$/iu.test(name)

const leadsToFallback = /(?:\bdefault\s*[:(]\s*|\|\|\s*|\?\?\s*|\bor\s+)$/

const quotedIn = (text: string, start: number, end: number): Pick<FoundHole, "fallback" | "literals"> => {
  let fallback: Stretch | undefined
  const literals: Array<Stretch> = []
  const content = text.slice(start, end)
  for (const { 0: literal, index } of content.matchAll(quoted)) {
    const stretch = { start: start + index + 1, end: start + index + literal.length - 1 }
    if (!/[\p{L}\p{N}]/u.test(literal)) continue
    if (fallback === undefined && leadsToFallback.test(content.slice(0, index))) fallback = stretch
    else literals.push(stretch)
  }
  return { fallback, literals }
}
