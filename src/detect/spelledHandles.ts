import type { TextRange } from "../text/FoldedText.ts"
import { isPostOffice } from "./address/postOffices.ts"
import type { ContactRange } from "./ContactKind.ts"
import { withoutOverlaps } from "./withoutOverlaps.ts"

/** Names of the underscore. Every alternative begins with different letters, so that the pattern does not backtrack. */
const underscoreName =
  /(?:нижн\p{L}{1,2}\s(?:подч[её]рк\p{L}{1,9}|пробел\p{L}{0,2}|черт\p{L}{1,2}|ч[её]рточк\p{L}{1,2}|тире|прочерк\p{L}{0,2})|подч[её]рк\p{L}{1,9}|андерскор\p{L}{0,3}|underscore|podcherkivanie|下划线|下横线|alt\s(?:çizgi|tire)|(?:астыңғы|төменгі)\sсызықша|pastki\schiziq\p{L}{0,3})/gu

/** Whether a folded text contains a spelled underscore. */
export const namesUnderscore = (text: string): boolean => text.search(underscoreName) >= 0

/** A spelled or typed @ before a name. */
const atName = /(?:соба[кч]\p{L}{1,3}|sobak\p{L}|sobachk\p{L}|@)[\s,]{1,2}$/u

/** A spelled @ before a name in Latin letters. */
const atBeforeName = /(?:соба[кч]\p{L}{1,3}|sobak\p{L}|sobachk\p{L})[\s,]{1,2}(?=[a-z])/gu

/** Parts of these names, for a fast check: almost no text contains any. */
const anySign = /нижн|подч|андерскор|underscore|podcherkivanie|下划线|下横线|alt|сызықша|pastki|соба[кч]|soba[ck]/

/** The maximum length of an account name in any network, spelled letter by letter with blanks. */
const longestReach = 64

/** The maximum length of an @ with the blanks after it. */
const longestAt = 12

const fewestLetters = 3

/**
 * Finds account names with spelled signs in a folded text: "lampa нижнее подчёркивание dekor", "собачка lampa". A name
 * with both an @ and an underscore is a handle; whether the others are contacts depends on the words around them.
 */
export const spelledHandles = (text: string): ReadonlyArray<ContactRange> => {
  if (!anySign.test(text)) return none
  const names: Array<{ readonly start: number; readonly end: number }> = []
  for (const { 0: sign, index } of text.matchAll(underscoreName)) {
    const left = nameBefore(text, index)
    const right = nameAfter(text, index + sign.length)
    const last = names.at(-1)
    if (left === undefined || right === undefined) continue
    // "lampa нижнее подчёркивание dekor нижнее подчёркивание msk"
    if (last !== undefined && left.start < last.end) names[names.length - 1] = { start: last.start, end: right.end }
    else if (isOneScript(text.slice(left.start, left.end), text.slice(right.start, right.end)))
      names.push({ start: left.start, end: right.end })
  }
  const found = names.flatMap(({ start, end }): ReadonlyArray<ContactRange> => {
    const at = atName.exec(text.slice(Math.max(0, start - longestAt), start))?.[0].length ?? 0
    const account: ContactRange = { kind: "account", start: start - at, end }
    return at === 0 ? [account] : [{ ...account, kind: "handle" }, account]
  })
  const behindAt = [...text.matchAll(atBeforeName)].flatMap(({ 0: sign, index }): ReadonlyArray<ContactRange> => {
    const name = nameAfter(text, index + sign.length)
    if (name === undefined || name.end - name.start < fewestLetters) return []
    const isMailbox =
      isPostOffice(text.slice(name.start, name.end)) || /[a-z\d]\s?$/.test(text.slice(Math.max(0, index - 2), index))
    return isMailbox ? [] : [{ kind: "account", start: index, end: name.end }]
  })
  return [...found, ...withoutOverlaps(behindAt, () => found)].sort((one, other) => one.start - other.start)
}

const none: ReadonlyArray<ContactRange> = []

/**
 * Whether both sides are Latin or both are Cyrillic: in "ставим нижнее подчёркивание и dekor", no name stands before
 * the sign.
 */
const isOneScript = (left: string, right: string): boolean =>
  /[а-яё]/.test(left) === /[а-яё]/.test(right) && left.length + right.length >= fewestLetters

/** A name spelled letter by letter, before or after a sign: "s v e". */
const lettersBefore = /(?:^|[^\p{L}\d])((?:[a-z\d][\s-]){2,20})[\s,]?$/u
const lettersAfter = /^[\s,]{0,2}((?:[a-z\d][\s-]){1,20}[a-z\d])(?![\p{L}\d])/u

/** "kover, потом нижнее подчёркивание" */
const joinerBefore = /(?<=[\s,])(?:потом|затем|дальше|далее|ставим|ставьте|через|и|then|and)[\s,]{1,2}$/u

/** The name that ends before `end`, separated by a blank or comma. */
const nameBefore = (text: string, end: number): TextRange | undefined => {
  if (!" ,\n".includes(text.charAt(end - 1) || "-")) return undefined
  const from = Math.max(0, end - longestReach)
  const joiner = joinerBefore.exec(text.slice(from, end))?.[0].length ?? 0
  const before = text.slice(from, end - joiner)
  const letters = lettersBefore.exec(before)
  if (letters?.[1] !== undefined) {
    const start = letters.index + letters[0].indexOf(letters[1])
    return rangeAt(from + start, letters[1].trimEnd())
  }
  const name = /[\p{Script=Latin}\p{Script=Cyrillic}\d.-]{1,32}(?=[\s,]{1,2}$)/u.exec(before)
  return name === null ? undefined : rangeAt(from + name.index, name[0])
}

/** The name after `start`, separated by a blank, a comma or a joining word. */
const nameAfter = (text: string, start: number): TextRange | undefined => {
  const after = text.slice(start, start + longestReach)
  const name = lettersAfter.exec(after) ?? nameBehind.exec(after)
  const [whole = "", written = ""] = name ?? []
  const bare = written.replace(/[.-]+$/, "")
  return bare === "" ? undefined : rangeAt(start + whole.length - written.length, bare)
}

const nameBehind =
  /^[\s,]{0,2}(?:(?:потом|затем|дальше|далее|и|then|and)\s)?([\p{Script=Latin}\p{Script=Cyrillic}\d.-]{1,32})/u

const rangeAt = (start: number, name: string): TextRange => ({ start, end: start + name.length })
