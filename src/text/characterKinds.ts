/** Bits of what a UTF-16 unit of a folded text is; none for blanks, signs and anything else. */
export const letterBit = 1
/** A Chinese character: a word of its own. */
export const ideographBit = 2
export const latinBit = 4
export const cyrillicBit = 8
export const greekBit = 16
/** 0 to 9; folding has made these of the digits of all scripts. */
export const digitBit = 32
/** Half of a character of the supplementary planes. */
export const surrogateBit = 64

const pages: Array<Uint8Array | undefined> = new Array(256)

/** ASCII, Latin, Greek and Cyrillic: nearly all that is ever written here. Tables of units end before this one. */
export const commonUnits = 0x530

/** The bits of a unit; of the rarer ones worked out page by page (256 units) when a page is first met. */
export const kindOf = (unit: number): number => (unit < commonUnits ? (commonKinds[unit] ?? 0) : rareKindOf(unit))

/** No unit at all, as `charCodeAt` gives it beyond the end, is of no kind. */
const rareKindOf = (unit: number): number =>
  Number.isNaN(unit) ? 0 : ((pages[unit >> 8] ?? makePage(unit >> 8))[unit & 0xff] ?? 0)

const makePage = (page: number): Uint8Array =>
  (pages[page] ??= Uint8Array.from({ length: 256 }, (_, low) => bitsOf(page * 256 + low)))

const bitsOf = (unit: number): number =>
  unit >= 0xd800 && unit <= 0xdfff ? surrogateBit : bitsOfCharacter(String.fromCharCode(unit))

const bitsOfCharacter = (character: string): number => {
  if (/^[0-9]$/.test(character)) return letterBit | digitBit
  if (/^\p{Script=Han}$/u.test(character)) return /^[\p{L}\p{Nl}]$/u.test(character) ? ideographBit : 0
  if (!/^[\p{L}\p{M}\p{Nd}]$/u.test(character)) return 0
  if (/^\p{Script=Cyrillic}$/u.test(character)) return letterBit | cyrillicBit
  if (/^\p{Script=Latin}$/u.test(character)) return letterBit | latinBit
  if (/^\p{Script=Greek}$/u.test(character)) return letterBit | greekBit
  return letterBit
}

const commonKinds = Uint8Array.from({ length: commonUnits }, (_, unit) => bitsOf(unit))

/** The bits of the character at `position`, also of one that takes two units. */
export const kindAt = (text: string, position: number): number => {
  const kind = kindOf(text.charCodeAt(position))
  if (kind !== surrogateBit) return kind
  const codePoint = text.codePointAt(position) ?? 0
  return codePoint > 0xffff ? bitsOfCharacter(String.fromCodePoint(codePoint)) : 0
}

/** How many units the character at `position` takes. */
export const widthAt = (text: string, position: number): 1 | 2 => ((text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1)
