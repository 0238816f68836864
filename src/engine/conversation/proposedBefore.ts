import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import type { CompiledReplyGroup } from "../rule/RuleSet.ts"
import { isPostponement } from "./postponements.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** The maximum number of messages of the shop before its answer: "Добрый день!", "секунду". */
const mostBefore = 2

/** The maximum number of words in each of them: "секунду", "ну смотрите". */
const longestBetween = 3

/** The maximum number of the buyer's messages that an answer may refer to. */
const mostAsked = 4

/**
 * The indices of the buyer's messages that a message of the shop may answer, including those before short messages of
 * the shop in between, unless these declined them.
 */
export const askedBefore = (
  shop: ReadonlyArray<ShopMessage>,
  position: number,
  declining?: PhraseMatcher
): ReadonlyArray<number> => {
  const message = shop[position]
  let asked: ReadonlyArray<number> = []
  for (let before = position; before >= Math.max(0, position - mostBefore); before--) {
    const earlier = shop[before]
    if (earlier === undefined || message === undefined || !isNear(earlier, message)) break
    const { text } = earlier.judgement.phrases
    // A longer message or a question in between would be what the yes refers to.
    if (before < position && !isPostponement(text.tokens) && (text.tokens.length > longestBetween || asksBack(text))) {
      if (asked.length === 0) asked = earlier.asked
      break
    }
    if (before < position && declining !== undefined && declining.match(text).length > 0) break
    asked = [...earlier.asked, ...asked]
  }
  return asked.slice(-mostAsked)
}

/** The indices of the buyer's messages with proposals that are open when the shop answers. */
export const proposedBefore = (talk: Talk, position: number, reply: CompiledReplyGroup): ReadonlyArray<number> => {
  const asked = askedBefore(talk.shop, position, reply.except)
  const open = reply.staysOpen ? openBefore(talk, position, reply, asked) : asked
  return [...declinedBefore(talk, position, reply), ...open]
}

/**
 * Proposals that the shop has just declined and the buyer insists on: "напишу в ватсап?", "нет, только тут",
 * "ну пожалуйста".
 */
const declinedBefore = (
  { shop, buyer }: Talk,
  position: number,
  { reopenedBy, except }: CompiledReplyGroup
): ReadonlyArray<number> => {
  const message = shop[position]
  const refusal = shop[position - 1]
  if (message === undefined || refusal === undefined || !isNear(refusal, message)) return []
  const insists = message.asked.some((index) => reopenedBy.match(buyer.read(index)).length > 0)
  return insists && except.match(refusal.judgement.phrases.text).length > 0 ? askedBefore(shop, position - 1) : []
}

/** A longer question of the shop is about something else. In words. */
const longestAskingBack = 14

/** The maximum number of questions that the shop asks before it answers. */
const mostAskedBack = 2

/**
 * Open proposals for an answer that may come after the shop has asked back. A proposal is closed when the shop declines
 * or changes the topic, or when the buyer asks something new.
 */
const openBefore = (
  { shop, buyer }: Talk,
  position: number,
  { except }: CompiledReplyGroup,
  asked: ReadonlyArray<number>
): ReadonlyArray<number> => {
  let open = asked
  let latest = shop[position]?.asked ?? []
  for (let before = position - 1; before >= Math.max(0, position - mostAskedBack); before--) {
    const earlier = shop[before]
    const message = shop[position]
    if (earlier === undefined || message === undefined || !isNear(earlier, message)) break
    const { text } = earlier.judgement.phrases
    if (!asksBack(text) || except.match(text).length > 0) break
    if (latest.some((index) => buyer.read(index).tokens.some(({ question }) => question))) break
    latest = earlier.asked
    open = [...latest.slice(-mostAsked), ...open]
  }
  return open
}

const asksBack = ({ tokens }: ClassifiedTokens): boolean =>
  tokens.length <= longestAskingBack && tokens.some(({ question }) => question)
