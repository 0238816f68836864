/** The known word that a person most likely meant; undefined when none is near. */
export const nearestWord = (word: string, known: ReadonlyArray<string>): string | undefined => {
  let nearest: string | undefined
  const written = beginningOf(word)
  // A third of the letters may differ, as in "sevrity"; more is another word.
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

/** No key is longer than this, and what somebody wrote in its place may be as long as a file. */
const beginningOf = (word: string): string => word.slice(0, 64).toLowerCase()

/** Levenshtein's distance: letters added, removed or replaced. */
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
