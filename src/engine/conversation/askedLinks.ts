import { originalRange } from "../../text/FoldedText.ts"
import { leastConfidence } from "../message/Detection.ts"
import type { Violation } from "../Violation.ts"
import { violationOf } from "../violationOf.ts"
import { lastQuestion } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** The confidence, as for a name that the shop's own words ask the buyer to search for. */
const confidence = 0.8

/** The maximum number of words before the name in an answer. */
const mostBefore = 3

/** Names of hosts with a blank for the dot, in answer to the buyer's question for a place: "где?", "lekalo com". */
export const askedLinks = ({ ruleSet, shop, buyer }: Talk): ReadonlyArray<Violation> =>
  shop.flatMap((message) => {
    const { reading, phrases, detections } = message.judgement
    const question = lastQuestion(message)
    if (!message.isAsked || question === undefined) return []
    return ruleSet.rules.flatMap((rule, ruleIndex) => {
      const { link, allow } = rule
      if (link === undefined || !(detections[ruleIndex] ?? []).some((one) => one.confidence < leastConfidence))
        return []
      if (link.askedBy.match(buyer.read(question)).length === 0) return []
      return reading
        .addresses()
        .links.filter(({ dotless, host, path, start }) => {
          const before = phrases.text.tokens.findIndex((token) => token.end > start)
          return dotless && before <= mostBefore && !allow.hosts.allowsPage(host, path)
        })
        .map(({ start, end, host }) => {
          const span = { message: message.index, ...originalRange(reading.folded, { start, end }) }
          return violationOf(rule, { kind: "link", normalized: host, confidence }, [span])
        })
    })
  })
