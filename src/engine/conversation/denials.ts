import type { Token } from "../../text/Token.ts"

const denials = new Set("нет не нее неа неее нетт no nope nah yok hayır жоқ yo'q 不是 不".split(" "))

/** "нее, пятьсот": whether a word says that the buyer has guessed wrong what the figures of a number are. */
export const isDenial = (word: string): boolean => denials.has(word)

/** Whether an answer begins with such a word. */
export const opensWithDenial = ([first]: ReadonlyArray<Token>): boolean => first !== undefined && isDenial(first.word)
