import type { FoldedText } from "../../text/FoldedText.ts"
import { numeralOf } from "../../text/numerals.ts"
import type { AddressToken } from "./AddressToken.ts"
import { type Joint, jointAt } from "./addressJoint.ts"
import { detachedDot } from "./detachedDot.ts"
import { isPostOffice, spokenName } from "./postOffices.ts"
import { sameScript } from "./sameScript.ts"
import { looseAtOf } from "./spelledSigns.ts"
import { maySpellTop, spokenTop } from "./spokenTops.ts"
import { isDotlessTop, isKnownHost, isKnownSite, isTrustedTop, isUnlikeName, isUsualWord } from "./topLevels.ts"

/** The maximum number of labels of a host or mailbox; a longer chain is read in pieces. */
const longestChain = 24

/** Labels connected by address signs, as found in the text, from which hosts and mailboxes are read. */
export interface AddressChain {
  /** Token indices. */
  readonly labels: ReadonlyArray<number>
  /** `joints[i]` connects `labels[i]` and `labels[i + 1]`. */
  readonly joints: ReadonlyArray<Joint>
  /** Whether it was cut off at the maximum length. */
  readonly cut: boolean
}

/** @param mail whether the text mentions mail, so that unusual signs may stand for @. */
export const chainFrom = (tokens: ReadonlyArray<AddressToken>, first: number, mail: boolean): AddressChain => {
  const labels = [first]
  const joints: Array<Joint> = []
  let label = first
  while (labels.length < longestChain) {
    const joint =
      strangeAt(tokens, label, joints.at(-1), mail) ??
      blankInKnownHost(tokens, label, joints.at(-1)) ??
      blankInService(tokens, label, joints.at(-1)) ??
      jointAt(tokens, label + 1) ??
      detachedDot(tokens, label, joints.at(-1)) ??
      blankInWebName(tokens, label, labels) ??
      looseAt(tokens, label, joints.at(-1), mail) ??
      blankAfterPostOffice(tokens, label, joints.at(-1)) ??
      signBeforeTop(tokens, label, joints.at(-1)) ??
      blankBeforeTop(tokens, label, joints.at(-1))
    if (joint === undefined) return { labels, joints, cut: false }
    joints.push(joint)
    label = joint.next
    labels.push(label)
  }
  return { labels, joints, cut: true }
}

/** After www, blanks stand for dots: "www shop ru". */
const blankInWebName = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  labels: ReadonlyArray<number>
): Joint | undefined => {
  if (!isWebNameAt(tokens, labels[0] ?? label) || labels.length > 3) return undefined
  const blank = tokens[label + 1]?.value === "," ? label + 2 : label + 1
  const next = tokens[blank + 1]
  if (tokens[blank]?.kind !== "blank" || next?.kind !== "label" || next.role !== undefined) return undefined
  const isTopAt = (index: number): boolean =>
    isTrustedTop(tokens[index]?.value ?? "") || spokenTop(tokens[index]?.value ?? "") !== undefined
  if (labels.length > 1 && !isTopAt(blank + 1) && !(labels.length === 2 && isTopAt(blank + 3))) return undefined
  return { role: "dot", form: "word", next: blank + 1 }
}

/** Whether the token is "www", "дабл-ю" or the last word of "три дабл ю". */
const isWebNameAt = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => {
  const value = tokens[index]?.value
  return (
    value === "www" || value === "ввв" || value === "дабл-ю" || (value === "ю" && tokens[index - 2]?.value === "дабл")
  )
}

/**
 * Between a mail provider and its top-level domain, a blank or comma stands for the dot: "ivan собака мейл ру",
 * "собачка, гмейл, ком".
 */
const blankAfterPostOffice = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  before: Joint | undefined
): Joint | undefined => {
  if (before?.role !== "at" || !isPostOffice(tokens[label]?.value ?? "")) return undefined
  const blank = tokens[label + 1]?.value === "," ? label + 2 : label + 1
  const next = tokens[blank + 1]
  if (tokens[blank]?.kind !== "blank" || next?.kind !== "label" || next.role !== undefined) return undefined
  if (!isTrustedTop(next.value) && spokenTop(next.value) === undefined) return undefined
  return { role: "dot", form: "word", next: blank + 1 }
}

/**
 * Before a mail provider, an everyday word stands for @ if a mailbox name precedes it: "kovka24 на мейл ру",
 * "ivan.k dog gmail dot com", "ivan кракозябра мэйл ру".
 */
const looseAt = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  before: Joint | undefined,
  mail: boolean
): Joint | undefined => {
  // Commas between the pieces: "лампа семь, обезьянка, inbox, точка, ru".
  const first = mail && tokens[label + 1]?.value === "," ? label + 2 : label + 1
  if (tokens[first]?.kind !== "blank") return undefined
  const at = looseSignAt(tokens, first + 1, first > label + 1)
  const domain = tokens[at?.next ?? -1]
  if (at === undefined || domain?.kind !== "label" || !isPostOffice(domain.value)) return undefined
  const name = tokens[label]?.value ?? ""
  const dotted = before?.role === "dot" && before.form === "tight"
  const built = /[\d_-]/.test(name) || dotted || before?.form === "word" || numeralOf(name)?.weak === false
  const on = looseAtOf(at.word) === "on"
  if (!mayBeMailbox(name, built || (on && mail), at.word) && !(dotted && on)) return undefined
  const next = at.next + 1
  const comma = tokens[next]?.value === "," ? next + 1 : next
  const tied = jointAt(tokens, next)?.next
  const value = tokens[tied ?? comma + 1]?.value
  if (value === undefined || (tied === undefined && tokens[comma]?.kind !== "blank")) return undefined
  if (tied === undefined ? !isDotlessTop(value) : !isTrustedTop(value) && spokenTop(value) === undefined)
    return undefined
  return { role: "at", form: "word", next: at.next }
}

/** Signs used in place of an @: "opt#parketlux.ru". */
const atSigns = new Set([..."#^!$%*~|=&"])

/** The maximum length of a word in brackets that stands for an @: "(собачулька)". */
const longestStrange = 12

/**
 * Any word in brackets and some signs stand for @ between a Latin name and a host, if the text mentions mail or the
 * host is a mail provider: "brak (сбч) kraski-tver.ru", "opt#parketlux.ru".
 */
const strangeAt = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  before: Joint | undefined,
  mail: boolean
): Joint | undefined => {
  const name = tokens[label]?.value ?? ""
  if (before?.role === "at" || !/^[a-z\d_-]*[a-z][a-z\d_-]*$/.test(name) || isUsualWord(name)) return undefined
  const index = tokens[label + 1]?.kind === "blank" ? label + 2 : label + 1
  const sign = tokens[index]?.value ?? " "
  const opened = "([{<".indexOf(sign)
  const word = tokens[index + 1]
  const bracketed =
    opened >= 0 && word?.kind === "label" && word.value.length <= longestStrange && word.role === undefined
  if (bracketed && tokens[index + 2]?.value === ")]}>".charAt(opened)) {
    const next = tokens[index + 3]?.kind === "blank" ? index + 4 : index + 3
    const meant = mail || isPostOffice(tokens[next]?.value ?? "")
    return meant && isHostAt(tokens, next) ? { role: "at", form: "bracketed", next } : undefined
  }
  const tight = mail && index === label + 1 && atSigns.has(sign)
  return tight && isHostAt(tokens, index + 1) ? { role: "at", form: "symbol", next: index + 1 } : undefined
}

/** Whether a host starts at `index`, with a typed or spelled dot: "mebel.ru", "mebel [тчк] ru". */
const isHostAt = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => {
  if (tokens[index]?.kind !== "label" || !/\p{L}/u.test(tokens[index]?.value ?? "")) return false
  const joint = jointAt(tokens, index + 1)
  const dotted =
    joint?.role === "dot" && (joint.form === "tight" || joint.form === "word" || joint.form === "bracketed")
  return dotted && maySpellTop(tokens[joint.next]?.value ?? "")
}

/**
 * The word at `index` that may stand for an @, between blanks, in brackets or (if `pieces`) before a comma, and the
 * index of the token after it.
 */
const looseSignAt = (
  tokens: ReadonlyArray<AddressToken>,
  index: number,
  pieces: boolean
): { readonly word: string; readonly next: number } | undefined => {
  const opened = "([{<*".includes(tokens[index]?.value ?? " ")
  const word = tokens[opened ? index + 1 : index]
  if (word?.kind !== "label") return undefined
  const last = opened ? index + 3 : index + 1
  const after = pieces && tokens[last]?.value === "," ? last + 1 : last
  if (opened && !")]}>*".includes(tokens[index + 2]?.value ?? " ")) return undefined
  return tokens[after]?.kind === "blank" ? { word: word.value, next: after + 1 } : undefined
}

const mayBeMailbox = (name: string, built: boolean, sign: string): boolean => {
  if (isUsualWord(name) || isPostOffice(name) || isTrustedTop(name)) return false
  const latin = /[a-z\d]/.test(name)
  switch (looseAtOf(sign)) {
    case "on":
      return built && latin
    case "name":
      return latin || built
    default:
      return false
  }
}

/**
 * Before a path, a blank or comma is the dot of a host: "t me/kovka", "vk com/kovka", "тэ мэ слэш kovka",
 * "bit,ly/kovka".
 */
const blankInKnownHost = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  before: Joint | undefined
): Joint | undefined => {
  const sign = tokens[label + 1]?.value
  const top = tokens[label + 2]
  if (before !== undefined || (sign !== " " && sign !== ",") || top?.kind !== "label") return undefined
  const name = tokens[label]?.value ?? ""
  if (!isPathAt(tokens, label + 3)) return undefined
  const host = isKnownHost(spokenName(name), spokenTop(top.value) ?? top.value)
  const typed = spokenTop(top.value) ?? top.value
  const named = (typed === "com" || typed === "ru") && (isKnownSite(spokenName(name)) || /^[a-z]+-[a-z]/.test(name))
  return host || named ? { role: "dot", form: host ? "word" : "spaced", next: label + 2 } : undefined
}

/**
 * Before a path, blanks are the dots in the host of a portal's service: "disk yandex ru/d/kT7p", "яндекс ру/d/kT7p",
 * "маркет яндекс ру/my".
 */
const blankInService = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  before: Joint | undefined
): Joint | undefined => {
  const name = tokens[label]?.value ?? ""
  const portal = portalAt(name, label)
  if (portal === undefined || (before !== undefined && before.role !== "dot")) return undefined
  const isHost =
    portals.has(tokens[portal]?.value ?? "") &&
    tokens[portal + 1]?.value === " " &&
    isDotlessTop(tokens[portal + 2]?.value ?? "") &&
    tokens[portal + 3]?.value === "/"
  return isHost && tokens[label + 1]?.value === " " ? { role: "dot", form: "word", next: label + 2 } : undefined
}

/** The index of the portal's name in a host that starts at `label`, if it may be the host of a service. */
const portalAt = (name: string, label: number): number | undefined => {
  if (portals.has(name)) return label
  return services.has(name) ? label + 2 : undefined
}

const portals = new Set(["yandex", "яндекс"])

/** The subdomains of the portal's services. */
const services = new Set("disk диск forms формы docs cloud клауд market маркет maps карты".split(" "))

/** Whether a slash and the name of a page follow at `index`. */
const isPathAt = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => {
  const slash = tokens[index]?.kind === "blank" ? index + 1 : index
  if (tokens[slash]?.role === "slash") return tokens[slash + 1]?.kind === "blank"
  const page = tokens[slash + 1]
  return slash === index && tokens[slash]?.value === "/" && page?.kind === "label" && page.value.length >= shortestPage
}

/** Shorter pages have other meanings: "t me/min", "com/usb". */
const shortestPage = 4

/** Other signs stand for the dot; a site only if words direct someone there: "kovka-dom|ru", "kovka-dom → ru". */
const signBeforeTop = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  before: Joint | undefined
): Joint | undefined => {
  const spaced = tokens[label + 1]?.value === " " && tokens[label + 3]?.value === " "
  const sign = spaced ? label + 2 : label + 1
  const top = tokens[spaced ? label + 4 : label + 2]
  if (before !== undefined || tokens[sign]?.kind !== "sign" || top?.kind !== "label") return undefined
  if (!oddDots.has(tokens[sign]?.value ?? "") || !isDotlessTop(top.value)) return undefined
  const name = tokens[label]?.value ?? ""
  if (!/\p{L}[\p{L}\d]*-\p{L}/u.test(name) || !sameScript(name, top.value)) return undefined
  return { role: "dot", form: "dotless", next: spaced ? label + 4 : label + 2 }
}

const oddDots = new Set([..."|:=~'^;→➡➜>\\+"])

/**
 * A blank stands for the dot before the few top-level domains that are no words; a site only if words direct someone
 * there: "dns-shop ru", "ivan@lavka ru".
 */
const blankBeforeTop = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  before: Joint | undefined
): Joint | undefined => {
  const name = tokens[label]
  const top = tokens[label + 2]
  if (tokens[label + 1]?.value !== " " || top?.kind !== "label" || !isDotlessTop(top.value)) return undefined
  if (before?.role === "dot" && before.form !== "tight" && before.form !== "word") return undefined
  if (name === undefined || name.value.length < 3 || !/[a-zа-я]/.test(name.value) || isUnlikeName(name.value))
    return undefined
  if (isUsualWord(name.value)) return undefined
  // "полка-сервис ru" is a site, "выберите ru" is not.
  const spelled = spokenTop(top.value) !== undefined && /^[a-z]{4,}$/.test(name.value)
  if (!sameScript(name.value, top.value) && !/[-\d]/.test(name.value) && !spelled) return undefined
  if (tokens[label + 3]?.kind === "blank" && isUnlikeName(tokens[label + 4]?.value ?? "")) return undefined
  // A dot or @ after the top-level domain starts another host: "com ru.shop.com".
  const sign = tokens[label + 3]
  if (sign !== undefined && (sign.value === "." || sign.value === "@") && tokens[label + 4]?.kind === "label")
    return undefined
  return { role: "dot", form: "dotless", next: label + 2 }
}

/** A chain and the text that it was read from. */
export interface ChainInText {
  readonly folded: FoldedText
  readonly tokens: ReadonlyArray<AddressToken>
  readonly chain: AddressChain
}

/** The token of the label at `index` of the chain; undefined if out of range. */
export const labelAt = (
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  index: number
): AddressToken | undefined => tokens[chain.labels[index] ?? -1]

/** A blank, "at", a blank, the domain. */
const tokensToDomain = 4

/** Whether the label after `index` directly follows its sign: in "pay at the market dot it", an article intervenes. */
export const isRightBefore = (chain: AddressChain, index: number): boolean =>
  (chain.labels[index + 1] ?? 0) - (chain.labels[index] ?? 0) <= tokensToDomain
