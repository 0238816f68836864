const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" })

/** The longest prefix of whole graphemes with at most `most` UTF-16 units, but at least one grapheme. */
export const wholeGraphemes = (text: string, most: number): string => {
  let taken = ""
  // Graphemes may be long (a family of emoji), but not longer than this.
  for (const { segment } of segmenter.segment(text.slice(0, most + 64))) {
    if (taken !== "" && taken.length + segment.length > most) break
    taken += segment
  }
  return taken
}

/** The longest suffix of whole graphemes, with the same limits. */
export const wholeGraphemesFromEnd = (text: string, most: number): string => {
  const segments = [...segmenter.segment(text.slice(-(most + 64)))].map(({ segment }) => segment)
  let taken = ""
  for (const segment of segments.toReversed()) {
    if (taken !== "" && taken.length + segment.length > most) break
    taken = segment + taken
  }
  return taken
}
