import { cyrillicBit, latinBit } from "../../text/characterKinds.ts"
import { numeralOf } from "../../text/numerals.ts"
import { type AddressChain, type ChainInText, isRightBefore, labelAt } from "./AddressChain.ts"
import type { AddressToken } from "./AddressToken.ts"
import type { Joint, JointForm } from "./addressJoint.ts"
import { type HostLabels, hostFrom } from "./hostIn.ts"
import { hostOf } from "./hostOf.ts"
import type { EmailCandidate } from "./LinkCandidate.ts"
import { isPostOffice, officeOf, topOfOffice } from "./postOffices.ts"
import { scriptsOf } from "./sameScript.ts"
import { isMailbox, isUsualWord } from "./topLevels.ts"

/** A mailbox, and its labels in a chain. */
export interface EmailInChain {
  readonly candidate: EmailCandidate
  /** The index of its first label in the chain, and the index after its last. */
  readonly first: number
  readonly next: number
}

/** An @ in a chain. */
export interface ChainedAt extends ChainInText {
  /** The index of the label before it in the chain. */
  readonly at: number
  /** The index of the first label that the mailbox may include. */
  readonly lowest: number
}

/** The mailbox around a typed or spelled @; undefined if the @ has another meaning. */
export const emailAt = (place: ChainedAt): EmailInChain | undefined => {
  const { folded, tokens, chain, at } = place
  const joint = chain.joints[at]
  const domain = hostFrom(folded, tokens, chain, at + 1) ?? officeAlone(tokens, chain, at)
  if (joint === undefined || domain === undefined || labelAt(tokens, chain, at) === undefined) return undefined
  const domainName = labelAt(tokens, chain, at + 1)
  const closing = labelAt(tokens, chain, domain.last)
  if (closing === undefined || domainName === undefined) return undefined
  const spelled = joint.form !== "tight"
  // "Tracking at track-fast(dot)io slash r77": a mailbox has no path.
  if (joint.form === "word" && chain.joints[domain.last]?.role === "slash") return undefined
  if (spelled && !isLocalName(place, joint, domain)) return undefined
  const first = firstOfMailbox(place, spelled)
  const opening = labelAt(tokens, chain, first)
  if (opening === undefined) return undefined
  const tagged = plusTagStart(folded.text, opening.start)
  const start = tagged === opening.start && spelled ? spokenNameStart(tokens, chain.labels[first] ?? 0) : tagged
  let local = folded.text.slice(start, opening.start)
  for (let index = first; index <= at; index++) {
    local += labelAt(tokens, chain, index)?.value ?? ""
    if (index < at) local += signOf(chain.joints[index])
  }
  const office = domain.last === at + 1 ? officeOf(domainName.value) : undefined
  const host = office === undefined ? hostOf(tokens, chain, at + 1, domain.last) : `${office}.${topOfOffice(office)}`
  const address = `${local}@${host}`
  const form = formOfEmail(joint.form, domain.form, isPostOffice(domainName.value))
  return { candidate: { start, end: closing.end, address, form }, first, next: domain.last + 1 }
}

/** "lampa.svet собака яндекс": a mail provider is recognized without its top-level domain after a Latin name. */
const officeAlone = (tokens: ReadonlyArray<AddressToken>, chain: AddressChain, at: number): HostLabels | undefined => {
  const joint = chain.joints[at]
  const name = labelAt(tokens, chain, at)?.value ?? ""
  if (joint?.role !== "at" || !isPostOffice(labelAt(tokens, chain, at + 1)?.value ?? "")) return undefined
  if (scriptsOf(name) !== latinBit || isUsualWord(name)) return undefined
  return { last: at + 1, form: joint.form }
}

const formOfEmail = (at: JointForm, dot: JointForm, postOffice: boolean): number => {
  if (at === "tight" && dot === "tight") return 0.97
  if (at === "tight" || at === "bracketed" || dot === "bracketed" || dot === "word") return 0.93
  return postOffice ? 0.9 : 0.8
}

const signOf = (joint: Joint | undefined): string => {
  if (joint?.role === "dash") return "-"
  return joint?.role === "underscore" ? "_" : "."
}

/** Whether the word before a spelled @ names a mailbox: "sales at shop dot com", but not "find us at shop.com". */
const isLocalName = ({ tokens, chain, at }: ChainedAt, joint: Joint, { form, last }: HostLabels): boolean => {
  const name = labelAt(tokens, chain, at)?.value ?? ""
  const domain = labelAt(tokens, chain, at + 1)?.value ?? ""
  const built =
    /[\d_-]/.test(name) || (at > 0 && chain.joints[at - 1]?.role === "dot" && chain.joints[at - 1]?.form === "tight")
  const label = chain.labels[at] ?? 0
  if (joint.form === "word" && [label + 1, label + 2].some((index) => isShortAt(tokens[index]?.value))) {
    // "from 10 to 12 at rug-house(dot)net": a time.
    if (/^\d{1,4}$/.test(name) && !isPostOffice(domain)) return false
    if (built || isMailbox(name) || isPostOffice(domain)) return !isUsualWord(name)
    return (
      (form === "word" || form === "bracketed") &&
      // "pay at the market dot it": an article follows.
      isRightBefore(chain, at) &&
      !isUsualWord(name) &&
      mayBeginMailbox(tokens, (chain.labels[at] ?? 0) - 1)
    )
  }
  // "наш тг @mebel.ru", "DM @lamp.by.anna": an account; "ivan @ mail.ru": a mailbox.
  if (joint.form === "spaced" || joint.form === "afterBlank" || joint.form === "beforeBlank") {
    if (chain.joints[last]?.role === "dot" && chain.joints[last]?.form === "tight") return false
    return !isUsualWord(name) && (built || scriptsOf(name) === latinBit || scriptsOf(domain) === cyrillicBit)
  }
  return true
}

/** "at" is an everyday word, and so is "ат" in Kazakh ("horse"). */
const isShortAt = (word: string | undefined): boolean => word === "at" || word === "ат"

/** Words that precede a mailbox: "write to anna at shop dot com", but not "see swatches at shop dot com". */
const leadWords = new Set(
  "to from email mail e-mail address is me us contact write drop ping for on на почта почту адрес пишите".split(" ")
)

const mayBeginMailbox = (tokens: ReadonlyArray<AddressToken>, before: number): boolean => {
  if (tokens[before]?.kind !== "blank") return true
  const word = tokens[before - 1]
  return word?.kind !== "label" || leadWords.has(word.value) || !/^[a-z]+$/.test(word.value)
}

/** Goes left over the dots, hyphens and underscores in the name of a mailbox. */
const firstOfMailbox = ({ tokens, chain, lowest, at }: ChainedAt, spelled: boolean): number => {
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

/** The maximum number of number words in the name of a mailbox. */
const mostNumerals = 4

/**
 * Number words before a spelled @ belong to the name of the mailbox, and so does the word before them:
 * "орлова семьдесят два собака …".
 */
const spokenNameStart = (tokens: ReadonlyArray<AddressToken>, first: number): number => {
  let begin = first
  const isNumeral = (index: number) => numeralOf(tokens[index]?.value ?? "")?.weak === false
  const goesOn = (index: number) => tokens[index - 1]?.value === " " && tokens[index - 2]?.kind === "label"
  if (!isNumeral(first)) return tokens[first]?.start ?? 0
  for (let words = 1; words < mostNumerals && goesOn(begin) && isNumeral(begin - 2); words++) begin -= 2
  const name = tokens[begin - 2]
  if (goesOn(begin) && name?.role === undefined && !isUsualWord(name?.value ?? "")) begin -= 2
  return tokens[begin]?.start ?? 0
}

/** The name before a plus belongs to the mailbox: "test.user+1@mail.ru". */
const plusTagStart = (text: string, start: number): number => {
  if (text.charAt(start - 1) !== "+") return start
  let from = start - 1
  while (from > 0 && start - from < 64 && /[a-z0-9._-]/.test(text.charAt(from - 1))) from -= 1
  return from < start - 1 ? from : start
}
