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
  /** The indices in the chain of its first label and of its top level. */
  readonly first: number
  readonly last: number
  /** How its dots are written. */
  readonly notation: JointForm
  /** Where the scheme before it begins in the text. */
  readonly scheme: number | undefined
}

/** The link that a host with the path behind it is; undefined where it is a file, a version or a host of the house. */
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
  // Spelled out, since a text may hold thousands of them, and two spreads take longer than all the rest.
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
  // "11.0.4.ru": numbers and a top level are a version.
  if (!withPath && /^\d+\.(?:\d+\.)+\p{L}+$/u.test(written)) return undefined
  if (!withPath && isVersion(written)) return undefined
  // What stands right after an @ that no mailbox stands before is an account's name, whatever word invites there.
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
  const form = site.host.startsWith("www.") ? 0.95 : withPath ? formWithPath(bare, site.host) : bare
  return candidate(account ? Math.min(form, 0.2) : sentence ? Math.min(form, 0.3) : form)
}

/** "/price/2024", "/akcii": no language and no port. */
const isPage = (path: string): boolean => /^\/(?=[^/]*\p{L})[^/]{4,}|^\/[^/]+\/./u.test(path)

/** "rev.2.ru", "ver.12.com": nobody can register a name of one digit, and some words stand before the numbers of versions. */
const isVersion = (written: string): boolean =>
  /^(?:.*\.)?\d\.\p{L}+$/u.test(written) || /^(?:rev|ver|v|rel|build|fw|вер|ред|рев)\.\d+\./.test(written)

/** Whether a Cyrillic word stands before a host or after it. */
const isIsland = (text: string, start: number, end: number): boolean =>
  /[а-яё][ :,—–-]{1,3}$/.test(text.slice(Math.max(0, start - 4), start)) ||
  /^[ :,—–-]{1,3}[а-яё]/.test(text.slice(end, end + 4))

/** «Лента.ру»: a name between quotes with a capital, whose top level is only said so. */
const isQuotedName = (folded: FoldedText, opening: AddressToken, closing: AddressToken): boolean =>
  spokenTop(closing.value) !== undefined &&
  folded.text.charAt(opening.start - 1) === "«" &&
  folded.text.charAt(closing.end) === "»" &&
  startsCapital(folded, opening)

/** "под заказ.ком плект": what is said for a top level, with a blank and small Cyrillic letters after it, may be a piece of a word. */
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

/** "ставьте точку, ру бить не надо": a comma after the spelled dot alone, and what may be a piece of a word after it. */
const isPausedSentence = (
  text: string,
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  last: number
): boolean => {
  const sign = text.slice(labelAt(tokens, chain, last - 1)?.end ?? 0, labelAt(tokens, chain, last)?.start ?? 0)
  return sign.endsWith(", ") && sign.indexOf(",") === sign.length - 2 && mayBeginWord(tokens, chain, last)
}

/** Words that follow a site's name rather than that they end a word: "лодки.ру там всё есть". */
const usualStarts = new Set("там тут здесь есть наш".split(" "))

const isUsualStart = (word: string): boolean => usualStarts.has(word)

/** A path makes a host of a name, but not of two sentences without a blank ("готово.md/txt"); a shortener's .cc is one. */
const formWithPath = (bare: number, host: string): number => (bare >= 0.3 ? 0.9 : host.endsWith(".cc") ? 0.85 : bare)

/** A name whose dots go on to no top level is a file ("site.ru.zip"), unless a sentence begins there ("shop.ru.Завтра"). */
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

/** Port, path, query and fragment after a host; in a spelled address also "slash catalog". */
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
