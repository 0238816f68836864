/** Longer words hardly come again. In UTF-16 units. */
const longest = 24

/** So many words are remembered; then all are forgotten and learnt again. */
const most = 20_000

/**
 * Works something out for each different word once: texts hold the same words again and again. What is remembered is bounded.
 *
 * @param of is pure, and nobody changes what it gives.
 */
export const rememberWords = <Value extends object>(of: (word: string) => Value): ((word: string) => Value) => {
  const remembered = new Map<string, Value>()
  return (word) => {
    if (word.length > longest) return of(word)
    const known = remembered.get(word)
    if (known !== undefined) return known
    if (remembered.size >= most) remembered.clear()
    const value = of(word)
    remembered.set(copied(word), value)
    return value
  }
}

/** A part of a string keeps the whole of it in memory. */
const copied = (word: string): string => Array.from({ length: word.length }, (_, at) => word.charAt(at)).join("")
