import type { TextRange } from "../../text/FoldedText.ts"
import { withoutOverlaps } from "../withoutOverlaps.ts"
import type { AddressToken } from "./AddressToken.ts"
import { jointAt } from "./addressJoint.ts"
import type { EmailCandidate } from "./LinkCandidate.ts"
import { isPostOffice, nickOfOffice, officeOf, topOfOffice } from "./postOffices.ts"
import { spokenTop } from "./spokenTops.ts"
import { isDotlessTop, isTop, isTrustedTop, isUsualWord } from "./topLevels.ts"

/** The maximum number of tokens, including blanks, between a name and its mail provider. */
const farthest = 24

/** Words that introduce the part before the @. */
const nameWords = new Set("логин логином имя именем ник login username".split(" "))

/** Words that may stand between the name and the provider of a mailbox: "kovka24, сам ящик на гмейле". */
const between = new Set(
  (
    "сам сама ящик ящика почта почте почту почты почтовый мыло мыле адрес на в это мой моя у меня нас наш наша логин имя сервер сервис домен через " +
    "электронка электронке on at in my mail email mailbox is the пишите и а"
  ).split(" ")
)

/**
 * Mailboxes whose name and provider are given separately: "после собаки bk.ru, до собаки zina.k",
 * "ящик на яндексе, логин zina-k".
 *
 * @param taken addresses that were found in one piece.
 */
export const detachedMailboxes = (
  tokens: ReadonlyArray<AddressToken>,
  mail: boolean,
  taken: ReadonlyArray<TextRange>
): ReadonlyArray<EmailCandidate> => {
  const found: Array<EmailCandidate> = []
  const offices = officesIn(tokens)
  const names = offices.length === 0 ? [] : namesIn(tokens, offices)
  if (names.length === 0) return found
  const ownRange = (place: Place) => rangeOf(tokens, place, place)
  const free = withoutOverlaps(
    offices.map((office) => ({ ...ownRange(office), office })),
    () => taken
  )
  const freeNames = withoutOverlaps(
    names.map((name) => ({ ...ownRange(name), name })),
    () => taken
  ).map(({ name }) => name)
  let low = 0
  for (const { office } of free) {
    while ((freeNames[low]?.last ?? Number.POSITIVE_INFINITY) < office.first - farthest) low += 1
    const name = nearest(freeNames, low, office, (one) => isMeant(tokens, one, office, mail))
    if (name === undefined) continue
    const range = rangeOf(tokens, name, office)
    if ((found.at(-1)?.end ?? -1) > range.start) continue
    found.push({ ...range, address: `${name.value}@${office.host}`, form: 0.85 })
  }
  return found
}

const officesIn = (tokens: ReadonlyArray<AddressToken>): ReadonlyArray<Office> => {
  const offices: Array<Office> = []
  for (let index = 0; index < tokens.length; index++) {
    const office = officeAt(tokens, index)
    if (office === undefined) continue
    offices.push(office)
    index = office.last
  }
  return offices
}

/** The names before, between and after the mail providers. */
const namesIn = (tokens: ReadonlyArray<AddressToken>, offices: ReadonlyArray<Office>): ReadonlyArray<Name> => {
  const names: Array<Name> = []
  let next = 0
  for (let index = 0; index < tokens.length; index++) {
    const office = offices[next]
    if (office?.first === index) {
      index = office.last
      next += 1
      continue
    }
    const name = nameAt(tokens, index)
    if (name === undefined) continue
    names.push(name)
    index = name.last
    while ((offices[next]?.first ?? Number.POSITIVE_INFINITY) <= index) next += 1
  }
  return names
}

/** The indices of the first and last token. */
interface Place {
  readonly first: number
  readonly last: number
}

interface Office extends Place {
  readonly host: string
  /** Whether it provides mail only: "на яндексе" may also refer to the search engine. */
  readonly plain: boolean
}

interface Name extends Place {
  readonly value: string
  /** Whether words say that it stands before the @. */
  readonly introduced: boolean
  readonly built: boolean
}

const officeAt = (tokens: ReadonlyArray<AddressToken>, index: number): Office | undefined => {
  const token = tokens[index]
  if (token?.kind !== "label" || token.role !== undefined) return undefined
  const office = officeOf(token.value) ?? (isBesideMailWord(tokens, index) ? nickOfOffice(token.value) : undefined)
  if (office === undefined) return undefined
  // As in "kovka@mail" and "mail-kovka.ru".
  const before = tokens[index - 1]
  if (before?.value === "@" || before?.value === "." || before?.value === "/") return undefined
  const top = tokens[index + 2]
  const typed = tokens[index + 1]?.value === "." && top?.kind === "label" ? (spokenTop(top.value) ?? top.value) : ""
  if (typed !== "" && !isTop(typed)) return undefined
  if (
    typed !== "" &&
    (tokens[index + 3]?.value === "/" || tokens[index + 3]?.value === ".") &&
    tokens[index + 4]?.kind === "label"
  )
    return undefined
  if (typed === "" && otherWords.has(token.value) && !isBeforeTop(tokens, index)) return undefined
  const plain = office !== "yandex" && token.value !== "mail"
  const joint = typed === "" ? jointAt(tokens, index + 1) : undefined
  const spoken = joint?.role === "dot" ? (tokens[joint.next]?.value ?? "") : ""
  const saidTop = spokenTop(spoken) ?? spoken
  if (joint !== undefined && isTrustedTop(saidTop))
    return { first: index, last: joint.next, host: `${office}.${saidTop}`, plain }
  return typed === ""
    ? {
        first: index,
        last: index,
        host: `${office}.${topOfOffice(office)}`,
        plain
      }
    : { first: index, last: index + 2, host: `${office}.${typed}`, plain: false }
}

/** The top-level domain follows without its dot: "list ru", "bk, ru". */
const isBeforeTop = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => {
  const after = tokens[index + 1]?.value === "," ? index + 3 : index + 2
  return tokens[after - 1]?.kind === "blank" && isDotlessTop(tokens[after]?.value ?? "")
}

/** Names of mail providers that are also other words. */
const otherWords = new Set("лист листе list бк bk я ya qq 163 126 протон proton inbox".split(" "))

const isBesideMailWord = (tokens: ReadonlyArray<AddressToken>, index: number): boolean =>
  [tokens[index + 2], tokens[index - 2]].some((token) => /^(?:почт[аеуыо]й?|мыл[оеа]|ящике?)$/.test(token?.value ?? ""))

/** Names have at most six parts separated by dots; each part takes two tokens. */
const furthestPart = 12

const nameAt = (tokens: ReadonlyArray<AddressToken>, index: number): Name | undefined => {
  const token = tokens[index]
  if (token?.kind !== "label" || token.role !== undefined || !/^[a-z\d_-]*[a-z][a-z\d_-]*$/.test(token.value))
    return undefined
  let last = index
  let value = token.value
  while (
    last < index + furthestPart &&
    tokens[last + 1]?.value === "." &&
    /^[a-z\d_-]+$/.test(tokens[last + 2]?.value ?? "")
  ) {
    value += `.${tokens[last + 2]?.value}`
    last += 2
  }
  if (value.length < 4 || isUsualWord(value) || isPostOffice(value)) return undefined
  const next = tokens[last + 1]
  if (
    next?.value === "@" ||
    next?.role === "at" ||
    tokens[index - 1]?.value === "@" ||
    tokens[index - 1]?.value === "/"
  )
    return undefined
  // A host is not a name.
  if (last > index && isTop(tokens[last]?.value ?? "")) return undefined
  return { first: index, last, value, introduced: isIntroduced(tokens, index), built: /[\d_.-]/.test(value) }
}

/** The number of tokens before a name that may identify it: "логин у меня kovka". */
const reach = 8

const isIntroduced = (tokens: ReadonlyArray<AddressToken>, name: number): boolean => {
  for (let index = name - 1; index >= Math.max(0, name - reach); index--) {
    const token = tokens[index]
    if (token?.kind !== "label") {
      if (token?.value === "." || token?.value === ";") return false
      continue
    }
    if (nameWords.has(token.value)) return true
    if (token.role === "at") return /^(?:до|перед|слева|от|впереди)$/.test(tokens[index - 2]?.value ?? "")
    if (/[a-z]/.test(token.value)) return false
  }
  return false
}

/** The nearest suitable name from `low` on within the maximum distance. */
const nearest = (
  names: ReadonlyArray<Name>,
  low: number,
  office: Office,
  holds: (name: Name) => boolean
): Name | undefined => {
  let found: Name | undefined
  for (let index = low; index < names.length; index++) {
    const name = names[index]
    if (name === undefined || name.first > office.last + farthest) break
    const distance = distanceOf(name, office)
    if (distance > farthest || (found !== undefined && distanceOf(found, office) <= distance) || !holds(name)) continue
    found = name
  }
  return found
}

const distanceOf = (name: Place, office: Place): number =>
  name.first > office.last ? name.first - office.last : office.first - name.last

const isMeant = (tokens: ReadonlyArray<AddressToken>, name: Name, office: Office, mail: boolean): boolean => {
  if (name.introduced) return mail || office.plain
  if (isAtDescribed(tokens, name, office)) return true
  if (isInSequence(tokens, name, office)) return true
  if (!name.built || !(mail || office.plain)) return false
  const [from, to] = name.first > office.last ? [office.last + 1, name.first] : [name.last + 1, office.first]
  if (to - from < 3 && !mail) return false
  let on = false
  for (let index = from; index < to; index++) {
    const token = tokens[index]
    if (token === undefined) return false
    if (token.kind === "label") {
      if (!between.has(token.value)) return false
      on ||= token.value !== "и" && token.value !== "а"
    } else if (token.kind === "sign" && !",:-–—".includes(token.value)) return false
  }
  return on
}

/** Words for the position of the @: "гмейл ком, между ними собачка". */
const placesOfAt = new Set(
  (
    "между посередине посередке посредине середине внутри вместо вставьте вставите вставить поставьте поставите ставьте подставьте добавьте " +
    "добавите допишите впишите сами после перед between after middle insert put add arasına arasında arası орталарына ортасына orasiga o'rtasiga"
  ).split(" ")
)

/** The maximum number of tokens from a mail provider to the word for @: " ком, а посередине знак собаки". */
const farthestAt = 16

/**
 * Whether the provider directly follows the name, and the position of the @ is given before or after them:
 * "kovka24 гмейл ком, между ними собачка".
 */
const isAtDescribed = (tokens: ReadonlyArray<AddressToken>, name: Name, office: Office): boolean => {
  if (name.first > office.first || (!name.built && office.first - name.last > 2)) return false
  for (let index = name.last + 1; index < office.first; index++) {
    const token = tokens[index]
    if (token?.kind !== "blank" && token?.value !== "," && token?.value !== "и") return false
  }
  return placesAt(tokens, office.last + 1, 1) || placesAt(tokens, name.first - 1, -1)
}

/**
 * Whether both a word for @ and one for its position are among the tokens from `from` on, in the direction of `step`.
 */
const placesAt = (tokens: ReadonlyArray<AddressToken>, from: number, step: 1 | -1): boolean => {
  let at = false
  let place = false
  for (let count = 0; count < farthestAt; count++) {
    const token = tokens[from + count * step]
    if (token === undefined) return false
    at ||= token.role === "at" || token.value === "@"
    place ||= token.kind === "label" && placesOfAt.has(token.value)
    if (at && place) return true
  }
  return false
}

const sequenceWords = new Set("потом затем дальше далее следом then sonra keyin кейін".split(" "))

/** The number of tokens from "дальше" to the mail provider in "дальше крутилка и mail.ru". */
const oneWordBetween = 6

/**
 * Whether sequence words follow the name and precede the provider's complete host:
 * "zina, потом крутилка, потом mail.ru", "zina_k, дальше крутилка и mail.ru".
 */
const isInSequence = (tokens: ReadonlyArray<AddressToken>, name: Name, office: Office): boolean => {
  if (office.first === office.last || name.first > office.first) return false
  const behind = tokens[name.last + 1]?.value === "," ? name.last + 3 : name.last + 2
  const before = tokens[office.first - 2]?.value ?? ""
  return (
    behind < office.first - 2 &&
    sequenceWords.has(tokens[behind]?.value ?? "") &&
    (sequenceWords.has(before) || (before === "и" && office.first - behind === oneWordBetween))
  )
}

const rangeOf = (tokens: ReadonlyArray<AddressToken>, one: Place, other: Place): TextRange => ({
  start: Math.min(tokens[one.first]?.start ?? 0, tokens[other.first]?.start ?? 0),
  end: Math.max(tokens[one.last]?.end ?? 0, tokens[other.last]?.end ?? 0)
})
