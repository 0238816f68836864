import { parse } from "tldts"
import { cyrillicBit, ideographBit, kindOf, latinBit } from "../text/characterKinds.ts"
import { type FoldedText, originalRange, type TextRange } from "../text/FoldedText.ts"
import { type Joint, type JointForm, jointAt } from "./addressJoint.ts"
import { type AddressToken, addressTokens } from "./addressTokens.ts"
import { hostForm } from "./hostForm.ts"
import { isLocalHost } from "./isLocalHost.ts"
import type { EmailCandidate, LinkCandidate } from "./LinkCandidate.ts"
import { spacedStretches } from "./spacedStretches.ts"
import { isPostOffice, spokenName, spokenTop } from "./spelledSigns.ts"
import { isArticle, isKnownHost, isMailbox, isSureTop, isTop, isTrustedTop, isUsualWord } from "./topLevels.ts"
import { withoutOverlaps } from "./withoutOverlaps.ts"

/** The sites and the e-mail addresses that a message names, in any notation. */
export interface AddressCandidates {
  readonly links: ReadonlyArray<LinkCandidate>
  readonly emails: ReadonlyArray<EmailCandidate>
}

export const noAddresses: AddressCandidates = { links: [], emails: [] }

/** No host and no mailbox has more labels; a longer chain is read in pieces. */
const longestChain = 24

/** An address ends here: nobody reads on, and the URL parser has to end. In UTF-16 units. */
const longestPath = 2048

/** Finds hosts and mailboxes, however their dots, slashes and signs are written; the URL parser and the public suffix list judge. */
export const addressCandidates = (folded: FoldedText): AddressCandidates => {
  const found: Found = { links: [], emails: [] }
  for (const stretch of spacedStretches(folded)) {
    const compact: Found = { links: [], emails: [] }
    collect(stretch.compact, compact)
    for (const link of compact.links)
      found.links.push({ ...link, ...stretch.rangeOf(link), form: Math.max(link.form, 0.9) })
    for (const email of compact.emails) found.emails.push({ ...email, ...stretch.rangeOf(email) })
  }
  const usual: Found = { links: [], emails: [] }
  collect(folded, usual)
  const spaced = [...found.links, ...found.emails]
  if (spaced.length === 0) return usual
  // What was read letter by letter counts; pieces of it that were found again are dropped.
  const byStart = (one: TextRange, other: TextRange) => one.start - other.start
  return {
    links: [...found.links, ...withoutOverlaps(usual.links, () => spaced)].sort(byStart),
    emails: [...found.emails, ...withoutOverlaps(usual.emails, () => spaced)].sort(byStart)
  }
}

interface Found {
  readonly links: Array<LinkCandidate>
  readonly emails: Array<EmailCandidate>
}

const collect = (folded: FoldedText, found: Found): void => {
  const { text } = folded
  const tokens = addressTokens(text)
  let index = 0
  while (index < tokens.length) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.value === ":" && isDoubleSlash(tokens, index + 1)) {
      const app = appSite(tokens[index - 1], tokens[index + 3])
      if (app !== undefined) {
        const start = tokens[index - 1]?.start ?? token.start
        const end = endOfPath(text, tokens[index + 3]?.start ?? token.end)
        found.links.push({ start, end, host: app, path: "/", userinfo: false, form: 0.98 })
        index = indexAfter(tokens, index, end)
        continue
      }
      const scheme = schemeStart(tokens, index)
      if (scheme !== undefined) {
        const end = linkAfterScheme(folded, tokens, index + 3, scheme, found)
        if (end !== undefined) {
          index = indexAfter(tokens, index, end)
          continue
        }
      }
    }
    if (token.kind !== "label" || token.role !== undefined) {
      index += 1
      continue
    }
    const chain = chainFrom(tokens, index)
    if (chain.labels.length > 1) evaluate(folded, tokens, chain, undefined, found)
    const lastLabel = chain.labels.at(-1) ?? index
    const covered = Math.max(found.links.at(-1)?.end ?? 0, found.emails.at(-1)?.end ?? 0)
    // The last label of a chain that was cut may begin the next one.
    index = chain.cut && lastLabel > index ? lastLabel : lastLabel + 1
    if (covered > (tokens[index]?.start ?? 0)) index = indexAfter(tokens, index, covered)
  }
}

const indexAfter = (tokens: ReadonlyArray<AddressToken>, from: number, end: number): number => {
  let index = from
  while (index < tokens.length && (tokens[index]?.start ?? end) < end) index += 1
  return index
}

const isDoubleSlash = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => {
  const one = tokens[index]?.value
  const other = tokens[index + 1]?.value
  return (one === "/" || one === "\\") && (other === "/" || other === "\\")
}

/** Schemes that open a messenger's application: "tg://resolve?domain=shop". */
const appSites = new Map(
  Object.entries({
    tg: "t.me",
    telegram: "t.me",
    whatsapp: "wa.me",
    viber: "viber.com",
    skype: "skype.com",
    vk: "vk.com"
  })
)

/** The site of the messenger that `scheme` opens, if something follows it. */
const appSite = (scheme: AddressToken | undefined, next: AddressToken | undefined): string | undefined =>
  next?.kind === "label" ? appSites.get(scheme?.value ?? "") : undefined

/** Where "http", "hxxps" or "ht tp s" begins before the colon; undefined when something else stands there. */
const schemeStart = (tokens: ReadonlyArray<AddressToken>, colon: number): number | undefined => {
  let written = ""
  for (let index = colon - 1; index >= 0 && index >= colon - 8; index--) {
    const token = tokens[index]
    if (token === undefined || (token.kind === "sign" && token.value !== "[")) return undefined
    if (token.kind === "label") {
      written = token.value + written
      if (/^(?:h(?:tt|xx|хх)ps?|ftp|нттр?s?)$/.test(written)) return token.start
      if (/^.*[^a-z]h(?:tt|xx)ps?$/.test(written)) return token.end - written.length
      if (written.length > 5) return undefined
    }
  }
  return undefined
}

interface Chain {
  /** Indices of tokens. */
  readonly labels: ReadonlyArray<number>
  /** `joints[i]` ties `labels[i]` to `labels[i + 1]`. */
  readonly joints: ReadonlyArray<Joint>
  readonly cut: boolean
}

const chainFrom = (tokens: ReadonlyArray<AddressToken>, first: number): Chain => {
  const labels = [first]
  const joints: Array<Joint> = []
  let label = first
  while (labels.length < longestChain) {
    const joint =
      jointAt(tokens, label + 1) ??
      blankInWebName(tokens, label, labels) ??
      blankAfterPostOffice(tokens, label, joints.at(-1))
    if (joint === undefined) return { labels, joints, cut: false }
    joints.push(joint)
    label = joint.next
    labels.push(label)
  }
  return { labels, joints, cut: true }
}

/** "www shop ru": after www a blank stands for a dot. */
const blankInWebName = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  labels: ReadonlyArray<number>
): Joint | undefined => {
  const first = tokens[labels[0] ?? label]?.value
  if ((first !== "www" && first !== "ввв") || labels.length > 3) return undefined
  const next = tokens[label + 2]
  if (tokens[label + 1]?.kind !== "blank" || next?.kind !== "label" || next.role !== undefined) return undefined
  if (labels.length > 1 && !isTrustedTop(next.value) && spokenTop(next.value) === undefined) return undefined
  return { role: "dot", form: "spaced", next: label + 2 }
}

/** "ivan собака мейл ру": between a post office and its top level a blank stands for a dot. */
const blankAfterPostOffice = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  before: Joint | undefined
): Joint | undefined => {
  if (before?.role !== "at" || !isPostOffice(tokens[label]?.value ?? "")) return undefined
  const next = tokens[label + 2]
  if (tokens[label + 1]?.kind !== "blank" || next?.kind !== "label" || next.role !== undefined) return undefined
  if (!isTrustedTop(next.value) && spokenTop(next.value) === undefined) return undefined
  return { role: "dot", form: "word", next: label + 2 }
}

/** A link with its scheme; the end of it, or undefined when no site can be told from what stands there. */
const linkAfterScheme = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  afterSlashes: number,
  start: number,
  found: Found
): number | undefined => {
  const { text } = folded
  let index = afterSlashes
  if (tokens[index]?.kind === "blank") index += 1
  const first = tokens[index]
  if (first === undefined) return undefined
  // A host that is none needs no path: "http://http://http://".
  const authority = endOfAuthority(text, first.start)
  if (siteOf(`http://${text.slice(first.start, authority)}`) === undefined)
    return spelledAfterScheme(folded, tokens, index, start, found)
  const end = endOfPath(text, first.start)
  const written = text.slice(first.start, end)
  const link = siteOf(`http://${written}`)
  if (link !== undefined) {
    if (link !== "local") found.links.push({ start, end, ...link, form: 0.98 })
    return end
  }
  return spelledAfterScheme(folded, tokens, index, start, found)
}

/** "https :// shop точка ru". */
const spelledAfterScheme = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  index: number,
  start: number,
  found: Found
): number | undefined => {
  if (tokens[index]?.kind !== "label") return undefined
  const before = found.links.length
  evaluate(folded, tokens, chainFrom(tokens, index), start, found)
  return found.links.length > before ? found.links.at(-1)?.end : undefined
}

/** A name of a user, a host and a port are no longer. */
const longestAuthority = 320

/** Where the host ends that begins at `from`, with the user before it and the port after it. */
const endOfAuthority = (text: string, from: number): number => {
  const limit = Math.min(text.length, from + longestAuthority)
  let end = from
  while (end < limit) {
    const character = text.charAt(end)
    if (stops.has(character) || character === "/" || character === "?" || character === "#" || character === "\\") break
    end += 1
  }
  while (end > from && trailing.has(text.charAt(end - 1))) end -= 1
  return end
}

type Site = Pick<LinkCandidate, "host" | "path" | "userinfo">

/** What a browser would open; "local" when that is a machine of the house, undefined when it is no site. */
const siteOf = (href: string): Site | "local" | undefined => {
  if (!URL.canParse(href)) return undefined
  const url = new URL(href)
  const host = url.hostname.replace(/\.$/, "")
  if (host === "") return undefined
  if (isLocalHost(host)) return "local"
  const site = parse(host)
  if (!site.isIp && !site.isIcann) return undefined
  if (!site.isIp && site.domain === null) return undefined
  const path = url.pathname + url.search + url.hash
  return { host, path, userinfo: url.username !== "" || url.password !== "" }
}

/** Takes the mailboxes and hosts out of a chain. `scheme` is where the scheme before it begins. */
const evaluate = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: Chain,
  scheme: number | undefined,
  found: Found
): void => {
  let first = 0
  while (first < chain.labels.length - 1) {
    const at = nextAt(chain, first)
    const email = at === undefined ? undefined : emailAt(folded, tokens, chain, first, at)
    const upTo = email === undefined ? chain.labels.length : email.first
    // Hosts before the mailbox, or in all the rest.
    let host = hostIn(folded, tokens, chain, first, upTo, scheme)
    while (host !== undefined) {
      first = host.next
      if (host.link !== undefined) {
        found.links.push(host.link)
        // The labels of its path are read already.
        while (first < upTo && (labelAt(tokens, chain, first)?.start ?? 0) < host.link.end) first += 1
      }
      host = hostIn(folded, tokens, chain, first, upTo, undefined)
    }
    if (email === undefined) return
    found.emails.push(email.candidate)
    first = email.next
  }
}

const nextAt = (chain: Chain, from: number): number | undefined => {
  for (let index = from; index < chain.joints.length; index++) {
    if (chain.joints[index]?.role === "at") return index
  }
  return undefined
}

const labelAt = (tokens: ReadonlyArray<AddressToken>, chain: Chain, index: number): AddressToken | undefined =>
  tokens[chain.labels[index] ?? -1]

interface HostLabels {
  /** The index in the chain of the top level. */
  readonly last: number
  /** How its dots are written: "tight" when all are as usual, else the loosest of them. */
  readonly form: JointForm
}

/** The longest host that begins with the label `first` of the chain. */
const hostFrom = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: Chain,
  first: number
): HostLabels | undefined => {
  let best: HostLabels | undefined
  let form: JointForm = "tight"
  for (let index = first; index < chain.joints.length; index++) {
    const joint = chain.joints[index]
    const label = labelAt(tokens, chain, index + 1)
    if (joint === undefined || label === undefined || !isHostLabel(labelAt(tokens, chain, index)?.value ?? "")) break
    if (joint.role === "dash" && joint.form === "word") continue
    if (joint.role !== "dot") break
    if (joint.form !== "tight") form = joint.form
    // Where one sign was a word, the others are not dots of prose.
    if (best !== undefined && joint.form !== "tight" && joint.form !== best.form) break
    if (topFits(folded, tokens, chain, index)) best = { last: index + 1, form }
  }
  return best
}

const isHostLabel = (label: string): boolean => !label.includes("_") && !label.endsWith("-")

/** Whether the label after joint `index` can be the top level of a host whose last dot is written as that joint is. */
const topFits = (folded: FoldedText, tokens: ReadonlyArray<AddressToken>, chain: Chain, index: number): boolean => {
  const joint = chain.joints[index]
  const top = labelAt(tokens, chain, index + 1)
  const name = labelAt(tokens, chain, index)
  if (joint === undefined || top === undefined || name === undefined) return false
  const spoken = spokenTop(top.value)
  const digitsOnly = /^\d+$/.test(name.value) && !isPostOffice(name.value)
  const known = isKnownHost(name.value, spoken ?? top.value)
  switch (joint.form) {
    case "tight":
      return isTop(top.value) || (spoken !== undefined && name.value.length > 2 && !digitsOnly && top.value !== "нет")
    case "bracketed":
      return isTop(top.value) || spoken !== undefined
    case "word":
      if (isArticle(name.value) || digitsOnly) return false
      if (spoken !== undefined) return known || isSaidTop(top.value, name.value)
      return known || isTrustedTop(top.value)
    case "symbol":
      return !digitsOnly && (isTrustedTop(top.value) || spoken === "ru") && sameScript(name.value, top.value)
    case "comma":
      return !digitsOnly && (isSureTop(top.value) || top.value === "net") && sameScript(name.value, top.value)
    case "spaced":
    case "afterBlank":
      return known || (!digitsOnly && isTrustedTop(top.value) && sameScript(name.value, top.value))
    case "beforeBlank":
      if (known) return true
      return !digitsOnly && isSureTop(top.value) && sameScript(name.value, top.value) && !startsCapital(folded, top)
  }
}

/** "точка нет" and "точка про" are said of other things too: they need a name in Latin letters, or one with a hyphen or digit. */
const isSaidTop = (top: string, name: string): boolean => plainlySaid.has(top) || /[a-z\d-]/.test(name)

const plainlySaid = new Set(["ру", "ком", "рф", "орг", "инфо", "кз"])

const startsCapital = (folded: FoldedText, token: AddressToken): boolean => {
  const { start } = originalRange(folded, { start: token.start, end: token.start + 1 })
  const character = folded.original.charAt(start)
  return character !== character.toLowerCase()
}

const sameScript = (name: string, top: string): boolean => {
  const scripts = scriptsOf(name)
  return scripts === 0 || (scripts & scriptsOf(top)) !== 0
}

const scriptsOf = (word: string): number => {
  let scripts = 0
  for (let position = 0; position < word.length; position++) {
    scripts |= kindOf(word.charCodeAt(position)) & (latinBit | cyrillicBit)
  }
  return scripts
}

interface HostInChain {
  /** Undefined when the host is one of the house or no site after all. */
  readonly link: LinkCandidate | undefined
  /** The index in the chain to go on from. */
  readonly next: number
}

/** The first host among the labels `first` to `upTo` (exclusive) of a chain. */
const hostIn = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: Chain,
  first: number,
  upTo: number,
  scheme: number | undefined
): HostInChain | undefined => {
  for (let index = first; index < upTo - 1; index++) {
    const joint = chain.joints[index]
    if (joint?.role !== "dot") continue
    if (joint.form === "tight" && isIpAddress(tokens, chain, index)) {
      const link = linkOf(folded, tokens, chain, index, index + 3, "tight", scheme)
      return { link, next: index + 4 }
    }
    if (!topFits(folded, tokens, chain, index)) continue
    const { last, form } = lastTop(folded, tokens, chain, index, upTo)
    const begin = firstLabel(tokens, chain, first, index, form)
    if (begin === undefined) continue
    return { link: linkOf(folded, tokens, chain, begin, last, form, scheme), next: last + 1 }
  }
  return undefined
}

/** "market.yandex.ru.evil.com": of the top levels that usual dots tie together the last one counts. */
const lastTop = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: Chain,
  index: number,
  upTo: number
): HostLabels => {
  let form: JointForm = chain.joints[index]?.form ?? "tight"
  let last = index + 1
  for (let next = index + 1; next < upTo - 1; next++) {
    const joint = chain.joints[next]
    if (joint?.role !== "dot" || (joint.form !== "tight" && joint.form !== form)) break
    // After a host that is written as usual a blank begins something else.
    if (joint.form === "beforeBlank" || joint.form === "comma") break
    if (!topFits(folded, tokens, chain, next)) {
      if (joint.form !== "tight") break
      continue
    }
    last = next + 1
    if (joint.form !== "tight") form = joint.form
  }
  return { last, form }
}

/** Goes left from the label `index` over dots that are written alike. */
const firstLabel = (
  tokens: ReadonlyArray<AddressToken>,
  chain: Chain,
  lowest: number,
  index: number,
  form: JointForm
): number | undefined => {
  let begin = index
  if (!isHostLabel(labelAt(tokens, chain, begin)?.value ?? "_")) return undefined
  while (begin > lowest) {
    const joint = chain.joints[begin - 1]
    const label = labelAt(tokens, chain, begin - 1)?.value ?? "_"
    const isDot =
      joint?.role === "dot" &&
      (joint.form === "tight" ||
        (joint.form === form && form !== "beforeBlank" && form !== "comma" && form !== "symbol"))
    const isDash = joint?.role === "dash" && joint.form === "word" && form === "word"
    if ((!isDot && !isDash) || !isHostLabel(label)) break
    begin -= 1
  }
  return begin
}

/** Whether the label `index` and the three after it are four numbers below 256. */
const isIpAddress = (tokens: ReadonlyArray<AddressToken>, chain: Chain, index: number): boolean => {
  if (index + 3 >= chain.labels.length || (index > 0 && chain.joints[index - 1]?.form === "tight")) return false
  for (let part = index; part <= index + 3; part++) {
    const value = labelAt(tokens, chain, part)?.value ?? ""
    if (!/^\d{1,3}$/.test(value) || Number(value) > 255) return false
    if (part < index + 3 && chain.joints[part]?.form !== "tight") return false
  }
  return chain.joints[index + 3]?.form !== "tight" || chain.joints[index + 3]?.role === "slash"
}

const formOfNotation: Record<Exclude<JointForm, "tight">, number> = {
  bracketed: 0.95,
  word: 0.92,
  spaced: 0.88,
  afterBlank: 0.85,
  beforeBlank: 0.75,
  comma: 0.8,
  symbol: 0.85
}

const linkOf = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: Chain,
  first: number,
  last: number,
  notation: JointForm,
  scheme: number | undefined
): LinkCandidate | undefined => {
  const { text } = folded
  const opening = labelAt(tokens, chain, first)
  const closing = labelAt(tokens, chain, last)
  if (opening === undefined || closing === undefined) return undefined
  if (scheme === undefined && notation === "tight" && !endsHost(folded, tokens, chain, last)) return undefined
  const written = hostOf(tokens, chain, first, last)
  const rest = restOf(text, tokens, chain, last, closing.end, notation)
  const site = siteOf(`http://${written}${rest.path}`)
  if (site === undefined || site === "local") return undefined
  const start = scheme ?? opening.start
  const range = { start, end: rest.end }
  if (scheme !== undefined) return { ...range, ...site, form: 0.98 }
  const withPath = rest.path.length > 1
  const ip = /^\d+\.\d+\.\d+\.\d+$/.test(written)
  // Four numbers alone are a version ("1.0.46.8").
  if (ip && !withPath) return undefined
  // What stands right after an @ that no mailbox stands before is an account's name.
  const account = text.charAt(opening.start - 1) === "@"
  if (notation !== "tight") {
    const form = formOfNotation[notation]
    return { ...range, ...site, form: withPath ? Math.max(form, 0.92) : form }
  }
  const original = originalRange(folded, { start: opening.start, end: closing.end })
  const own = folded.original.slice(original.start, original.end)
  const bare = hostForm(own, parse(site.host))
  const form = site.host.startsWith("www.") ? 0.95 : withPath ? formWithPath(bare, site.host) : bare
  return { ...range, ...site, form: account ? Math.min(form, 0.3) : form }
}

/** A path makes a host of a name, but not of two sentences without a blank ("готово.md/txt"); a shortener's .cc is one. */
const formWithPath = (bare: number, host: string): number => (bare >= 0.3 ? 0.9 : host.endsWith(".cc") ? 0.85 : bare)

/** A name whose dots go on to no top level is a file ("site.ru.zip"), unless a sentence begins there ("shop.ru.Завтра"). */
const endsHost = (folded: FoldedText, tokens: ReadonlyArray<AddressToken>, chain: Chain, last: number): boolean => {
  const joint = chain.joints[last]
  const next = labelAt(tokens, chain, last + 1)
  if (joint?.role !== "dot" || joint.form !== "tight" || next === undefined) return true
  return startsCapital(folded, next) || !sameScript(labelAt(tokens, chain, last)?.value ?? "", next.value)
}

/** The host with its spelled parts as they are typed: "яндекс точка ру" is "yandex.ru". */
const hostOf = (tokens: ReadonlyArray<AddressToken>, chain: Chain, first: number, last: number): string => {
  let host = ""
  for (let index = first; index <= last; index++) {
    const value = labelAt(tokens, chain, index)?.value ?? ""
    host += index === last ? (spokenTop(value) ?? value) : index === last - 1 ? spokenName(value) : value
    if (index < last) host += chain.joints[index]?.role === "dash" ? "-" : "."
  }
  return host
}

interface Rest {
  readonly path: string
  readonly end: number
}

/** Port, path, query and fragment after a host; in a spelled address also "slash catalog". */
const restOf = (
  text: string,
  tokens: ReadonlyArray<AddressToken>,
  chain: Chain,
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
    if (joint?.role !== "slash" || label === undefined || (joint.form !== "word" && notation === "tight")) break
    path += `/${label.value}`
    to = label.end
  }
  return { path, end: to }
}

/** An address does not go over these. */
const stops = new Set([...' \n\r\t<>"«»“”„`，。；！？、）】》「」'])

/** Signs at its end belong to the sentence. */
const trailing = new Set([..."-.,;:!?…'*_"])

/** The end of the address whose path begins at `from`; a bracket that was not opened in it closes something else. */
const endOfPath = (text: string, from: number): number => {
  const limit = Math.min(text.length, from + longestPath)
  let round = 0
  let square = 0
  let end = from
  while (end < limit) {
    const character = text.charAt(end)
    if (stops.has(character) || (kindOf(text.charCodeAt(end)) & ideographBit) !== 0) break
    if (character === "(") round += 1
    else if (character === "[") square += 1
    else if (character === ")" && --round < 0) break
    else if (character === "]" && --square < 0) break
    end += 1
  }
  while (end > from && trailing.has(text.charAt(end - 1))) end -= 1
  return end
}

interface EmailInChain {
  readonly candidate: EmailCandidate
  /** The indices in the chain of its first label and after its last. */
  readonly first: number
  readonly next: number
}

const emailAt = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: Chain,
  lowest: number,
  at: number
): EmailInChain | undefined => {
  const joint = chain.joints[at]
  const name = labelAt(tokens, chain, at)
  const domain = hostFrom(folded, tokens, chain, at + 1)
  if (joint === undefined || name === undefined || domain === undefined) return undefined
  const domainName = labelAt(tokens, chain, at + 1)
  const closing = labelAt(tokens, chain, domain.last)
  if (closing === undefined || domainName === undefined) return undefined
  const spelled = joint.form !== "tight"
  if (spelled && !isLocalName(joint, tokens, chain, at, name.value, domainName.value, domain)) return undefined
  const first = firstOfMailbox(tokens, chain, lowest, at, spelled)
  const opening = labelAt(tokens, chain, first)
  if (opening === undefined) return undefined
  const start = plusTagStart(folded.text, opening.start)
  let local = folded.text.slice(start, opening.start)
  for (let index = first; index <= at; index++) {
    local += labelAt(tokens, chain, index)?.value ?? ""
    if (index < at) local += signOf(chain.joints[index])
  }
  const address = `${local}@${hostOf(tokens, chain, at + 1, domain.last)}`
  const form = formOfEmail(joint.form, domain.form, isPostOffice(domainName.value))
  return { candidate: { start, end: closing.end, address, form }, first, next: domain.last + 1 }
}

const formOfEmail = (at: JointForm, dot: JointForm, postOffice: boolean): number => {
  if (at === "tight" && dot === "tight") return 0.97
  if (at === "tight" || at === "bracketed" || dot === "bracketed" || dot === "word") return 0.93
  return postOffice ? 0.9 : 0.8
}

const signOf = (joint: Joint | undefined): string =>
  joint?.role === "dash" ? "-" : joint?.role === "underscore" ? "_" : "."

/** Whether the word before a spelled @ names a mailbox: "sales at shop dot com", but not "find us at shop.com". */
const isLocalName = (
  joint: Joint,
  tokens: ReadonlyArray<AddressToken>,
  chain: Chain,
  at: number,
  name: string,
  domain: string,
  { form }: HostLabels
): boolean => {
  const built =
    /[\d_-]/.test(name) || (at > 0 && chain.joints[at - 1]?.role === "dot" && chain.joints[at - 1]?.form === "tight")
  const said = tokens[(chain.labels[at] ?? 0) + 2]?.value
  if (joint.form === "word" && (said === "at" || tokens[(chain.labels[at] ?? 0) + 1]?.value === "at")) {
    if (built || isMailbox(name) || isPostOffice(domain)) return !isUsualWord(name)
    return form !== "tight" && !isUsualWord(name)
  }
  // "наш тг @mebel.ru": an account; "ivan @ mail.ru": a mailbox.
  if (joint.form === "spaced" || joint.form === "afterBlank" || joint.form === "beforeBlank") {
    return !isUsualWord(name) && (built || scriptsOf(name) === latinBit || scriptsOf(domain) === cyrillicBit)
  }
  return true
}

/** Goes left over the dots, hyphens and underscores of a mailbox's name. */
const firstOfMailbox = (
  tokens: ReadonlyArray<AddressToken>,
  chain: Chain,
  lowest: number,
  at: number,
  spelled: boolean
): number => {
  let first = at
  while (first > lowest) {
    const joint = chain.joints[first - 1]
    if (joint === undefined || joint.role === "at" || joint.role === "slash") break
    const tied = joint.form === "tight" || joint.form === "bracketed" || (joint.form === "word" && spelled)
    if (!tied || labelAt(tokens, chain, first - 1) === undefined) break
    first -= 1
  }
  return first
}

/** "test.user+1@mail.ru": the name before a plus is of the mailbox too. */
const plusTagStart = (text: string, start: number): number => {
  if (text.charAt(start - 1) !== "+") return start
  let from = start - 1
  while (from > 0 && start - from < 64 && /[a-z0-9._-]/.test(text.charAt(from - 1))) from -= 1
  return from < start - 1 ? from : start
}
