/**
 * The maximum length of a row, in UTF-16 units of all its messages. A row is judged without interruption, so the
 * longest one determines how long other requests may have to wait: a few hundredths of a second, or two tenths for a
 * text crafted to be slow. The marketplace's longest message has 4,096 characters.
 */
export const longestRowText = 40_000

/** The least length that a message counts as: it is judged together with its neighbours, which takes time too. */
export const leastOfMessage = 64
