import { Either, ParseResult, Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { ChatId } from "../domain/Chat.ts"
import { int64InJson } from "../domain/Int64.ts"
import { parseJson } from "../market/parseJson.ts"
import { firstMistake } from "../schema/firstMistake.ts"

const Typed = Schema.Struct({ notificationType: Schema.NonEmptyString })

/** Only the ids of the chat are needed, because its history is read in any case. */
const OfChat = Schema.Struct({ businessId: int64InJson(BusinessId), chatId: int64InJson(ChatId) })

/** The types that are documented to name a chat; types unknown to this version may not. */
const ofChats = new Set(["CHAT_CREATED", "CHAT_MESSAGE_SENT", "CHAT_ARBITRAGE_STARTED", "CHAT_ARBITRAGE_FINISHED"])

/** A notification from the marketplace. */
export type Notification =
  | { readonly kind: "chat"; readonly businessId: BusinessId; readonly chatId: ChatId }
  /** A ping, or a type that does not concern chats or is unknown to this version. */
  | { readonly kind: "other" }

/**
 * Parses a notification.
 *
 * @returns the notification, or the name of the missing or invalid value.
 */
export const readNotification = (text: string): Either.Either<Notification, string> =>
  Either.gen(function* () {
    const value = yield* Either.mapLeft(parseJson(text.replace(/^\uFEFF/, "")), () => "JSON")
    const { notificationType } = yield* Either.mapLeft(
      ParseResult.decodeUnknownEither(Typed)(value),
      () => "notificationType"
    )
    if (!notificationType.startsWith("CHAT_")) return { kind: "other" }
    const chat = ParseResult.decodeUnknownEither(OfChat)(value)
    if (Either.isLeft(chat) && !ofChats.has(notificationType)) return { kind: "other" }
    const { businessId, chatId } = yield* Either.mapLeft(chat, (issue) =>
      String(firstMistake(issue).path[0] ?? "chatId")
    )
    return { kind: "chat", businessId, chatId }
  })
