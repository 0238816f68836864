import { type Joint, jointAt } from "./addressJoint.ts"
import type { AddressToken } from "./addressTokens.ts"
import { sameScript } from "./sameScript.ts"
import { isPostOffice, looseAtOf, spokenTop } from "./spelledSigns.ts"
import { isDotlessTop, isTrustedTop, isUnlikeName, isUsualWord } from "./topLevels.ts"

/** No host and no mailbox has more labels; a longer chain is read in pieces. */
const longestChain = 24

export interface AddressChain {
  /** Indices of tokens. */
  readonly labels: ReadonlyArray<number>
  /** `joints[i]` ties `labels[i]` to `labels[i + 1]`. */
  readonly joints: ReadonlyArray<Joint>
  readonly cut: boolean
}

export const chainFrom = (tokens: ReadonlyArray<AddressToken>, first: number): AddressChain => {
  const labels = [first]
  const joints: Array<Joint> = []
  let label = first
  while (labels.length < longestChain) {
    const joint =
      jointAt(tokens, label + 1) ??
      blankInWebName(tokens, label, labels) ??
      looseAt(tokens, label, joints.at(-1)) ??
      blankAfterPostOffice(tokens, label, joints.at(-1)) ??
      blankBeforeTop(tokens, label, joints.at(-1))
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

/** "ivan собака мейл ру", "собачка, гмейл, ком": between a post office and its top level a blank or a comma stands for a dot. */
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
 * "kovka24 на мейл ру", "ivan.k dog gmail dot com", "ivan кракозябра мэйл ру": before a post office an everyday word stands for @ when what
 * comes before it is a mailbox.
 */
const looseAt = (tokens: ReadonlyArray<AddressToken>, label: number, before: Joint | undefined): Joint | undefined => {
  if (tokens[label + 1]?.kind !== "blank") return undefined
  const at = looseSignAt(tokens, label + 2)
  const domain = tokens[at?.next ?? -1]
  if (at === undefined || domain?.kind !== "label" || !isPostOffice(domain.value)) return undefined
  const name = tokens[label]?.value ?? ""
  const built = /[\d_-]/.test(name) || (before?.role === "dot" && before.form === "tight") || before?.form === "word"
  if (!mayBeMailbox(name, built, at.word)) return undefined
  const next = at.next + 1
  const comma = tokens[next]?.value === "," ? next + 1 : next
  const tied = jointAt(tokens, next)?.next
  const value = tokens[tied ?? comma + 1]?.value
  if (value === undefined || (tied === undefined && tokens[comma]?.kind !== "blank")) return undefined
  if (tied === undefined ? !isDotlessTop(value) : !isTrustedTop(value) && spokenTop(value) === undefined)
    return undefined
  return { role: "at", form: "word", next: at.next }
}

/** The word that may stand for an @ at `index`, between blanks or in brackets, and the index of what follows it. */
const looseSignAt = (
  tokens: ReadonlyArray<AddressToken>,
  index: number
): { readonly word: string; readonly next: number } | undefined => {
  const opened = "([{<*".includes(tokens[index]?.value ?? " ")
  const word = tokens[opened ? index + 1 : index]
  if (word?.kind !== "label") return undefined
  const after = opened ? index + 3 : index + 1
  if (opened && !")]}>*".includes(tokens[index + 2]?.value ?? " ")) return undefined
  return tokens[after]?.kind === "blank" ? { word: word.value, next: after + 1 } : undefined
}

const mayBeMailbox = (name: string, built: boolean, sign: string): boolean => {
  if (isUsualWord(name) || isPostOffice(name) || isTrustedTop(name)) return false
  const latin = /[a-z\d]/.test(name)
  switch (looseAtOf(sign)) {
    case "on":
      return built && latin
    case "said":
      return latin || built
    default:
      return false
  }
}

/** "dns-shop ru", "ivan@lavka ru": a blank for the dot before the few top levels that are no words; words around must send there. */
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
  // "полка-сервис ru" is a name, "выберите ru" is none.
  const spelled = spokenTop(top.value) !== undefined && /^[a-z]{4,}$/.test(name.value)
  if (!sameScript(name.value, top.value) && !/[-\d]/.test(name.value) && !spelled) return undefined
  if (tokens[label + 3]?.kind === "blank" && isUnlikeName(tokens[label + 4]?.value ?? "")) return undefined
  // What goes on after a sign is a host of its own: "com ru.shop.com".
  const sign = tokens[label + 3]
  if (sign !== undefined && (sign.value === "." || sign.value === "@") && tokens[label + 4]?.kind === "label")
    return undefined
  return { role: "dot", form: "dotless", next: label + 2 }
}

export const labelAt = (
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  index: number
): AddressToken | undefined => tokens[chain.labels[index] ?? -1]
