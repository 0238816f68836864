/** The limits of a cache, in UTF-16 units. */
export interface RememberedLimits {
  /** The maximum length of a cached text; longer ones hardly ever repeat. */
  readonly longest: number
  /** The maximum total length of the cached texts; beyond it the cache is cleared. */
  readonly most: number
}

/** For words, which repeat across texts. */
export const wordLimits: RememberedLimits = { longest: 24, most: 200_000 }

/** For templates: shops keep one reply in many files and versions. */
export const templateLimits: RememberedLimits = { longest: 2_000, most: 8_000_000 }

/**
 * Caches a function of a text, in bounded memory.
 *
 * @param of must be pure, and its results must not be modified.
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

/**
 * A substring keeps its whole source, here a file or a message, in memory. A round trip through JSON copies it and
 * preserves lone surrogates.
 */
const copied = (text: string): string => String(JSON.parse(JSON.stringify(text)))
