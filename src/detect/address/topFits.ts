import { latinBit } from "../../text/characterKinds.ts"
import type { FoldedText } from "../../text/FoldedText.ts"
import { type AddressChain, isRightBefore, labelAt } from "./AddressChain.ts"
import type { AddressToken } from "./AddressToken.ts"
import { isPostOffice, spokenName } from "./postOffices.ts"
import { sameScript, scriptsOf, startsCapital } from "./sameScript.ts"
import { spokenTop } from "./spokenTops.ts"
import {
  isArticle,
  isKnownHost,
  isKnownSite,
  isSureTop,
  isTop,
  isTrustedTop,
  isUsualWord,
  typedTop
} from "./topLevels.ts"

/** Whether the label after joint `index` can be the top-level domain of a host, given the form of its last dot. */
export const topFits = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  index: number
): boolean => {
  const joint = chain.joints[index]
  const top = labelAt(tokens, chain, index + 1)
  const name = labelAt(tokens, chain, index)
  if (joint === undefined || top === undefined || name === undefined) return false
  const spoken = spokenTop(top.value)
  const digitsOnly = /^\d+$/.test(name.value) && !isPostOffice(name.value)
  const known = isKnownHost(spokenName(name.value), spoken ?? top.value)
  switch (joint.form) {
    case "tight":
      return (
        known ||
        isTop(typedTop(top.value)) ||
        (spoken !== undefined && name.value.length > 2 && !digitsOnly && top.value !== "нет")
      )
    case "bracketed":
      return isTop(typedTop(top.value)) || spoken !== undefined
    case "word":
      if (isArticle(name.value) || digitsOnly || isPlaceInSentence(tokens, chain, index)) return false
      // "слово Sale, точка, слово Top": words to be written somewhere.
      if (startsCapital(folded, top) && /слово|буквы|word/.test(folded.text.slice(name.end, top.start))) return false
      if (spoken !== undefined) return known || isSaidTop(top.value, name.value) || isBeforePath(chain, index)
      if (isPostOffice(name.value) && isTop(top.value)) return true
      // "точка" before a Latin word is used only to spell an address.
      return (
        known ||
        isTrustedTop(top.value) ||
        (isTop(top.value) &&
          (isCyrillicSign(folded, name, top) || isAfterMailbox(tokens, chain, index) || isBeforePath(chain, index)))
      )
    case "symbol":
      if (known) return true
      // "whats*app": the sign disguises the name of a messenger.
      if (name.value === "whats" && top.value === "app") return false
      return !digitsOnly && (isTrustedTop(top.value) || spoken === "ru") && sameScript(name.value, top.value)
    case "comma":
      if (digitsOnly || !sameScript(name.value, top.value)) return false
      return isSureTop(top.value) || top.value === "net" || (spoken === "ru" && name.value.length > 3)
    case "dotless":
      return !digitsOnly
    case "spaced":
      if (spoken === "ru" && name.value.length > 3 && sameScript(name.value, top.value)) return true
      if (isTop(top.value) && isBeforePath(chain, index) && sameScript(name.value, top.value)) return true
      if (spoken !== undefined && isKnownSite(spokenName(name.value)) && isBeforePath(chain, index)) return true
      // "info @ mebel . рф": in a mailbox, mixed scripts are accepted even if no such mailbox can exist.
      return (
        known ||
        (!digitsOnly &&
          isTrustedTop(top.value) &&
          (sameScript(name.value, top.value) || chain.joints[index - 1]?.role === "at"))
      )
    case "afterBlank":
      return known || (!digitsOnly && isTrustedTop(top.value) && sameScript(name.value, top.value))
    case "beforeBlank":
      if (known) return true
      return !digitsOnly && isSureTop(top.value) && sameScript(name.value, top.value) && !startsCapital(folded, top)
  }
}

/** "hello at oakling dot studio", but not "meet me at the store dot it down". */
const isAfterMailbox = (tokens: ReadonlyArray<AddressToken>, chain: AddressChain, index: number): boolean =>
  chain.joints[index - 1]?.role === "at" &&
  isRightBefore(chain, index - 1) &&
  !isUsualWord(labelAt(tokens, chain, index - 1)?.value ?? "the")

/** An everyday word after an article: "at the store dot com". */
const isPlaceInSentence = (tokens: ReadonlyArray<AddressToken>, chain: AddressChain, index: number): boolean => {
  const name = chain.labels[index] ?? 0
  return isUsualWord(tokens[name]?.value ?? "") && /^(?:the|an?|my|our|your)$/.test(tokens[name - 2]?.value ?? "")
}

/** Whether a path follows: "discord точка гг слэш kovka", "forms . gle / kovka". */
const isBeforePath = (chain: AddressChain, index: number): boolean => chain.joints[index + 1]?.role === "slash"

/** Whether the sign between two Latin labels is spelled in Cyrillic letters. */
const isCyrillicSign = (folded: FoldedText, name: AddressToken, top: AddressToken): boolean => {
  const sign = folded.text.slice(name.end, top.start)
  // "LOVE, точка, слово ART": words that are mentioned are not part of an address.
  return scriptsOf(name.value) === latinBit && /[а-я]/.test(sign) && !/слов|букв/.test(sign)
}

/** "точка нет" and "точка про" also have other meanings, so they need a Latin name or one with a hyphen or digit. */
const isSaidTop = (top: string, name: string): boolean => plainlySaid.has(top) || /[a-z\d-]/.test(name)

const plainlySaid = new Set(["ру", "ком", "рф", "орг", "инфо", "кз", "онлайн", "шоп", "стор"])
