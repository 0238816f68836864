/** The HTML entity names of characters used in numbers, hosts and addresses. */
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

/** The length of "&#x0001F4DE;"; nobody writes longer ones. */
const longest = 12

/** An HTML character reference. */
export interface CharacterReference {
  readonly codePoint: number
  /** The offset after the semicolon. */
  readonly end: number
}

/** Parses the character reference that starts with the ampersand at `position`; undefined if there is none. */
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
  const value = numberAfterSign(name)
  return value >= 0x20 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff) ? value : undefined
}

/** The number in "#1234" or "#x4d2"; 0 for anything else. */
const numberAfterSign = (name: string): number => {
  if (/^#\d+$/.test(name)) return Number(name.slice(1))
  return /^#[xX][0-9a-fA-F]+$/.test(name) ? Number.parseInt(name.slice(2), 16) : 0
}
