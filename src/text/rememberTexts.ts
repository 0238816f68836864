/** What is remembered, in UTF-16 units. */
export interface RememberedLimits {
  /** Longer texts are not remembered: they are hardly ever equal. */
  readonly longest: number
  /** So much text is remembered; then all of it is forgotten. */
  readonly most: number
}

/** For words: texts hold the same ones again and again. */
export const wordLimits: RememberedLimits = { longest: 24, most: 200_000 }

/** For templates: shops keep one reply in many files and in many versions. */
export const templateLimits: RememberedLimits = { longest: 2_000, most: 8_000_000 }

/**
 * Works something out for each different text once. What is remembered is bounded.
 *
 * @param of is pure, and nobody changes what it gives.
 */
export const rememberTexts = <Value>(
  { longest, most }: RememberedLimits,
  of: (text: string) => Value
): ((text: string) => Value) => {
  const remembered = new Map<string, Value>()
  let length = 0
  return (text) => {
    if (text.length > longest) return of(text)
    const known = remembered.get(text)
    if (known !== undefined) return known
    const value = of(text)
    if (length + text.length > most) {
      remembered.clear()
      length = 0
    }
    remembered.set(copied(text), value)
    length += text.length
    return value
  }
}

/** A part of a string keeps the whole of it in memory, here that of a file or a message. JSON writes lone surrogates so that they stay. */
const copied = (text: string): string => String(JSON.parse(JSON.stringify(text)))
