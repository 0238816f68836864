/** Longer texts are hardly ever equal. In UTF-16 units. */
const longest = 2_000

/** So much text is remembered; then all of it is forgotten. In UTF-16 units. */
const mostText = 8_000_000

/**
 * Works something out for each different text once: shops keep one reply in many files and in many versions. What is remembered is bounded.
 *
 * @param of is pure.
 */
export const rememberTexts = <Value>(of: (text: string) => Value): ((text: string) => Value) => {
  const remembered = new Map<string, Value>()
  let length = 0
  return (text) => {
    if (text.length > longest) return of(text)
    const known = remembered.get(text)
    if (known !== undefined) return known
    const value = of(text)
    if (length + text.length > mostText) {
      remembered.clear()
      length = 0
    }
    remembered.set(copied(text), value)
    length += text.length
    return value
  }
}

/** A part of a string keeps the whole of it in memory, here a file's text. Lone surrogates stay what they are. */
const copied = (text: string): string => Buffer.from(text, "utf16le").toString("utf16le")
