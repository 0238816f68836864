import { type Joint, jointAt } from "./addressJoint.ts"
import type { AddressToken } from "./addressTokens.ts"
import { isPostOffice, spokenTop } from "./spelledSigns.ts"
import { isTrustedTop } from "./topLevels.ts"

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

export const labelAt = (
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  index: number
): AddressToken | undefined => tokens[chain.labels[index] ?? -1]
