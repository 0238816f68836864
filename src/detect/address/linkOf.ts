import { parse } from "tldts"
import { type FoldedText, originalRange } from "../../text/FoldedText.ts"
import { type AddressChain, type ChainInText, labelAt } from "./AddressChain.ts"
import type { AddressToken } from "./AddressToken.ts"
import type { JointForm } from "./addressJoint.ts"
import { endOfPath } from "./endOfPath.ts"
import { hostForm } from "./hostForm.ts"
import { hostOf } from "./hostOf.ts"
import type { LinkCandidate } from "./LinkCandidate.ts"
import { sameScript, startsCapital } from "./sameScript.ts"
import { siteOf } from "./siteOf.ts"
import { spokenTop } from "./spokenTops.ts"
import { isKnownHost } from "./topLevels.ts"

const formOfNotation: Record<Exclude<JointForm, "tight">, number> = {
  bracketed: 0.95,
  word: 0.92,
  spaced: 0.88,
  afterBlank: 0.85,
  beforeBlank: 0.75,
  comma: 0.8,
  symbol: 0.85,
  dotless: 0.2
}

/** A host in a chain. */
export interface ChainedHost extends ChainInText {
  /** The indices of its first label and its top-level domain in the chain. */
  readonly first: number
  readonly last: number
  /** How its dots are written. */
  readonly notation: JointForm
  /** The start of the scheme before it in the text. */
  readonly scheme: number | undefined
}

/** The link formed by a host and the path after it; undefined if it is a file, a version or a local host. */
export const linkOf = ({
  folded,
  tokens,
  chain,
  first,
  last,
  notation,
  scheme
}: ChainedHost): LinkCandidate | undefined => {
  const { text } = folded
  const opening = labelAt(tokens, chain, first)
  const closing = labelAt(tokens, chain, last)
  if (opening === undefined || closing === undefined) return undefined
  if (scheme === undefined && notation === "tight" && !endsHost(folded, tokens, chain, last)) return undefined
  const written = hostOf(tokens, chain, first, last)
  const rest = restOf(text, tokens, chain, last, closing.end, notation)
  const site = siteOf(`http://${written}${rest.path}`)
  if (site === undefined || site === "local") return undefined
  // Written without spreads, which would take most of the time for texts with thousands of links.
  const candidate = (form: number, dotless = false): LinkCandidate => ({
    start: scheme ?? opening.start,
    end: rest.end,
    host: site.host,
    path: site.path,
    userinfo: site.userinfo,
    form,
    dotless
  })
  if (scheme !== undefined) return candidate(0.98)
  const withPath = rest.path.length > 1
  const ip = /^\d+\.\d+\.\d+\.\d+$/.test(written)
  // Four numbers alone are a version ("1.0.46.8").
  if (ip && !withPath) return undefined
  // Numbers and a top-level domain are a version: "11.0.4.ru".
  if (!withPath && /^\d+\.(?:\d+\.)+\p{L}+$/u.test(written)) return undefined
  if (!withPath && isVersion(written)) return undefined
  // The text after an @ without a mailbox before it is an account name, regardless of the words around it.
  const account = text.charAt(opening.start - 1) === "@"
  if (notation !== "tight") {
    const form = isPausedSentence(text, tokens, chain, last) ? 0.25 : formOfNotation[notation]
    // "dns-shop ru/akcii", "kovka ru/price/2024", but not "порт com/usb" and "меню ru/en".
    const dotless = notation === "dotless" && !(withPath && (/[-\d]/.test(opening.value) || isPage(rest.path)))
    return candidate(withPath && !dotless ? Math.max(form, 0.92) : form, dotless)
  }
  const sentence = !withPath && (mayBeginWord(tokens, chain, last) || isQuotedName(folded, opening, closing))
  const original = originalRange(folded, { start: opening.start, end: closing.end })
  const own = folded.original.slice(original.start, original.end)
  const bare = hostForm(own, parse(site.host), isIsland(text, opening.start, closing.end))
  const form = formOfTyped(site.host, bare, withPath)
  if (account) return candidate(Math.min(form, 0.2))
  return candidate(sentence ? Math.min(form, 0.3) : form)
}

/** Whether a path names a page ("/price/2024", "/akcii") rather than a language or a port. */
const isPage = (path: string): boolean => /^\/(?=[^/]*\p{L})[^/]{4,}|^\/[^/]+\/./u.test(path)

/**
 * Whether a host is a version: "rev.2.ru", "ver.12.com". One-digit domain names cannot be registered, and some words
 * precede version numbers.
 */
const isVersion = (written: string): boolean =>
  /^(?:.*\.)?\d\.\p{L}+$/u.test(written) || /^(?:rev|ver|v|rel|build|fw|вер|ред|рев)\.\d+\./.test(written)

/** Whether a Cyrillic word stands before or after a host. */
const isIsland = (text: string, start: number, end: number): boolean =>
  /[а-яё][ :,—–-]{1,3}$/.test(text.slice(Math.max(0, start - 4), start)) ||
  /^[ :,—–-]{1,3}[а-яё]/.test(text.slice(end, end + 4))

/** Whether a host is the quoted name of a publication with a spelled top-level domain: «Лента.ру». */
const isQuotedName = (folded: FoldedText, opening: AddressToken, closing: AddressToken): boolean =>
  spokenTop(closing.value) !== undefined &&
  folded.text.charAt(opening.start - 1) === "«" &&
  folded.text.charAt(closing.end) === "»" &&
  startsCapital(folded, opening)

/**
 * Whether the spelled top-level domain may belong to a word: "под заказ.ком плект", with lower-case Cyrillic letters
 * after a blank.
 */
const mayBeginWord = (tokens: ReadonlyArray<AddressToken>, chain: AddressChain, last: number): boolean => {
  const name = labelAt(tokens, chain, last - 1)?.value ?? ""
  const top = tokens[chain.labels[last] ?? -1]
  if (top === undefined || spokenTop(top.value) === undefined || /[a-z-]|\p{L}\d|\d\p{L}/u.test(name)) return false
  const index = (chain.labels[last] ?? 0) + 1
  const next = tokens[index + 1]
  return (
    tokens[index]?.value === " " && next?.kind === "label" && /^[а-я]+$/.test(next.value) && !isUsualStart(next.value)
  )
}

/**
 * "ставьте точку, ру бить не надо": a comma follows the spelled dot only, and the top-level domain may belong to a
 * word.
 */
const isPausedSentence = (
  text: string,
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  last: number
): boolean => {
  const sign = text.slice(labelAt(tokens, chain, last - 1)?.end ?? 0, labelAt(tokens, chain, last)?.start ?? 0)
  return sign.endsWith(", ") && sign.indexOf(",") === sign.length - 2 && mayBeginWord(tokens, chain, last)
}

/** Words that follow the name of a site rather than complete a word: "лодки.ру там всё есть". */
const usualStarts = new Set("там тут здесь есть наш".split(" "))

const isUsualStart = (word: string): boolean => usualStarts.has(word)

/** @param bare how likely the host alone is an address. */
const formOfTyped = (host: string, bare: number, withPath: boolean): number => {
  if (host.startsWith("www.")) return 0.95
  if (!withPath) return bare
  // A path confirms a host, but not two sentences without a blank ("готово.md/txt"), except for the .cc of shorteners.
  if (bare >= 0.3) return 0.9
  return host.endsWith(".cc") ? 0.85 : bare
}

/**
 * A name that continues after its top-level domain is a file ("site.ru.zip"), unless a sentence starts there
 * ("shop.ru.Завтра").
 */
const endsHost = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  last: number
): boolean => {
  const joint = chain.joints[last]
  const next = labelAt(tokens, chain, last + 1)
  if (joint?.role !== "dot" || joint.form !== "tight" || next === undefined) return true
  return startsCapital(folded, next) || !sameScript(labelAt(tokens, chain, last)?.value ?? "", next.value)
}

interface Rest {
  readonly path: string
  readonly end: number
}

const closingOf = (tokens: ReadonlyArray<AddressToken>, chain: AddressChain, last: number): string =>
  labelAt(tokens, chain, last)?.value ?? ""

/** The port, path, query and fragment after a host; in a spelled address also "slash catalog". */
const restOf = (
  text: string,
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  last: number,
  end: number,
  notation: JointForm
): Rest => {
  const next = text.charAt(end)
  if (
    next === "/" ||
    next === "?" ||
    next === "#" ||
    (next === ":" && /^:\d{2,5}(?!\d)/.test(text.slice(end, end + 7)))
  ) {
    const to = endOfPath(text, end)
    return { path: text.slice(end, to), end: to }
  }
  let path = ""
  let to = end
  for (let index = last; index < chain.joints.length; index++) {
    const joint = chain.joints[index]
    const label = labelAt(tokens, chain, index + 1)
    const known =
      index === last && isKnownHost(labelAt(tokens, chain, last - 1)?.value ?? "", closingOf(tokens, chain, last))
    if (joint?.role !== "slash" || label === undefined) break
    if (joint.form !== "word" && notation === "tight" && !known && path === "") break
    path += `/${label.value}`
    to = label.end
  }
  return { path, end: to }
}
