import type { CompiledPieceCues } from "../rule/RuleSet.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"

/** So many messages of the shop after a number may say what it is. */
const mostAfter = 2

/**
 * Whether the shop says after the message at `position` that a number there, which was asked for or called as something else, is one to dial
 * or to pay to: "артикул 89601124738", "это не артикул".
 */
export const isExplained = (
  cues: CompiledPieceCues | undefined,
  shop: ReadonlyArray<ShopMessage>,
  position: number
): boolean => {
  const message = shop[position]
  if (cues === undefined || message === undefined) return false
  return shop
    .slice(position + 1, position + 1 + mostAfter)
    .some((later) => isNear(message, later) && cues.explainedBy.match(later.judgement.phrases.text).length > 0)
}
