import type { FoldedText } from "../../text/FoldedText.ts"
import { type AddressChain, labelAt } from "./AddressChain.ts"
import type { AddressToken } from "./AddressToken.ts"
import type { JointForm } from "./addressJoint.ts"
import type { LinkCandidate } from "./LinkCandidate.ts"
import { linkOf } from "./linkOf.ts"
import { topFits } from "./topFits.ts"

/** The end of a host that starts at some label of a chain. */
export interface HostLabels {
  /** The index of the top-level domain in the chain. */
  readonly last: number
  /** How its dots are written: "tight" if all are as usual, otherwise the loosest form. */
  readonly form: JointForm
}

/** The longest host that starts with the label `first` of the chain. */
export const hostFrom = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
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
    // Once a host was found, a dot in another form belongs to the prose.
    if (best !== undefined && joint.form !== "tight" && joint.form !== best.form) break
    if (topFits(folded, tokens, chain, index)) best = { last: index + 1, form }
  }
  return best
}

/**
 * Whether a label may belong to a host. Inner underscores ("kovka_dom.ru") are allowed, though invalid, as a disguise;
 * labels of mailboxes and accounts may also start or end with one.
 */
const isHostLabel = (label: string): boolean => !/^_|[_-]$/.test(label)

interface HostInChain {
  /** Undefined if the host is local or is not a site after all. */
  readonly link: LinkCandidate | undefined
  /** The index in the chain at which to continue. */
  readonly next: number
}

/** The first host among the labels `first` to `upTo` (exclusive) of a chain. */
export const hostIn = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  first: number,
  upTo: number,
  scheme: number | undefined
): HostInChain | undefined => {
  for (let index = first; index < upTo - 1; index++) {
    const joint = chain.joints[index]
    if (joint?.role !== "dot") continue
    if (joint.form === "tight" && isIpAddress(tokens, chain, index)) {
      const link = linkOf({ folded, tokens, chain, first: index, last: index + 3, notation: "tight", scheme })
      return { link, next: index + 4 }
    }
    if (!topFits(folded, tokens, chain, index)) continue
    const { last, form } = lastTop(folded, tokens, chain, index, upTo)
    const begin = firstLabel(tokens, chain, first, index, form)
    if (begin === undefined || isModel(tokens, chain, index, last)) continue
    return { link: linkOf({ folded, tokens, chain, first: begin, last, notation: form, scheme }), next: last + 1 }
  }
  return undefined
}

/** A shorter name before a top-level domain and a number belongs to a model. */
const shortestName = 4

/** Whether a model number follows: "HB.RU.220". */
const isModel = (tokens: ReadonlyArray<AddressToken>, chain: AddressChain, index: number, last: number): boolean => {
  const joint = chain.joints[last]
  return (
    joint?.role === "dot" &&
    joint.form === "tight" &&
    /^\d+$/.test(labelAt(tokens, chain, last + 1)?.value ?? "") &&
    (labelAt(tokens, chain, index)?.value ?? "").length < shortestName
  )
}

/** The last top-level domain of those connected by usual dots: "market.yandex.ru.evil.com". */
const lastTop = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  index: number,
  upTo: number
): HostLabels => {
  let form: JointForm = chain.joints[index]?.form ?? "tight"
  let last = index + 1
  for (let next = index + 1; next < upTo - 1; next++) {
    const joint = chain.joints[next]
    if (joint?.role !== "dot" || (joint.form !== "tight" && joint.form !== form)) break
    // A blank or comma after the host ends it.
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

/** Goes left from the label `index` over dots written alike. */
const firstLabel = (
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
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

/** Whether the label `index` and the three after it are numbers below 256. */
const isIpAddress = (tokens: ReadonlyArray<AddressToken>, chain: AddressChain, index: number): boolean => {
  if (index + 3 >= chain.labels.length || (index > 0 && chain.joints[index - 1]?.form === "tight")) return false
  for (let part = index; part <= index + 3; part++) {
    const value = labelAt(tokens, chain, part)?.value ?? ""
    if (!/^\d{1,3}$/.test(value) || Number(value) > 255) return false
    if (part < index + 3 && chain.joints[part]?.form !== "tight") return false
  }
  return chain.joints[index + 3]?.form !== "tight" || chain.joints[index + 3]?.role === "slash"
}
