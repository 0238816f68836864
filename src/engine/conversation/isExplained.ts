import type { CompiledPieceCues } from "../rule/RuleSet.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"

/** The maximum number of messages of the shop after a number that may explain it. */
const mostAfter = 2

/**
 * Whether the shop says after the message at `position` that a number in it, which was requested or described as
 * something else, is a phone or card number after all: "артикул 89601124738", "это не артикул".
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
