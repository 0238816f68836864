/** Latin letters that are Russian words of one letter when they are drawn alike ("c вас", "y нас") or begin "e-mail" in either script. */
const cyrillicForLatin: ReadonlyMap<string, string> = new Map(
  Object.entries({ a: "а", c: "с", e: "е", k: "к", o: "о", y: "у" })
)

/** A word of one letter as the Cyrillic one that it looks like: beside it there is no letter that tells its script. */
export const soleLetter = (word: string): string => (word.length === 1 ? (cyrillicForLatin.get(word) ?? word) : word)
