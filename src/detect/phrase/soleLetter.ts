/** Latin letters that look like one-letter Russian words ("c вас", "y нас") or start "e-mail" in either script. */
const cyrillicForLatin: ReadonlyMap<string, string> = new Map(
  Object.entries({ a: "а", c: "с", e: "е", k: "к", o: "о", y: "у" })
)

/**
 * Replaces a one-letter word by the Cyrillic letter that it looks like, because no neighbouring letters show its
 * script.
 */
export const soleLetter = (word: string): string => (word.length === 1 ? (cyrillicForLatin.get(word) ?? word) : word)
