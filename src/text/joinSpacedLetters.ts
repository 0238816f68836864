import { digitBit, ideographBit, kindOf } from "./characterKinds.ts"
import type { Token } from "./Token.ts"
import { undisguise } from "./undisguise.ts"

/** Letters further apart than this ("т — е" has 3) are not parts of one word. */
const widestGap = 3

/**
 * Joins letters that are written apart into one token: "т е л е г р а м", "w-h-a-t-s-a-p-p",
 * "н.о.м.е.р т.е.л.е.ф.о.н.а". A run of at least `fewest` single letters is split wherever the gap differs from its
 * most frequent gap.
 */
export const joinSpacedLetters = (text: string, tokens: ReadonlyArray<Token>, fewest: number): ReadonlyArray<Token> => {
  const joined: Array<Token> = []
  let first = 0
  while (first < tokens.length) {
    const end = endOfRun(text, tokens, first)
    if (end - first < fewest) {
      const upTo = Math.max(end, first + 1)
      for (let index = first; index < upTo; index++) push(joined, tokens[index])
      first = upTo
    } else {
      joinRun(text, tokens, first, end, joined)
      first = end
    }
  }
  return joined
}

const push = (joined: Array<Token>, token: Token | undefined): void => {
  if (token !== undefined) joined.push(token)
}

/** The index after the run of single letters that starts at `first`; `first` if there is none. */
const endOfRun = (text: string, tokens: ReadonlyArray<Token>, first: number): number => {
  let index = first
  for (let token = tokens[index]; token !== undefined && isSingleLetter(text, token); token = tokens[index]) {
    const previous = tokens[index - 1]
    if (index > first && previous !== undefined && token.start - previous.end > widestGap) break
    index += 1
  }
  return index
}

const isSingleLetter = (text: string, token: Token): boolean =>
  token.end - token.start === 1 && (kindOf(text.charCodeAt(token.start)) & (digitBit | ideographBit)) === 0

const joinRun = (
  text: string,
  tokens: ReadonlyArray<Token>,
  first: number,
  end: number,
  joined: Array<Token>
): void => {
  const gapAfter = (index: number): string => {
    const token = tokens[index]
    const next = tokens[index + 1]
    return token === undefined || next === undefined ? "" : text.slice(token.end, next.start)
  }
  const counts = new Map<string, number>()
  for (let index = first; index + 1 < end; index++) {
    const gap = gapAfter(index)
    counts.set(gap, (counts.get(gap) ?? 0) + 1)
  }
  const [usual] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ["", 0])
  let from = first
  for (let index = first; index < end; index++) {
    if (index + 1 < end && gapAfter(index) === usual) continue
    const opening = tokens[from]
    const closing = tokens[index]
    if (opening !== undefined && closing !== undefined) {
      const letters = tokens
        .slice(from, index + 1)
        .map((token) => token.word)
        .join("")
      // Tokenizing could not undisguise single letters, as they have no neighbours that show the script:
      // "T E Л E Ф O Н" with four Latin letters.
      joined.push({ ...opening, word: undisguise(letters), end: closing.end, question: closing.question })
    }
    from = index + 1
  }
}
