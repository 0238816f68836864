/** Bit flags for the kind of a UTF-16 unit of a folded text. Blanks, punctuation and everything else have none. */
export const letterBit = 1
/** A Chinese character, which is a word by itself. */
export const ideographBit = 2
export const latinBit = 4
export const cyrillicBit = 8
export const greekBit = 16
/** 0 to 9. Folding turns the digits of all scripts into these. */
export const digitBit = 32
/** Half of a character outside the Basic Multilingual Plane. */
export const surrogateBit = 64

const pages: Array<Uint8Array | undefined> = new Array(256)

/** ASCII, Latin, Greek and Cyrillic, which make up nearly all texts, lie below this unit; lookup tables end here. */
export const commonUnits = 0x530

/** The flags of a unit. Those of rarer units are computed by page (256 units) on first use. */
export const kindOf = (unit: number): number => (unit < commonUnits ? (commonKinds[unit] ?? 0) : rareKindOf(unit))

/** NaN, which `charCodeAt` returns beyond the end, has no flags. */
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

/** The flags of the character at `position`, including characters of two units. */
export const kindAt = (text: string, position: number): number => {
  const kind = kindOf(text.charCodeAt(position))
  if (kind !== surrogateBit) return kind
  const codePoint = text.codePointAt(position) ?? 0
  return codePoint > 0xffff ? bitsOfCharacter(String.fromCodePoint(codePoint)) : 0
}

/** The number of units of the character at `position`. */
export const widthAt = (text: string, position: number): 1 | 2 => ((text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1)
