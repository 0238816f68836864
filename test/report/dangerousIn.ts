/** Written independently of the code under test, by code point. */
const isDangerous = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  const between = (first: number, last: number) => code >= first && code <= last
  return (
    (code < 0x20 && character !== "\n") ||
    between(0x7f, 0x9f) ||
    code === 0x61c ||
    between(0x200b, 0x200f) ||
    between(0x2028, 0x202e) ||
    between(0x2060, 0x206f) ||
    code === 0xfeff ||
    between(0xd800, 0xdfff) ||
    between(0xe0000, 0xe0fff)
  )
}

/** The characters of a text that a terminal would execute or hide, except line feeds. */
export const dangerousIn = (text: string): ReadonlyArray<string> => Array.from(text).filter(isDangerous)
