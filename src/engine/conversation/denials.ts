import type { Token } from "../../text/Token.ts"

const denials = new Set("нет не нее неа неее нетт no not nope nah yok hayır жоқ yo'q 不是 不".split(" "))

/** "нее, пятьсот": whether a word says that the buyer has guessed wrong what the figures of a number are. */
export const isDenial = (word: string): boolean => denials.has(word)

/** Words that deny what stands behind them: "не код", and not "нет, код". */
const earlierDenials = new Set("не not 不".split(" "))

/** Words that deny what stands before them. */
const laterDenials = new Set("değil emas емес".split(" "))

/** So many words may stand between a denial and what it denies: "not an article". */
const mostBetween = 1

/** "не код", "not an article", "kod değil": whether the words from `first` to `last` are denied. */
export const isDenied = (tokens: ReadonlyArray<Token>, first: number, last: number): boolean =>
  tokens.slice(Math.max(0, first - mostBetween - 1), first).some(({ word }) => earlierDenials.has(word)) ||
  laterDenials.has(tokens[last + 1]?.word ?? "")

/** "да нет", "да какая цена": what says no behind a yes. */
const afterYes = new Set("какой какая какое какие какую".split(" "))

/** Whether an answer begins with such a word, or with a yes that says no. */
export const opensWithDenial = ([first, second]: ReadonlyArray<Token>): boolean =>
  first !== undefined &&
  (isDenial(first.word) ||
    (first.word === "да" && second !== undefined && (isDenial(second.word) || afterYes.has(second.word))))
