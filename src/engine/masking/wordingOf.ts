import { fold } from "../../text/fold.ts"
import { tokenize } from "../../text/tokenize.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { Violation } from "../Violation.ts"
import { contactRanges } from "./contactRanges.ts"

/** Texts whose beginnings of this length are equal count as equal. In UTF-16 units. */
const longestWording = 4_000

/** Stands for what differs between buyers: a contact, a number, the buyer's name. It is not a word in any language. */
const hole = "#"

/**
 * The words of the messages of a violation, without what differs between buyers (contacts, numbers, the buyer's name),
 * disguises, signs and case: equal for messages written from the same template. If no words remain, the contact itself,
 * so that a bare link is the same cause in all chats.
 */
export const wordingOf = (violation: Violation, conversation: Conversation): string => {
  const messages = [...new Set(violation.spans.map(({ message }) => message))]
  const words = messages.flatMap((index) => {
    const message = conversation.messages[index]
    const text = (violation.file === undefined ? message?.text : message?.files?.[violation.file]) ?? ""
    return wordsOf(text.slice(0, longestWording), conversation)
  })
  return words.some((word) => word !== hole) ? words.join(" ") : `${hole} ${violation.normalized}`
}

const wordsOf = (text: string, { region = defaultRegion, customerName }: Conversation): ReadonlyArray<string> => {
  let open = ""
  let position = 0
  for (const { start, end } of contactRanges(readMessage(text, region), customerName, 1)) {
    open += `${text.slice(position, start)} ${hole} `
    position = end
  }
  open += text.slice(position)
  const words: Array<string> = []
  const { text: folded } = fold(open)
  let end = 0
  for (const token of tokenize(folded)) {
    if (folded.slice(end, token.start).includes(hole) && words.at(-1) !== hole) words.push(hole)
    words.push(/^\d+$/.test(token.word) ? hole : token.word)
    end = token.end
  }
  if (folded.slice(end).includes(hole) && words.at(-1) !== hole) words.push(hole)
  return words
}
