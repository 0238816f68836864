import type { AddressToken } from "./AddressToken.ts"
import type { Joint } from "./addressJoint.ts"
import { sameScript } from "./sameScript.ts"
import { spokenTop } from "./spokenTops.ts"
import { isSureTop, isTrustedTop, isUnlikeName, isUsualWord } from "./topLevels.ts"

/** The dot of an address that is described separately from the name before it. */
export const detachedDot = (
  tokens: ReadonlyArray<AddressToken>,
  label: number,
  before: Joint | undefined
): Joint | undefined => {
  const name = tokens[label]?.value ?? ""
  if (before !== undefined || !mayBeSite(name) || !mayGoOn(tokens[label + 1]?.value)) return undefined
  return dotInWords(tokens, label, name) ?? dotBehindWords(tokens, label, name)
}

const mayGoOn = (value: string | undefined): boolean => value === "," || value === " "

/** Whether a label may name a site: it is Latin or contains a hyphen. */
export const mayBeSite = (name: string): boolean =>
  /^(?:[a-z\d-]{4,}|.*\p{L}-\p{L}.*)$/u.test(name) &&
  /\p{L}/u.test(name) &&
  !isUsualWord(name) &&
  !isUnlikeName(name) &&
  !isTrustedTop(name)

const isTopOf = (name: string, label: string): boolean =>
  spokenTop(label) !== undefined || (isTrustedTop(label) && sameScript(name, label))

/** The maximum number of tokens from the name to the dot: "и ru, между ними — точка". */
const farthestDot = 14

/**
 * The position of the dot is described around the top-level domain: "kovka-dom, перед ru точка",
 * "kovka-dom ru через точку", "kovka-dom и ru, между ними точка".
 */
const dotInWords = (tokens: ReadonlyArray<AddressToken>, label: number, name: string): Joint | undefined => {
  let place = false
  let top: number | undefined
  for (let index = label + 1; index <= label + farthestDot; index++) {
    const token = tokens[index]
    if (token === undefined) return undefined
    if (token.kind === "blank" || ",—–-:".includes(token.value)) continue
    if (token.kind !== "label") return undefined
    if (token.role === "dot") return top !== undefined && place ? { role: "dot", form: "word", next: top } : undefined
    if (isTopOf(name, token.value)) top ??= index
    else if (placeWords.has(token.value)) place = true
    else if (!otherWords.has(token.value)) return undefined
  }
  return undefined
}

/** Words for the position of the dot. */
const placeWords = new Set("перед через между посередине before between".split(" "))

const otherWords = new Set(
  "а и ним ней ними них стоит ставим ставите идет идёт поставьте ставьте the a and put them".split(" ")
)

/**
 * Whether a dot and a top-level domain may follow after words: ".ru"; ".ру" after letters of any script; ".shop" after
 * a name that is no word.
 */
const isTopBehindWords = (name: string, top: string): boolean =>
  spokenTop(top) !== undefined ||
  (sameScript(name, top) && (isSureTop(top) || (isTrustedTop(top) && /[-\d]/.test(name))))

/** The maximum number of tokens from the name to the dot: ", а в конце ". */
const farthestTop = 9

const leadingWords = new Set(
  (
    "а и в на с только зоне домене конце потом дальше затем сразу плюс добавьте добавите добавляете добавляем допишите дописываете припишите " +
    "приписываете прибавьте поставьте ставите идет идёт стоит plus then and with add append"
  ).split(" ")
)

/** Words or a plus stand between the name and the dot: "kovkalux, а в конце .ru", "kovkalux + .ru". */
const dotBehindWords = (tokens: ReadonlyArray<AddressToken>, label: number, name: string): Joint | undefined => {
  let words = 0
  for (let index = label + 1; index <= label + farthestTop; index++) {
    const token = tokens[index]
    if (token === undefined) return undefined
    if (token.value === "." && tokens[index - 1]?.kind !== "label") {
      const top = tokens[index + 1]
      const fits = words > 0 && top?.kind === "label" && isTopBehindWords(name, top.value)
      if (!fits) return undefined
      return { role: "dot", form: spokenTop(top.value) === undefined ? "afterBlank" : "word", next: index + 1 }
    }
    if (leadingWords.has(token.value) || token.value === "+") words += 1
    else if (token.kind !== "blank" && !",—–-:(".includes(token.value)) return undefined
  }
  return undefined
}
