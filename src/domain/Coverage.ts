import { Schema } from "effect"
import { BusinessId } from "./Business.ts"
import { ChatId } from "./Chat.ts"

/** A chat that the run did not read completely. `reason` is the tag of the error that stopped it. */
export const NotScanned = Schema.Struct({ chatId: ChatId, reason: Schema.String, message: Schema.String })
export type NotScanned = typeof NotScanned.Type

/** What was read and what was not. Invariant: chatsScanned + chatsUnchanged + notScanned.length = chatsListed. */
export const Coverage = Schema.Struct({
  chatsListed: Schema.Int,
  chatsScanned: Schema.Int,
  /** Chats without new messages since they were last read completely. */
  chatsUnchanged: Schema.Int,
  messages: Schema.Int,
  partnerMessages: Schema.Int,
  /** Messages whose sender type this version does not know; they were not checked. */
  unknownSenders: Schema.Int,
  notScanned: Schema.Array(NotScanned)
})
export type Coverage = typeof Coverage.Type

/** How many requests were sent. `retries` counts the retries among both kinds. */
export const Requests = Schema.Struct({ list: Schema.Int, history: Schema.Int, retries: Schema.Int })
export type Requests = typeof Requests.Type

/** Why a whole business could not be read completely. */
export const BusinessFailure = Schema.Struct({ reason: Schema.String, message: Schema.String })
export type BusinessFailure = typeof BusinessFailure.Type

/** The coverage of one business in a run. */
export const BusinessCoverage = Schema.Struct({
  businessId: BusinessId,
  coverage: Coverage,
  requests: Requests,
  /** Present if the list of chats is incomplete or the marketplace refused the key. */
  failure: Schema.optional(BusinessFailure)
})
export type BusinessCoverage = typeof BusinessCoverage.Type

/** Whether every chat of a business was read completely. */
export const isSeen = ({ coverage, failure }: BusinessCoverage): boolean =>
  coverage.notScanned.length === 0 && failure === undefined
