import type { ContactRange } from "./ContactKind.ts"

/** Shorter names are not accounts: "@ 500", "id_2". */
const fewestLetters = 3

const longestName = 64

/**
 * Finds names typical of accounts in a folded text: "@shop_msk" (a handle), "shop_msk", "kbd_help#1234",
 * "live:mebel_help" (accounts). Domains of e-mail addresses and file names are excluded. Whether an account is a
 * contact depends on the words around it.
 */
export const handleCandidates = (text: string): ReadonlyArray<ContactRange> => {
  const found: Array<ContactRange> = []
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (isNameUnit(text.charCodeAt(at - 1))) continue
    const start = text.charAt(at + 1) === " " ? at + 2 : at + 1
    const end = endOfName(text, start)
    if (!isName(text, start, end)) continue
    // "тг: @ shop" is a typo, "по цене @ box" is not: with a blank, it depends on the words around it.
    if (start === at + 1) found.push({ kind: "handle", start: at, end })
    found.push({ kind: "account", start: at, end })
  }
  let done = 0
  for (let sign = nextSign(text, 0); sign >= 0; sign = nextSign(text, sign + 1)) {
    if (sign < done || !isNameUnit(text.charCodeAt(sign - 1)) || !isNameUnit(text.charCodeAt(sign + 1))) continue
    let start = sign
    while (start > done && sign - start < longestName && isNameUnit(text.charCodeAt(start - 1))) start -= 1
    if (text.charAt(start - 1) === ":" && text.endsWith("live", start - 1)) start -= 5
    const end = endOfName(text, start)
    done = Math.max(end, sign + 1)
    if (text.charAt(start - 1) === "@" || !isName(text, start, end) || isFile(text, end)) continue
    found.push({ kind: "account", start, end })
  }
  return found.sort((one, other) => one.start - other.start)
}

/** The next underscore or number sign. */
const nextSign = (text: string, from: number): number => {
  const underscore = text.indexOf("_", from)
  const number = text.indexOf("#", from)
  if (underscore < 0 || number < 0) return Math.max(underscore, number)
  return Math.min(underscore, number)
}

const endOfName = (text: string, start: number): number => {
  let end = start
  while (end - start < longestName && (isNameUnit(text.charCodeAt(end)) || "#.:".includes(text.charAt(end) || " "))) {
    end += 1
  }
  while (end > start && "#.:".includes(text.charAt(end - 1))) end -= 1
  return end
}

/** Whether a unit is a Latin letter, a digit, an underscore or a hyphen. */
const isNameUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f || unit === 0x2d

const isName = (text: string, start: number, end: number): boolean => {
  let letters = 0
  for (let position = start; position < end; position++) {
    const unit = text.charCodeAt(position)
    if (unit >= 0x61 && unit <= 0x7a) letters += 1
  }
  return letters >= fewestLetters
}

/** Whether the name before `end` has a file extension ("foto_2034.jpg"). */
const isFile = (text: string, end: number): boolean =>
  /\.(?:jpe?g|png|webp|heic|gif|pdf|docx?|xlsx?|zip|rar|exe|apk|bin|mp4|mov|avi|txt|md|sh|bat|hex|ipa|dxf|cdr|ai|stl)$/.test(
    text.slice(Math.max(0, end - 6), end)
  )
