/**
 * The longest row, in UTF-16 units of all its messages. A row is judged in one go, so the longest one decides how long
 * others may have to wait: a few hundredths of a second, and two tenths where a text is made to be slow. The
 * marketplace's longest message has 4,096 characters.
 */
export const longestRowText = 40_000

/** A message is judged together with its neighbours, so that even the shortest one takes as long as so many units. */
export const leastOfMessage = 64
