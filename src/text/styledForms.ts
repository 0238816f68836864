/**
 * Styled letters and digits without a Unicode compatibility form, which NFKC therefore leaves unchanged: negative
 * squared and circled letters, regional indicators, small capitals, dingbat digits.
 */
const forms = new Map<number, string>()

const alphabet = (first: number, letters: string): void => {
  for (let index = 0; index < letters.length; index++) forms.set(first + index, letters.charAt(index))
}

const latin = "abcdefghijklmnopqrstuvwxyz"

/** NEGATIVE CIRCLED, NEGATIVE SQUARED and REGIONAL INDICATOR SYMBOL letters A to Z. */
alphabet(0x1f150, latin)
alphabet(0x1f170, latin)
alphabet(0x1f1e6, latin)
/**
 * DINGBAT NEGATIVE CIRCLED, CIRCLED SANS-SERIF and NEGATIVE CIRCLED SANS-SERIF digits 1 to 9 (10 would be two digits).
 */
alphabet(0x2776, "123456789")
alphabet(0x2780, "123456789")
alphabet(0x278a, "123456789")
/**
 * DOUBLE CIRCLED DIGIT ONE to NINE; NEGATIVE CIRCLED DIGIT ZERO; DINGBAT CIRCLED SANS-SERIF DIGIT ZERO, plain and
 * negative.
 */
alphabet(0x24f5, "123456789")
alphabet(0x24ff, "0")
alphabet(0x1f10b, "00")

/** LATIN LETTER SMALL CAPITAL …; x has none. */
const smallCapitals = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ"
const smallCapitalLetters = "abcdefghijklmnoprstuvwyz"
for (let index = 0; index < smallCapitals.length; index++) {
  forms.set(smallCapitals.charCodeAt(index), smallCapitalLetters.charAt(index))
}

/** The plain form of a styled letter or digit; undefined for any other code point. */
export const styledForm = (codePoint: number): string | undefined => forms.get(codePoint)
