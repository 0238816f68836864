import type { TextRange } from "../../text/FoldedText.ts"
import { withoutOverlaps } from "../withoutOverlaps.ts"
import type { AddressToken } from "./AddressToken.ts"
import { mayBeSite } from "./detachedDot.ts"
import type { LinkCandidate } from "./LinkCandidate.ts"
import { sameScript } from "./sameScript.ts"
import { siteOf } from "./siteOf.ts"
import { spokenTop } from "./spokenTops.ts"
import { isSureTop, isTrustedTop } from "./topLevels.ts"

/** Words before a top-level domain that is to be added to a name: "добавьте .ru к …", "с .ru на конце". */
const leadWords = new Set(
  "добавьте добавите добавить допишите дописать припишите прибавьте прибавить приставьте поставьте с со плюс add append put with plus".split(
    " "
  )
)

/** Words between such a top-level domain and its name: "… на конце: kovka", "… к слову kovka". */
const linkWords = new Set(
  (
    "на в конце к ко после слова слову названию названия имени ника нику магазина нашего нашему и вот само сам это он она название имя ник " +
    "to after behind the word name our shop at end of it"
  ).split(" ")
)

/** The maximum number of tokens from a top-level domain to its name. */
const farthestName = 14

/**
 * Sites whose top-level domain is given before the name: "добавьте .ru к podushka-land",
 * "с .ru на конце: podushkaland".
 */
export const leadingTops = (
  tokens: ReadonlyArray<AddressToken>,
  taken: ReadonlyArray<TextRange>
): ReadonlyArray<LinkCandidate> => {
  const found: Array<LinkCandidate> = []
  for (let index = 0; index < tokens.length; index++) {
    const top = topAt(tokens, index)
    if (top === undefined || !leadWords.has(wordBefore(tokens, index))) continue
    const name = nameBehind(tokens, top + 1, tokens[top]?.value ?? "")
    const link = name === undefined ? undefined : linkFrom(tokens, index, top, name)
    if (name === undefined || link === undefined) continue
    found.push(link)
    index = name
  }
  return withoutOverlaps(found, () => taken)
}

/** The index of the top-level domain whose typed or spelled dot stands at `index` after a blank. */
const topAt = (tokens: ReadonlyArray<AddressToken>, index: number): number | undefined => {
  const dot = tokens[index]
  if (tokens[index - 1]?.kind !== "blank") return undefined
  if (dot?.value !== "." && dot?.role !== "dot") return undefined
  const top = dot.value === "." ? index + 1 : index + 2
  const label = tokens[top]
  if (label?.kind !== "label") return undefined
  return isTrustedTop(label.value) || spokenTop(label.value) !== undefined ? top : undefined
}

/** The word before the blank at `index - 1`; it may be a preposition. */
const wordBefore = (tokens: ReadonlyArray<AddressToken>, index: number): string => tokens[index - 2]?.value ?? ""

const nameBehind = (tokens: ReadonlyArray<AddressToken>, from: number, top: string): number | undefined => {
  let words = 0
  for (let index = from; index < from + farthestName; index++) {
    const token = tokens[index]
    if (token === undefined) return undefined
    if (token.kind === "blank" || ',:—–-«"'.includes(token.value)) continue
    if (token.kind !== "label" || token.role !== undefined) return undefined
    if (linkWords.has(token.value)) {
      words += 1
      continue
    }
    const fits =
      spokenTop(top) !== undefined || (sameScript(token.value, top) && (isSureTop(top) || /[-\d]/.test(token.value)))
    const ends = tokens[index + 1]?.value !== "." && tokens[index + 1]?.value !== "@"
    return words > 0 && fits && ends && mayBeSite(token.value) ? index : undefined
  }
  return undefined
}

const linkFrom = (
  tokens: ReadonlyArray<AddressToken>,
  dot: number,
  top: number,
  name: number
): LinkCandidate | undefined => {
  const suffix = tokens[top]?.value ?? ""
  const site = siteOf(`http://${tokens[name]?.value ?? ""}.${spokenTop(suffix) ?? suffix}`)
  if (site === undefined || site === "local") return undefined
  const { host, path, userinfo } = site
  return {
    start: tokens[dot]?.start ?? 0,
    end: tokens[name]?.end ?? 0,
    host,
    path,
    userinfo,
    form: 0.85,
    dotless: false
  }
}
