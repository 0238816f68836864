import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import type { CompiledReplyGroup } from "../rule/RuleSet.ts"
import { isPostponement } from "./postponements.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** So many messages of the shop may stand before its answer: "Добрый день!", "секунду". */
const mostBefore = 2

/** So many words of the shop may stand between: "секунду", "ну смотрите". */
const longestBetween = 3

/** So many messages of the buyer before the answer may hold what it answers. */
const mostAsked = 4

/**
 * The indices of the buyer's messages that a message of the shop may answer, also past what the shop said shortly in between, unless that
 * declined them.
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
    // What was said in between must be short and ask nothing, else the yes is to that.
    if (before < position && !isPostponement(text.tokens) && (text.tokens.length > longestBetween || asksBack(text))) {
      if (asked.length === 0) asked = earlier.asked
      break
    }
    if (before < position && declining !== undefined && declining.match(text).length > 0) break
    asked = [...earlier.asked, ...asked]
  }
  return asked.slice(-mostAsked)
}

/** The indices of the buyer's messages whose proposals are open where the shop answers. */
export const proposedBefore = (talk: Talk, position: number, reply: CompiledReplyGroup): ReadonlyArray<number> => {
  const asked = askedBefore(talk.shop, position, reply.except)
  const open = reply.staysOpen ? openBefore(talk, position, reply, asked) : asked
  return [...declinedBefore(talk, position, reply), ...open]
}

/** What the shop declined right before, where the buyer insists on it: "напишу в ватсап?", "нет, только тут", "ну пожалуйста". */
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

/** A longer question of the shop speaks of something else. In words. */
const longestAskingBack = 14

/** So many questions the shop may ask back before it answers. */
const mostAskedBack = 2

/**
 * The same for an answer that may wait until the shop has asked back. A proposal is open no longer when the shop declines or speaks of
 * something else, or when the buyer asks anew.
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
