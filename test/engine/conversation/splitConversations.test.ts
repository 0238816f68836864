import { describe, expect, it } from "vitest"
import type { Sender } from "../../../src/domain/Message.ts"
import type { Conversation } from "../../../src/engine/Conversation.ts"
import { checkConversation } from "../../../src/engine/checkConversation.ts"
import { shippedRules } from "../shippedRules.ts"
import { brokenAnnounced, cleanAnnounced } from "./announcedConversations.ts"
import { brokenAnswers, cleanAnswers } from "./answerConversations.ts"
import { brokenClarified, cleanClarified } from "./clarifiedConversations.ts"
import { cleanConfirmed } from "./confirmedConversations.ts"
import { brokenConsents, cleanConsents } from "./consentConversations.ts"
import { brokenContinued, cleanContinued } from "./continuedConversations.ts"
import { brokenDispelled, cleanDispelled } from "./dispelledConversations.ts"
import { brokenElsewhere, cleanElsewhere } from "./elsewhereConversations.ts"
import { brokenEveryday, cleanEveryday } from "./everydayConversations.ts"
import { brokenExplained, cleanExplained } from "./explainedConversations.ts"
import { brokenGuessed, cleanGuessed } from "./guessedConversations.ts"
import { brokenHints, cleanHints } from "./hintConversations.ts"
import { brokenInterrupted } from "./interruptedConversations.ts"
import { brokenOrdered, cleanOrdered } from "./orderedConversations.ts"
import { brokenPieces, cleanPieces } from "./pieceConversations.ts"
import { brokenPointings, cleanPointings } from "./pointingConversations.ts"
import { brokenPriced } from "./pricedConversations.ts"
import { brokenSettled, cleanSettled } from "./settledConversations.ts"
import { brokenTalks, cleanTalks, type Line, type Talk } from "./splitConversations.ts"
import { brokenWeighed, cleanWeighed } from "./weighedConversations.ts"
import { brokenWhere, cleanWhere } from "./whereConversations.ts"

const senders: Record<string, Sender> = { P: "PARTNER", C: "CUSTOMER", M: "MARKET" }

const conversationOf = ({ lines, region }: Omit<Talk, "broken">): Conversation => ({
  messages: lines.map((line: Line, index) => ({
    sender: senders[line.charAt(0)] ?? "UNKNOWN",
    text: line.slice(3),
    at: Date.UTC(2026, 10, 2, 10, index)
  })),
  region
})

const judged = (talk: Omit<Talk, "broken">): ReadonlyArray<ReadonlyArray<string>> => {
  const conversation = conversationOf(talk)
  return checkConversation(shippedRules, conversation).map(({ rule, spans }) => [
    rule,
    ...spans.map(({ message, start, end }) => (conversation.messages[message]?.text ?? "").slice(start, end))
  ])
}

describe("several messages together", () => {
  it.each(
    [
      ...brokenTalks,
      ...brokenAnnounced,
      ...brokenAnswers,
      ...brokenConsents,
      ...brokenPointings,
      ...brokenPieces,
      ...brokenHints,
      ...brokenEveryday,
      ...brokenDispelled,
      ...brokenGuessed,
      ...brokenExplained,
      ...brokenContinued,
      ...brokenWeighed,
      ...brokenOrdered,
      ...brokenSettled,
      ...brokenWhere,
      ...brokenClarified,
      ...brokenInterrupted,
      ...brokenElsewhere,
      ...brokenPriced
    ].map((talk) => ({
      ...talk,
      said: talk.lines.join(" / ")
    }))
  )("violate a rule: $said", (talk) => {
    expect(judged(talk)).toEqual(talk.broken)
  })

  it.each(
    [
      ...cleanTalks,
      ...cleanAnnounced,
      ...cleanAnswers,
      ...cleanConsents,
      ...cleanPointings,
      ...cleanPieces,
      ...cleanHints,
      ...cleanEveryday,
      ...cleanDispelled,
      ...cleanGuessed,
      ...cleanExplained,
      ...cleanContinued,
      ...cleanWeighed,
      ...cleanOrdered,
      ...cleanSettled,
      ...cleanWhere,
      ...cleanClarified,
      ...cleanConfirmed,
      ...cleanElsewhere
    ].map((talk) => ({
      ...talk,
      said: talk.lines.join(" / ")
    }))
  )("violate no rule: $said", (talk) => {
    expect(judged(talk)).toEqual([])
  })
})
