import type { Token } from "../../text/Token.ts"

/** Words that may precede what a short answer names. */
const openings = new Set(
  (
    "не нет неа нее да ага угу а ну это там он она оно ящик почта на в у от no nope not yes yeah it's its the at on hayır evet yok yo'q ha жоқ иә " +
    "不是 是 在"
  ).split(" ")
)

/** The first word of an answer that confirms a guess. */
export const agreement: ReadonlySet<string> = new Set(
  "да ага угу верно точно именно конечно yes yeah yep right correct exactly evet doğru ha иә 是 对".split(" ")
)

/** Other words of such an answer. */
const agreeing = new Set("он она оно на нем ней там так самый самая самое и есть же it is that's one the".split(" "))

/** Two words that confirm a guess by themselves: "он самый". */
const identifying = /^(?:он|она|оно) (?:самый|самая|самое|и|же)$/

/** The index of the first word that names something in a short answer ("нет, на гмейле"), -1 if there is none. */
export const firstNaming = (tokens: ReadonlyArray<Token>): number => tokens.findIndex(({ word }) => !openings.has(word))

/** Whether an answer confirms a guess and says nothing else: "да", "угу, на нём". */
export const confirms = (tokens: ReadonlyArray<Token>): boolean =>
  (agreement.has(tokens[0]?.word ?? "") || identifying.test(`${tokens[0]?.word} ${tokens[1]?.word}`)) &&
  tokens.every(({ word }) => agreement.has(word) || agreeing.has(word))
