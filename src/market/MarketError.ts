import { Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { ChatId } from "../domain/Chat.ts"
import type { Locale } from "../locale/Locale.ts"
import { marketTexts } from "./texts.ts"

/** The methods of the Market API that are used, by their names in its documentation. */
export const Operation = Schema.Literal("getChats", "getChatHistory", "getCampaigns", "getAuthTokenInfo")
export type Operation = typeof Operation.Type

/** More requests at once than the marketplace allows a cabinet (420, "... parallel requests ..."). */
export class ParallelLimit extends Schema.TaggedError<ParallelLimit>("chatlint/ParallelLimit")("ParallelLimit", {
  operation: Operation
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** The hour's requests are spent (420, "... requests per ..."). */
export class HourlyLimit extends Schema.TaggedError<HourlyLimit>("chatlint/HourlyLimit")("HourlyLimit", {
  operation: Operation,
  /** When requests are allowed again, in milliseconds of this machine's clock; none when the marketplace did not say. */
  until: Schema.OptionFromSelf(Schema.Number)
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** The marketplace could not answer now: 5xx, 499, 423. */
export class ServerFault extends Schema.TaggedError<ServerFault>("chatlint/ServerFault")("ServerFault", {
  operation: Operation,
  status: Schema.Int,
  detail: Schema.String
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** No answer, or half of one: refused, reset, cut off, timed out. */
export class Disconnected extends Schema.TaggedError<Disconnected>("chatlint/Disconnected")("Disconnected", {
  operation: Operation,
  detail: Schema.String
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** An answer that is not JSON, or lacks what would be needed to see every message. */
export class MalformedAnswer extends Schema.TaggedError<MalformedAnswer>("chatlint/MalformedAnswer")(
  "MalformedAnswer",
  {
    operation: Operation,
    /** What is wrong and where in the answer, without any of its values. */
    issue: Schema.String,
    /** Whether it is no JSON at all and comes from an address that somebody set: then that is most likely wrong. */
    isAddressDoubtful: Schema.optionalWith(Schema.Boolean, { default: () => false })
  }
) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** The key is not accepted (401). */
export class Unauthorized extends Schema.TaggedError<Unauthorized>("chatlint/Unauthorized")("Unauthorized", {
  detail: Schema.String
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** The key is accepted, but not for this business or not for this method (403). */
export class Forbidden extends Schema.TaggedError<Forbidden>("chatlint/Forbidden")("Forbidden", {
  businessId: Schema.NullOr(BusinessId),
  detail: Schema.String
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** The key has no scope that reads chats (403, and the key's own scopes say so). */
export class ScopeMissing extends Schema.TaggedError<ScopeMissing>("chatlint/ScopeMissing")("ScopeMissing", {
  scopes: Schema.Array(Schema.String)
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** A chat that the list names and the history does not find (404). */
export class ChatNotFound extends Schema.TaggedError<ChatNotFound>("chatlint/ChatNotFound")("ChatNotFound", {
  chatId: ChatId
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** A page token that the marketplace gave and then refused (400, "Bad page token"). */
export class BadPageToken extends Schema.TaggedError<BadPageToken>("chatlint/BadPageToken")("BadPageToken", {
  operation: Operation
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** Any other 4xx, and redirections. */
export class BadRequest extends Schema.TaggedError<BadRequest>("chatlint/BadRequest")("BadRequest", {
  operation: Operation,
  status: Schema.Int,
  detail: Schema.String
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** Pages that lead in a circle or never end. */
export class EndlessPaging extends Schema.TaggedError<EndlessPaging>("chatlint/EndlessPaging")("EndlessPaging", {
  operation: Operation,
  reason: Schema.Literal("token", "empty", "pages"),
  pages: Schema.Int
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** Everything that can go wrong between us and the marketplace. */
export type MarketError =
  | ParallelLimit
  | HourlyLimit
  | ServerFault
  | Disconnected
  | MalformedAnswer
  | Unauthorized
  | Forbidden
  | ScopeMissing
  | ChatNotFound
  | BadPageToken
  | BadRequest
  | EndlessPaging

const detailOf = (detail: string): string => (detail === "" ? "" : `: ${detail}`)

/** What happened and what to do, in the reader's language. Holds no key, no message text and no personal data. */
export const describeMarketError = (error: MarketError, locale: Locale): string => {
  switch (error._tag) {
    case "ServerFault":
    case "BadRequest":
      return marketTexts(locale, error._tag, {
        operation: error.operation,
        status: String(error.status),
        detail: detailOf(error.detail)
      })
    case "Unauthorized":
      return marketTexts(locale, error._tag, { detail: detailOf(error.detail) })
    case "Forbidden":
      return marketTexts(locale, error._tag, { businessId: error.businessId ?? "", detail: detailOf(error.detail) })
    case "ScopeMissing":
      return marketTexts(locale, error._tag, { scopes: error.scopes.join(", ") || "–" })
    case "ChatNotFound":
      return marketTexts(locale, error._tag, { chatId: error.chatId })
    case "Disconnected":
      return marketTexts(locale, error._tag, { operation: error.operation, detail: error.detail })
    case "MalformedAnswer":
      return marketTexts(locale, error._tag, { operation: error.operation, issue: error.issue })
    case "EndlessPaging":
      return marketTexts(locale, error._tag, {
        operation: error.operation,
        reason: error.reason,
        pages: String(error.pages)
      })
    case "ParallelLimit":
    case "HourlyLimit":
    case "BadPageToken":
      return marketTexts(locale, error._tag, { operation: error.operation })
  }
}
