import type { JoinedText } from "./JoinedText.ts"
import { isNear, lastQuestion } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** No cue reaches over more of what was written before, in UTF-16 units. */
const longest = 200

/** A longer message of the buyer asks for more than one thing. */
const longestQuestion = 60

/** Puts what was said last before a message of the shop into a joined text: the shop's own words, and the buyer's question. */
export const contextBefore = (
  joined: JoinedText,
  { conversation: { messages }, shop }: Talk,
  position: number
): void => {
  const message = shop[position]
  const previous = shop[position - 1]
  if (message === undefined) return
  if (previous !== undefined && isNear(previous, message)) {
    const { length } = previous.text
    joined.add(previous.index, previous.text, { start: Math.max(0, length - longest), end: length }, "")
  }
  const question = lastQuestion(message)
  const asked = question === undefined ? "" : (messages[question]?.text ?? "")
  if (question !== undefined && asked.length <= longestQuestion) {
    joined.add(question, asked, { start: 0, end: asked.length }, "\n")
  }
}
