/**
 * Characters that a terminal obeys or hides instead of showing: controls (C0, C1, DEL), format characters (bidi
 * controls, zero widths, the byte order mark, tag characters), line and paragraph separators, lone surrogates,
 * noncharacters (XML has no place for U+FFFE and U+FFFF), and the letters and fillers that Unicode declares invisible
 * without calling them format characters.
 *
 * Emoji variation selectors (U+FE00–F) stay: they only choose the look of the character before them.
 */
const invisible =
  /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\u{34f}|\u{115f}|\u{1160}|\u{17b4}|\u{17b5}|\u{3164}|\u{ffa0}|[\u{e0000}-\u{e0fff}]|\p{Noncharacter_Code_Point}/gu

/** U+2400 begins the Unicode pictures of the controls 0–31, in their order: ␀ … ␛ … ␟. */
const controlPictures = 0x2400
const pictureOfDelete = "␡"

const picture = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(controlPictures + code)
  return code === 0x7f ? pictureOfDelete : `\\u{${code.toString(16)}}`
}

/**
 * Text that came from outside (ids, names, excerpts, reasons), made fit for a terminal: it can neither move the cursor,
 * nor colour, nor turn the reading direction, nor begin a line of its own. Line ends become ␊ and ␍ for that reason.
 */
export const visibleText = (text: string): string => text.replace(invisible, picture)

/**
 * The same characters as \uXXXX escapes, for a text that is already JSON: it stays JSON of the same value, and can be
 * looked at in a terminal. (JSON.stringify itself escapes only the controls below U+0020 and lone surrogates.)
 */
export const visibleJson = (json: string): string =>
  json.replace(invisible, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join("")
  )
