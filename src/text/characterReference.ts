/** The HTML names that stand for what a number, a host or an address is written with. */
const named = new Map<string, string>([
  ["nbsp", " "],
  ["ensp", " "],
  ["emsp", " "],
  ["thinsp", " "],
  ["amp", "&"],
  ["period", "."],
  ["comma", ","],
  ["colon", ":"],
  ["sol", "/"],
  ["commat", "@"],
  ["plus", "+"],
  ["lpar", "("],
  ["rpar", ")"],
  ["lowbar", "_"],
  ["hyphen", "-"],
  ["dash", "-"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["num", "#"],
  ["quot", '"'],
  ["lt", "<"],
  ["gt", ">"],
  ["shy", "\u00ad"],
  ["zwnj", "\u200c"],
  ["zwj", "\u200d"]
])

/** "&#x0001F4DE;" is as long as anybody writes one. */
const longest = 12

/** A character written by its HTML name or number. */
export interface CharacterReference {
  readonly codePoint: number
  /** The offset after its semicolon. */
  readonly end: number
}

/** Reads the character reference that begins with the ampersand at `position`; undefined when none does. */
export const characterReference = (text: string, position: number): CharacterReference | undefined => {
  const semicolon = text.slice(position, position + longest).indexOf(";")
  if (semicolon < 2) return undefined
  const name = text.slice(position + 1, position + semicolon)
  const end = position + semicolon + 1
  const codePoint = codePointOf(name)
  return codePoint === undefined ? undefined : { codePoint, end }
}

const codePointOf = (name: string): number | undefined => {
  if (!name.startsWith("#")) return named.get(name.toLowerCase())?.codePointAt(0)
  const value = /^#\d+$/.test(name)
    ? Number(name.slice(1))
    : /^#[xX][0-9a-fA-F]+$/.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : 0
  return value >= 0x20 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff) ? value : undefined
}
