import type { AddressToken } from "./AddressToken.ts"
import { bracketedRoleOf, isAddressFiller } from "./spelledSigns.ts"
import { isSureTop } from "./topLevels.ts"

const openings = "([{<\"'«“„‘"
const closings = ")]}>\"'»””’"

const wraps = /[([{<"'«“„‘|)]|\s[-–—]\s/

/** Whether a folded text contains anything that `withoutWraps` might remove. */
export const mayHoldWraps = (text: string): boolean => wraps.test(text)

/**
 * Removes quotation marks and brackets around labels next to an address sign («kover» точка «ру», "[kover].[ru]"), and
 * the strokes and numbers of tables and lists everywhere ("| kover | @ | mail", "1) kover 2) собака").
 */
export const withoutWraps = (tokens: ReadonlyArray<AddressToken>): ReadonlyArray<AddressToken> => {
  const plain: Array<AddressToken> = []
  let index = 0
  while (index < tokens.length) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.kind === "label" && !isListNumber(token)) {
      plain.push(token)
      index += 1
      continue
    }
    if (token.kind === "blank") {
      pushBlank(plain, token)
      index += 1
      continue
    }
    const dotted = bracketedTop(tokens, index)
    if (dotted !== undefined) {
      plain.push(...dotted.tokens)
      index = dotted.next
      continue
    }
    const wide = tableSignLength(tokens, index)
    if (wide > 0) {
      const last = tokens[index + wide - 1] ?? token
      pushBlank(plain, { ...token, kind: "blank", value: " ", end: last.end })
      index += wide
    } else if (isWrapped(tokens, index) && (isBesideSign(tokens, index) || isBesideWrapped(tokens, index))) {
      const label = tokens[index + 1]
      if (label !== undefined) plain.push(label)
      index += 3
    } else {
      plain.push(token)
      index += 1
    }
  }
  return plain
}

/** The dot and the top-level domain share brackets: "kovka(.ru)", "kovka (dot com)", "kovka [dot-com]". */
const bracketedTop = (
  tokens: ReadonlyArray<AddressToken>,
  index: number
): { readonly tokens: ReadonlyArray<AddressToken>; readonly next: number } | undefined => {
  const kind = brackets.indexOf(tokens[index]?.value ?? " ")
  const name = tokens[index - 1]?.kind === "blank" ? tokens[index - 2] : tokens[index - 1]
  const dot = tokens[index + 1]
  if (kind < 0 || name?.kind !== "label" || name.role !== undefined || dot === undefined) return undefined
  const closing = closings.charAt(kind)
  const tied = /^(dot|точка|тчк)-([a-zа-я]+)$/.exec(dot.value)
  if (tied !== null && tokens[index + 2]?.value === closing) {
    const middle = dot.start + (tied[1] ?? "").length
    const sign: AddressToken = { ...dot, value: tied[1] ?? "", role: "dot", end: middle }
    return { tokens: [sign, { ...dot, value: tied[2] ?? "", start: middle + 1 }], next: index + 3 }
  }
  const top = tokens[index + 2]?.kind === "blank" ? index + 3 : index + 2
  const label = tokens[top]
  if ((dot.value !== "." && dot.role !== "dot") || label?.kind !== "label" || tokens[top + 1]?.value !== closing)
    return undefined
  return { tokens: [{ ...dot, role: "dot" }, label], next: top + 2 }
}

const brackets = openings.slice(0, 4)

const pushBlank = (tokens: Array<AddressToken>, blank: AddressToken): void => {
  const last = tokens.at(-1)
  if (last?.kind === "blank") tokens[tokens.length - 1] = { ...last, end: blank.end }
  else tokens.push(blank)
}

/** "1", "12". */
const isListNumber = ({ kind, value }: AddressToken): boolean =>
  kind === "label" && value.length <= 2 && /^\d+$/.test(value)

/** The number of tokens of a table's stroke or a list's number, if blanks surround it. */
const tableSignLength = (tokens: ReadonlyArray<AddressToken>, index: number): number => {
  if (tokens[index - 1]?.kind !== "blank" && index > 0) return 0
  const token = tokens[index]
  if (token?.value === "|") return tokens[index + 1]?.kind === "blank" ? 2 : 1
  // "kovka - точка - ru".
  if (token !== undefined && "-–—".includes(token.value) && tokens[index + 1]?.kind === "blank") {
    return tokens[index + 2]?.role !== undefined || tokens[index - 2]?.role !== undefined ? 2 : 0
  }
  return token !== undefined &&
    isListNumber(token) &&
    tokens[index + 1]?.value === ")" &&
    tokens[index + 2]?.kind === "blank"
    ? 3
    : 0
}

/** Whether a label that is not a sign is enclosed in quotation marks or brackets at `index`. */
const isWrapped = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => {
  const kind = openings.indexOf(tokens[index]?.value ?? " ")
  const label = tokens[index + 1]
  return (
    kind >= 0 &&
    label?.kind === "label" &&
    label.role === undefined &&
    bracketedRoleOf(label.value) === undefined &&
    tokens[index + 2]?.value === closings.charAt(kind)
  )
}

/** Whether a spelled sign or an @ stands right before or after the enclosed label at `index`. */
const isBesideSign = (tokens: ReadonlyArray<AddressToken>, index: number): boolean =>
  isSign(tokens, index, -1) || isSign(tokens, index + 2, 1)

const isSign = (tokens: ReadonlyArray<AddressToken>, from: number, step: 1 | -1): boolean => {
  let index = from + step
  // As in "«kover», точка" and "точка и слово «ru»".
  for (let words = 0; words < mostWordsToSign; ) {
    const token = tokens[index]
    if (token?.kind === "label" && token.role === undefined && isAddressFiller(token.value)) words += 1
    else if (token?.kind !== "blank" && token?.value !== ",") break
    index += step
  }
  // As in "(kover) (точка)" and "«kover» «собака»".
  const opens = step > 0 ? openings : closings
  if (opens.includes(tokens[index]?.value ?? " ") && tokens[index + step]?.kind === "label") index += step
  const token = tokens[index]
  return token?.value === "@" || token?.role === "at" || token?.role === "dot"
}

/** As in "точка, потом слово «ru»". */
const mostWordsToSign = 3

/**
 * Whether a dot connects the enclosed label to a top-level domain or another enclosed label: "[kover].[ru]",
 * "kover.(ru)", "(kover).ru".
 */
const isBesideWrapped = (tokens: ReadonlyArray<AddressToken>, index: number): boolean =>
  (tokens[index + 3]?.value === "." && isSureTop(tokens[index + 4]?.value ?? "")) ||
  (tokens[index - 1]?.value === "." &&
    tokens[index - 2]?.kind === "label" &&
    isSureTop(tokens[index + 1]?.value ?? "")) ||
  (tokens[index + 3]?.value === "." && isWrapped(tokens, index + 4)) ||
  (tokens[index - 1]?.value === "." && isWrapped(tokens, index - 4))
