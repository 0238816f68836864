import { boundary } from "../../text/boundary.ts"
import type { AddressToken } from "./AddressToken.ts"
import { isPostOffice } from "./postOffices.ts"
import {
  bracketedRoleOf,
  isAddressFiller,
  isDog,
  isDomainAdjective,
  isDotNoun,
  isMailPicture,
  isThickDot,
  isTurkicAt,
  isTurkicDot,
  nameEnd,
  opensSign,
  type SignRole,
  signOfWords
} from "./spelledSigns.ts"
import { maySpellTop } from "./spokenTops.ts"
import { isMailbox, isTrustedTop, isUsualWord } from "./topLevels.ts"

/**
 * How a sign between two labels is written: as usual; in brackets; as a word; surrounded by blanks or next to one; as a
 * comma; as another sign or picture; or as just a blank.
 */
export type JointForm =
  | "tight"
  | "bracketed"
  | "word"
  | "spaced"
  | "afterBlank"
  | "beforeBlank"
  | "comma"
  | "symbol"
  | "dotless"

/** The sign that connects two labels. */
export interface Joint {
  readonly role: SignRole
  readonly form: JointForm
  /** The index of the next label. */
  readonly next: number
}

const opening = "([{<「【『《〈〔*/|«\"'~!%^=+#"
const closing = ")]}>」】』》〉〕*/|»\"'~!%^=+#"

/** The maximum number of words between two labels in addition to their sign. */
const mostFillers = 4

/** ", ну вы поняли, и" has two commas and eleven tokens. */
const mostCommas = 2
const mostSkipped = 12

/** The sign that connects the label before `index` to the next one, if any. Looks at a few tokens only. */
export const jointAt = (tokens: ReadonlyArray<AddressToken>, index: number): Joint | undefined => {
  const before = skip(tokens, index)
  const core =
    coreAt(tokens, before.index) ??
    turkicAt(tokens, index - 1, before.index) ??
    nounBeforeTop(tokens, index - 1, before.index)
  if (core === undefined) return undefined
  const after = skip(tokens, core.next)
  const label = tokens[after.index]
  if (label?.kind !== "label" || label.role !== undefined) return undefined
  if (before.separator !== after.separator) return undefined
  const loose = before.index > index || after.index > core.next
  const form = loose ? looseForm(core, before, after) : core.form
  return form === undefined ? undefined : { role: core.role, form, next: after.index }
}

interface Core {
  readonly role: SignRole
  readonly form: "tight" | "bracketed" | "word" | "comma" | "symbol"
  readonly thick?: boolean
  readonly next: number
}

/** The form of a sign with blanks or words around it: a comma or a picture surrounded by blanks is no longer a dot. */
const looseForm = (core: Core, before: Skipped, after: Skipped): JointForm | undefined => {
  switch (core.form) {
    case "bracketed":
    case "word":
      return core.form
    case "symbol":
      if (before.words || after.words || before.comma || after.comma) return undefined
      // "shop •ru": a thick dot may have blanks beside it; other pictures then separate two words.
      return core.role === "at" || core.thick ? "spaced" : undefined
    case "comma":
      return undefined
    case "tight":
      if (before.words || after.words || before.comma || after.comma) return core.role === "at" ? "spaced" : undefined
      if (before.blank && after.blank) return "spaced"
      return before.blank ? "afterBlank" : "beforeBlank"
  }
}

/**
 * Some everyday Turkic words stand for @ between a common mailbox name and a host with a dot spelled in these
 * languages: "destek et zeytin nokta com".
 */
const turkicAt = (tokens: ReadonlyArray<AddressToken>, label: number, index: number): Core | undefined => {
  const domain = tokens[index + 2]
  const dot = tokens[index + 4]
  if (!isTurkicAt(tokens[index]?.value ?? "") || !isMailbox(tokens[label]?.value ?? "")) return undefined
  return domain?.kind === "label" && domain.role === undefined && isTurkicDot(dot?.value ?? "")
    ? { role: "at", form: "word", next: index + 1 }
    : undefined
}

/**
 * A noun for the top-level domain stands for the dot before it, if the name is a mail provider, is called a domain or
 * has a hyphen: "домен яндекс, зона ру", "teplica-ural в зоне ру", "rug-house period com", but not
 * "игра Steam, зона RU".
 */
const nounBeforeTop = (tokens: ReadonlyArray<AddressToken>, label: number, index: number): Core | undefined => {
  const words = nounsBeforeTop(tokens, index)
  if (words === 0) return undefined
  const name = tokens[label]?.value ?? ""
  const isOfDomain = [index, label - 2].some((beside) => isOfDomains(tokens[beside]?.value ?? ""))
  const built = /\p{L}-\p{L}/u.test(name) || (isOfDomain && /^[a-z\d]{5,}$/.test(name))
  if (!isPostOffice(name) && (!built || isUsualWord(name))) return undefined
  return { role: "dot", form: "word", next: index + words * 2 - 1 }
}

/**
 * How many words at `index` describe the top-level domain that follows them ("зона ру", "на конце ru"); 0 if none do.
 */
const nounsBeforeTop = (tokens: ReadonlyArray<AddressToken>, index: number): number => {
  const first = tokens[index]
  const second = tokens[index + 2]
  if (first?.kind !== "label" || tokens[index + 1]?.kind !== "blank" || second?.kind !== "label") return 0
  if (isDotNoun(first.value) && isTopAt(tokens, index + 2)) return 1
  const two = tokens[index + 3]?.kind === "blank" && isTopAt(tokens, index + 4)
  return two && (isEndOfName(first.value, second.value) || (isDomainAdjective(first.value) && isDotNoun(second.value)))
    ? 2
    : 0
}

const isBeforeTop = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => nounsBeforeTop(tokens, index) > 0

const isTopAt = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => {
  const top = tokens[index]
  return top?.kind === "label" && maySpellTop(top.value)
}

/** "на конце", "в конце". */
const isEndOfName = (preposition: string, noun: string): boolean =>
  (preposition === "на" || preposition === "в") && noun === nameEnd

/** "домен", "доменная зона", which are used of sites only. */
const isOfDomains = (word: string): boolean => word.startsWith("домен") || word === "domain"

interface Skipped {
  readonly index: number
  readonly blank: boolean
  readonly words: boolean
  readonly comma: boolean
  /** The sign that separates all pieces of an address, if any. */
  readonly separator: string
}

/** Skips a blank, or commas and words such as "потом" with the blanks among them. */
const skip = (tokens: ReadonlyArray<AddressToken>, from: number): Skipped => {
  let index = from
  let blank = false
  let commas = 0
  let words = 0
  let separator = ""
  for (let steps = 0; steps < mostSkipped; steps++) {
    const token = tokens[index]
    if (token?.kind === "blank" && token.value.length <= 4) blank = true
    else if (token?.value === "," && commas < mostCommas && followsBlank(tokens, index)) commas += 1
    else if (token?.kind === "sign" && token.role === undefined && isFillerIdeograph(token.value)) blank = true
    else if (token?.kind === "sign" && separators.has(token.value) && isBesideSpelledSign(tokens, index))
      separator = token.value
    else if (
      token?.kind === "label" &&
      token.role === undefined &&
      blank &&
      words < mostFillers &&
      isAddressFiller(token.value) &&
      // "then a dot", but not "a dot, then a shop".
      (token.value !== "a" || tokens[index + 2]?.role !== undefined) &&
      goesOn(tokens, index) &&
      !isBeforeTop(tokens, index) &&
      signInWords(tokens, index) === undefined
    )
      words += 1
    else break
    index += 1
  }
  return { index, blank, words: words > 0, comma: commas > 0, separator }
}

/** Signs that may separate all pieces of a spelled address: "kovka + собака + mail + точка + ru". */
const separators = new Set([..."+/·•|>→~&-–—"])

/** Whether a spelled sign stands right before or after a token, with at most a blank between. */
const isBesideSpelledSign = (tokens: ReadonlyArray<AddressToken>, index: number): boolean =>
  [-1, 1].some((step) => {
    const beside = tokens[index + step]?.kind === "blank" ? tokens[index + 2 * step] : tokens[index + step]
    return beside?.kind === "label" && beside.role !== undefined
  })

/** Chinese fillers: "，后面加@qq.com". */
const isFillerIdeograph = (character: string): boolean => "然后再加上接着跟面是".includes(character)

const followsBlank = (tokens: ReadonlyArray<AddressToken>, index: number): boolean =>
  tokens[index + 1]?.kind === "blank" ||
  tokens[index - 1]?.kind === "blank" ||
  isFillerIdeograph(tokens[index + 1]?.value ?? " ") ||
  [tokens[index + 1], tokens[index - 1]].some((token) => token?.kind === "sign" && token.role !== undefined)

const goesOn = (tokens: ReadonlyArray<AddressToken>, index: number): boolean =>
  tokens[index + 1]?.kind === "blank" || (tokens[index + 1]?.value === "," && tokens[index + 2]?.kind === "blank")

const coreAt = (tokens: ReadonlyArray<AddressToken>, index: number): Core | undefined => {
  const token = tokens[index]
  if (token === undefined || token.kind === "blank") return undefined
  const next = index + 1
  if (token.kind === "label") {
    const sign = signInWords(tokens, index)
    if (sign !== undefined) return { role: sign.role, form: "word", next: sign.next }
    return token.role === undefined ? undefined : { role: token.role, form: "word", next }
  }
  if (token.role !== undefined) return { role: token.role, form: isDog(token.value) ? "symbol" : "word", next }
  const bracketed = opening.includes(token.value) ? bracketedCore(tokens, index) : undefined
  if (bracketed !== undefined) return bracketed
  switch (token.value) {
    case ".":
    case "。":
      return repeatedDot(tokens, index) ?? { role: "dot", form: "tight", next }
    case "@":
      return { role: "at", form: "tight", next: afterRepeatedAt(tokens, next) }
    case "/":
      return { role: "slash", form: "tight", next }
    case ",":
    case "、":
      return { role: "dot", form: "comma", next }
    case "#":
    case "~":
    case "^":
    case "&":
    case "$":
      // "wang.wei#126.com": before a mail provider.
      return isOfficeHostAt(tokens, next) ? { role: "at", form: "symbol", next } : undefined
    default:
      if (isMailPicture(token.value) && isOfficeHostAt(tokens, afterStyle(tokens, next))) {
        return { role: "at", form: "symbol", next: afterStyle(tokens, next) }
      }
      return isDotPicture(token.value)
        ? { role: "dot", form: "symbol", thick: isThickDot(token.value), next }
        : undefined
  }
}

/** Skips a repeated @: "kovka@@mail.ru", "kovka @at@ mail.ru". */
const afterRepeatedAt = (tokens: ReadonlyArray<AddressToken>, index: number): number => {
  if (tokens[index]?.value === "@") return index + 1
  return tokens[index]?.role === "at" && tokens[index + 1]?.value === "@" ? index + 2 : index
}

/** Skips a blank after a picture. */
const afterStyle = (tokens: ReadonlyArray<AddressToken>, index: number): number =>
  tokens[index]?.kind === "blank" ? index + 1 : index

/** A sign spelled in several words: "знак собака", "а в кружочке". */
const signInWords = (
  tokens: ReadonlyArray<AddressToken>,
  index: number
): { readonly role: SignRole; readonly next: number } | undefined => {
  let words = tokens[index]?.value ?? ""
  if (!opensSign(words)) return undefined
  for (let last = index + 2; last <= index + 4; last += 2) {
    const word = tokens[last]
    if (tokens[last - 1]?.kind !== "blank" || word?.kind !== "label") return undefined
    words += ` ${word.value}`
    const role = signOfWords(words)
    if (role !== undefined) return { role, next: last + 1 }
  }
  return undefined
}

/** Several dots in a row count as one: "lampa-shop...ru". */
const repeatedDot = (tokens: ReadonlyArray<AddressToken>, index: number): Core | undefined => {
  let next = index + 1
  while (next - index < mostDots && isDot(tokens[next]?.value)) next += 1
  return next > index + 1 ? { role: "dot", form: "symbol", next } : undefined
}

const isDot = (value: string | undefined): boolean => value === "." || value === "。"

const mostDots = 4

/** Whether the host of a mail provider starts right at `index`. */
const isOfficeHostAt = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => {
  const name = tokens[index]
  const top = tokens[index + 2]
  return (
    name?.kind === "label" &&
    isPostOffice(name.value) &&
    (tokens[index + 1]?.value === "." || isThickDot(tokens[index + 1]?.value ?? "")) &&
    top?.kind === "label" &&
    isTrustedTop(top.value)
  )
}

/** Whether a sign may replace a dot: those listed have another meaning between two words. */
const isDotPicture = (value: string): boolean =>
  value !== boundary && !"-–—−+=:;!?&%#\"'«»“”„’‘`()[]{}<>|\\~^$€₽№…\u00a0".includes(value)

/** The maximum number of characters or tokens of a sign in brackets: "(kuyruklu a)", "(с о б а ч к а)". */
const mostBracketed = 16

/** A sign in brackets: "(at)", "[ . ]", "*точка*", "(kuyruklu a)". */
const bracketedCore = (tokens: ReadonlyArray<AddressToken>, index: number): Core | undefined => {
  const closes = closing.charAt(opening.indexOf(tokens[index]?.value ?? ""))
  let inner = ""
  for (let next = index + 1; next <= index + mostBracketed; next++) {
    const token = tokens[next]
    if (token === undefined) return undefined
    if (token.value === closes) {
      const role = bracketedRoleOf(inner.trim())
      return role === undefined ? undefined : { role, form: "bracketed", next: next + 1 }
    }
    inner += token.kind === "blank" ? " " : token.value
    if (inner.length > mostBracketed) return undefined
  }
  return undefined
}
