const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" })

/** The characters that a reader sees, from the first on, in at most `most` UTF-16 units; the first one always. */
export const wholeGraphemes = (text: string, most: number): string => {
  let taken = ""
  // A reader's character may be long (a family of emoji), but not as long as this.
  for (const { segment } of segmenter.segment(text.slice(0, most + 64))) {
    if (taken !== "" && taken.length + segment.length > most) break
    taken += segment
  }
  return taken
}

/** The same from the last one back. */
export const wholeGraphemesFromEnd = (text: string, most: number): string => {
  const segments = [...segmenter.segment(text.slice(-(most + 64)))].map(({ segment }) => segment)
  let taken = ""
  for (const segment of segments.toReversed()) {
    if (taken !== "" && taken.length + segment.length > most) break
    taken = segment + taken
  }
  return taken
}
