/**
 * Characters that a terminal interprets or hides: control characters (C0, C1, DEL), format characters (bidi controls,
 * zero-width characters, the byte order mark, tags), line and paragraph separators, lone surrogates, noncharacters (XML
 * does not allow U+FFFE and U+FFFF), and letters and fillers that are invisible without being format characters.
 *
 * Emoji variation selectors (U+FE00–F) are kept: they only affect the look of the character before them.
 */
const invisible =
  /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\u{34f}|\u{115f}|\u{1160}|\u{17b4}|\u{17b5}|\u{3164}|\u{ffa0}|[\u{e0000}-\u{e0fff}]|\p{Noncharacter_Code_Point}/gu

/** The Unicode pictures of the controls 0–31 start at U+2400, in the same order: ␀ … ␛ … ␟. */
const controlPictures = 0x2400
const pictureOfDelete = "␡"

const picture = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(controlPictures + code)
  return code === 0x7f ? pictureOfDelete : `\\u{${code.toString(16)}}`
}

/**
 * Makes external text (ids, names, excerpts, reasons) safe for a terminal: it cannot move the cursor, set colours,
 * change the reading direction or start a new line. For that reason line ends become ␊ and ␍.
 */
export const visibleText = (text: string): string => text.replace(invisible, picture)

/**
 * Escapes the same characters as \uXXXX in a JSON text, which keeps its value and becomes safe for a terminal.
 * (JSON.stringify escapes only controls below U+0020 and lone surrogates.)
 */
export const visibleJson = (json: string): string =>
  json.replace(invisible, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join("")
  )
