import { Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { ChatId } from "../domain/Chat.ts"
import type { Locale } from "../locale/Locale.ts"
import { marketTexts } from "./texts.ts"

/** The Market API methods in use, as its documentation names them. */
export const Operation = Schema.Literal("getChats", "getChatHistory", "getCampaigns", "getAuthTokenInfo")
export type Operation = typeof Operation.Type

/** More parallel requests than the marketplace allows per cabinet (420, "... parallel requests ..."). */
export class ParallelLimit extends Schema.TaggedError<ParallelLimit>("chatlint/ParallelLimit")("ParallelLimit", {
  operation: Operation
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** The hourly limit is used up (420, "... requests per ..."). */
export class HourlyLimit extends Schema.TaggedError<HourlyLimit>("chatlint/HourlyLimit")("HourlyLimit", {
  operation: Operation,
  /** When requests are allowed again, in milliseconds of the local clock; none if the answer has no date. */
  until: Schema.OptionFromSelf(Schema.Number)
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** The marketplace cannot answer at the moment: 5xx, 499, 423, 408. */
export class ServerFault extends Schema.TaggedError<ServerFault>("chatlint/ServerFault")("ServerFault", {
  operation: Operation,
  status: Schema.Int,
  detail: Schema.String
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** No answer, or an incomplete one: connection refused, reset, cut off or timed out. */
export class Disconnected extends Schema.TaggedError<Disconnected>("chatlint/Disconnected")("Disconnected", {
  operation: Operation,
  detail: Schema.String
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** An answer that is not JSON, or lacks a field without which messages could be missed. */
export class MalformedAnswer extends Schema.TaggedError<MalformedAnswer>("chatlint/MalformedAnswer")(
  "MalformedAnswer",
  {
    operation: Operation,
    /** What is wrong and where, without any value of the answer. */
    issue: Schema.String,
    /** Whether the answer is not JSON and comes from a configured address, which is then probably wrong. */
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

/** The key has no scope for reading chats (403, confirmed by the key's list of scopes). */
export class ScopeMissing extends Schema.TaggedError<ScopeMissing>("chatlint/ScopeMissing")("ScopeMissing", {
  scopes: Schema.Array(Schema.String)
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** A listed chat whose history answers 404. */
export class ChatNotFound extends Schema.TaggedError<ChatNotFound>("chatlint/ChatNotFound")("ChatNotFound", {
  chatId: ChatId
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** A page token that the marketplace issued and then refused (400, "Bad page token"). */
export class BadPageToken extends Schema.TaggedError<BadPageToken>("chatlint/BadPageToken")("BadPageToken", {
  operation: Operation
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** Any other 4xx, or a redirect. */
export class BadRequest extends Schema.TaggedError<BadRequest>("chatlint/BadRequest")("BadRequest", {
  operation: Operation,
  status: Schema.Int,
  detail: Schema.String
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** Paging that loops or never ends. */
export class EndlessPaging extends Schema.TaggedError<EndlessPaging>("chatlint/EndlessPaging")("EndlessPaging", {
  operation: Operation,
  reason: Schema.Literal("token", "empty", "pages"),
  pages: Schema.Int
}) {
  override get message(): string {
    return describeMarketError(this, "en")
  }
}

/** Every failure of a request to the marketplace. */
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

/** What happened and what to do, in the reader's language. Contains no key, message text or personal data. */
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
