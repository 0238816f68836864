import { Schema } from "effect"
import { BusinessId } from "./Business.ts"
import { ChatId } from "./Chat.ts"

/** A chat that the run did not see to its end. `reason` is the name of the error that stopped it. */
export const NotScanned = Schema.Struct({ chatId: ChatId, reason: Schema.String, message: Schema.String })
export type NotScanned = typeof NotScanned.Type

/** What was and what was not seen. chatsScanned + chatsUnchanged + notScanned.length = chatsListed, always. */
export const Coverage = Schema.Struct({
  chatsListed: Schema.Int,
  chatsScanned: Schema.Int,
  /** Chats without a new message since they were last read to their end. */
  chatsUnchanged: Schema.Int,
  messages: Schema.Int,
  partnerMessages: Schema.Int,
  /** Messages whose sender is a word this version does not know; they were not judged. */
  unknownSenders: Schema.Int,
  notScanned: Schema.Array(NotScanned)
})
export type Coverage = typeof Coverage.Type

/** How many requests went out. `retries` counts those of both kinds that repeated an earlier one. */
export const Requests = Schema.Struct({ list: Schema.Int, history: Schema.Int, retries: Schema.Int })
export type Requests = typeof Requests.Type

/** Why a whole business could not be seen to its end, where that is known. */
export const BusinessFailure = Schema.Struct({ reason: Schema.String, message: Schema.String })
export type BusinessFailure = typeof BusinessFailure.Type

/** One business of a run. */
export const BusinessCoverage = Schema.Struct({
  businessId: BusinessId,
  coverage: Coverage,
  requests: Requests,
  /** Present when the list of chats itself was cut short or the marketplace refused the key. */
  failure: Schema.optional(BusinessFailure)
})
export type BusinessCoverage = typeof BusinessCoverage.Type

/** Whether every chat of a business was seen to its end. */
export const isSeen = ({ coverage, failure }: BusinessCoverage): boolean =>
  coverage.notScanned.length === 0 && failure === undefined
