import type { Token } from "../../text/Token.ts"

const denials = new Set("нет не нее неа неее нетт no not nope nah yok hayır жоқ yo'q 不是 不".split(" "))

/** Whether a word rejects the buyer's guess about the figures of a number: "нее, пятьсот". */
export const isDenial = (word: string): boolean => denials.has(word)

/** Words that deny what follows: "не код", but not "нет, код". */
const earlierDenials = new Set("не not 不".split(" "))

/** Words that deny what precedes. */
const laterDenials = new Set("değil emas емес".split(" "))

/** The maximum number of words between a denial and what it denies: "not an article". */
const mostBetween = 1

/** Whether the words from `first` to `last` are denied: "не код", "not an article", "kod değil". */
export const isDenied = (tokens: ReadonlyArray<Token>, first: number, last: number): boolean =>
  tokens.slice(Math.max(0, first - mostBetween - 1), first).some(({ word }) => earlierDenials.has(word)) ||
  laterDenials.has(tokens[last + 1]?.word ?? "")

/** Words that turn a yes before them into a no: "да какая цена". */
const afterYes = new Set("какой какая какое какие какую".split(" "))

/** Whether an answer starts with a denial, or with a yes that means no ("да нет"). */
export const opensWithDenial = ([first, second]: ReadonlyArray<Token>): boolean =>
  first !== undefined &&
  (isDenial(first.word) ||
    (first.word === "да" && second !== undefined && (isDenial(second.word) || afterYes.has(second.word))))
