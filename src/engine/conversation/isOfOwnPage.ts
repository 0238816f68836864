import { originalRange } from "../../text/FoldedText.ts"
import { overlap } from "../../text/overlap.ts"
import { defaultRegion } from "../Conversation.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { Violation } from "../Violation.ts"
import { JoinedText } from "./JoinedText.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** The maximum number of pieces of an address. */
const mostPieces = 3

/** The maximum length of a piece of a marketplace address, in UTF-16 units. */
const longestPiece = 200

/**
 * Whether a link in one message is a piece of an allowed page whose rest is in adjacent messages: "market.yandex",
 * ".ru/card/vaza/123".
 */
export const isOfOwnPage = (violation: Violation, talk: Talk): boolean => {
  const { kind, spans } = violation
  const position = talk.positions.get(spans[0].message)
  if (kind !== "link" || spans.length > 1 || position === undefined) return false
  for (let count = 2; count <= mostPieces; count++) {
    for (let first = Math.max(0, position - count + 1); first <= position; first++) {
      if (isPageOf(violation, talk.shop.slice(first, first + count), count, talk)) return true
    }
  }
  return false
}

const isPageOf = (
  { rule: id, spans: [span] }: Violation,
  messages: ReadonlyArray<ShopMessage>,
  count: number,
  { ruleSet, conversation }: Talk
): boolean => {
  const hosts = ruleSet.rules.find((rule) => rule.id === id)?.allow.hosts
  const [opening] = messages
  const closing = messages.at(-1)
  if (hosts === undefined || opening === undefined || closing === undefined || messages.length < count) return false
  if (!isNear(opening, closing)) return false
  const joined = new JoinedText()
  for (const message of messages) {
    const { index, text } = message
    const start = message === opening ? startOfLastWord(text) : text.length - text.trimStart().length
    const end = message === closing ? endOfFirstWord(text) : text.trimEnd().length
    if (end <= start || end - start > longestPiece || /\s/.test(text.slice(start, end))) return false
    joined.add(index, text, { start, end }, "")
  }
  const reading = readMessage(joined.text, conversation.region ?? defaultRegion)
  return reading.addresses().links.some((link) => {
    const pieces = joined.spansOf(originalRange(reading.folded, link))
    return (
      pieces.length === count &&
      !link.userinfo &&
      hosts.allowsPage(link.host, link.path) &&
      pieces.some((piece) => piece.message === span.message && overlap(piece, span))
    )
  })
}

const startOfLastWord = (text: string): number => {
  let start = text.trimEnd().length
  while (start > 0 && text.charAt(start - 1).trim() !== "") start -= 1
  return start
}

const endOfFirstWord = (text: string): number => {
  let end = text.length - text.trimStart().length
  while (end < text.length && text.charAt(end).trim() !== "") end += 1
  return end
}
