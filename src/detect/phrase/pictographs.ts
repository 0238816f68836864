import type { Token } from "../../text/Token.ts"

/** Signs that stand for words in messages ("можно ваш ☎?", "пишите в ✈", "➕V", "за 5 ⭐", "100 ₽"), in folded form. */
export const pictographs = "☎📞📱📲✆✈🛩🛫✉📧📨📩💬➕❤🟢💳💵💸💰⭐★🌟₽₸"

const sign = new RegExp(`[${pictographs}]`, "gu")

/** Inserts the signs of `text` among its words. Nearly all texts have none. */
export const withPictographs = (tokens: ReadonlyArray<Token>, text: string): ReadonlyArray<Token> => {
  if (text.search(sign) < 0) return tokens
  const found: Array<Token> = []
  let next = 0
  for (const match of text.matchAll(sign)) {
    for (let token = tokens[next]; token !== undefined && token.start < match.index; token = tokens[next]) {
      found.push(token)
      next += 1
    }
    const before = found.at(-1)
    const after = tokens[next]
    found.push({
      word: match[0],
      start: match.index,
      end: match.index + match[0].length,
      sentence: before?.sentence ?? after?.sentence ?? 0,
      question: false
    })
  }
  found.push(...tokens.slice(next))
  // The tokenizer assigned a question mark after the sign to the word before it.
  return found.map((token, index) => ({ ...token, question: tokenQuestion(found, index) }))
}

const tokenQuestion = (tokens: ReadonlyArray<Token>, index: number): boolean => {
  const token = tokens[index]
  if (token === undefined) return false
  return token.question || (pictographs.includes(token.word) && tokens[index - 1]?.question === true)
}
