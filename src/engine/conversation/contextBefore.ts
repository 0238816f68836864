import type { JoinedText } from "./JoinedText.ts"
import { isNear, lastQuestion } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** The maximum length of context within the reach of cues, in UTF-16 units. */
const longest = 200

/** A longer message of the buyer asks about several things. */
const longestQuestion = 60

/** Adds the context of a message of the shop to a joined text: the shop's previous message and the buyer's question. */
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
