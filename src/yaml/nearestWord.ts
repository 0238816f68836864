/** The known word that was most likely meant; undefined if none is similar. */
export const nearestWord = (word: string, known: ReadonlyArray<string>): string | undefined => {
  let nearest: string | undefined
  const written = beginningOf(word)
  // Up to a third of the letters may differ, as in "sevrity".
  let least = Math.max(1, Math.floor(written.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(written, beginningOf(candidate))
    if (distance < least) {
      least = distance
      nearest = candidate
    }
  }
  return nearest
}

/** No key is longer, while the given word may be as long as a file. */
const beginningOf = (word: string): string => word.slice(0, 64).toLowerCase()

/** Levenshtein distance: letters added, removed or replaced. */
const editDistance = (left: string, right: string): number => {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[right.length] ?? 0
}
