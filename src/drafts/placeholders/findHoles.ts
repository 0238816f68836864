import type { Hole } from "../../domain/Draft.ts"
import type { Stretch } from "../MappedText.ts"
import type { PlaceholderSyntax } from "./PlaceholderSyntax.ts"

/** A hole, and the texts that stand in quotation marks within it. UTF-16 offsets, `end` exclusive. */
export interface FoundHole extends Hole {
  /** What is shown where nothing is filled in: `{{ x | default: "…" }}`, `{{ x || '…' }}`. */
  readonly fallback: Stretch | undefined
  /** Other texts, which may be shown too: `{% assign x = "…" %}`. */
  readonly literals: ReadonlyArray<Stretch>
}

/** No repetition here is without a limit, and none holds another, so that no text makes the search slow. */
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

/** The parts of a text that are filled in when it is sent, in their order. What stands in braces but is no name is text. */
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

/** `x`, `0`, nothing at all, `price:.2f`, `n, number, integer`. */
const argument =
  /^\s*(?:\$?[\p{L}_][\p{L}\p{N}_.$\-[\]]*|\d{1,2}|)\s*(?::[^\s:@/]{0,20}|,\s*(?:number|date|time|ordinal|duration|spellout|list)\b.*)?\s*$/u

const isArgument = (content: string): boolean => argument.test(content) && !manyDigits.test(content)

/** An expression begins with a name or with a sign that says what follows. */
const expressionStart = /^[-~=#/^&>!@]*\s*(?:[\p{L}_$@][\p{L}\p{N}_.$@[\]?-]*|["']|\d{1,2}\s*$|$)/u

/** Signs that tell an expression of several words from a sentence. */
const expressionSign = /[|."'=(<>]|^[-~=#/^&>!@]|^\s*\S+(?:\s+\S+)?\s*$/u

const quoted = /"[^"]*"|'[^']*'/g

/** Digits enough for a number to dial are no part of an expression. */
const manyDigits = /\d(?:[\s()+-]{0,3}\d){6}/

/** Words beyond ASCII in a tag are names at most: two of them side by side, with no sign between them, are a sentence. */
const sentenceOfTag = /[\u0400-\u04ff]{2,}\s+(?:[\u0400-\u04ff]\s+){0,3}[\u0400-\u04ff]{2,}|[\u4e00-\u9fff]{6,}/

/** An address is no expression: `ivan@shop.ru`, `https://shop.ru`. */
const address = /[\p{L}\p{N}]@[\p{L}\p{N}]|:\/\//u

const isExpression = (content: string, isOutput: boolean): boolean => {
  const bare = content.replace(quoted, '""').trim()
  if (manyDigits.test(bare) || (address.test(bare) && !bare.startsWith("!"))) return false
  if (!isOutput) return !sentenceOfTag.test(bare)
  // Several words of letters beyond ASCII are a sentence that somebody put into braces.
  const isSentence = /\s/.test(bare) && /[\u0400-\u04ff\u4e00-\u9fff]/.test(bare) && !bare.includes("|")
  return !isSentence && expressionStart.test(bare) && expressionSign.test(bare)
}

/** Sections of Mustache and its comments show nothing of what they name, nor does code of ERB without a sign that says so. */
const isShown = (kind: (typeof kinds)[number], content: string): boolean =>
  kind === "mustache" ? !/^[-~\s]{0,9}[#^/!]/.test(content) : kind !== "erb" || /^[=-]/.test(content)

/** `courier["phone"]` is another way of writing courier.phone. */
const quotedKey = /\[\s{0,9}["']([\p{L}\p{N}_ .-]{1,60})["']\s{0,9}\]/gu

/** `field("phone")` asks for what is called so; what translates a text yields words. */
const askedFor =
  /^[\s=&-]{0,9}(?!(?:t|tr|trans|translate|gettext|i18n|_{1,2}|\$t)\()[\p{L}_$][\p{L}\p{N}_$.]{0,60}\(\s{0,9}["']([\p{L}\p{N}_ .-]{1,60})["']\s{0,9}\)/u

/** The name that an expression begins with, without the signs before it and the words that only lead to it. */
const nameIn = (content: string): string => {
  const asked = askedFor.exec(content)?.[1]
  if (asked !== undefined) return asked
  const bare = content.replace(quotedKey, ".$1").replace(quoted, '""')
  return /[\p{L}\p{N}_$][\p{L}\p{N}_.$\-[\]]*/u.exec(bare.replace(/^[-~=#/^&>!@\s]*/, ""))?.[0] ?? ""
}

/** `{shop.ru}` is an address in braces: variables are not called like the sites that shops have. */
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
