import { Either, ParseResult, Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { ChatId } from "../domain/Chat.ts"
import { int64InJson } from "../domain/Int64.ts"
import { parseJson } from "../market/parseJson.ts"
import { firstMistake } from "../schema/firstMistake.ts"

const Typed = Schema.Struct({ notificationType: Schema.NonEmptyString })

/** Of a chat's notifications only what names the chat is needed: its history is read anyhow. */
const OfChat = Schema.Struct({ businessId: int64InJson(BusinessId), chatId: int64InJson(ChatId) })

/** The kinds of which it is documented that they name a chat; one that this version does not know may name none. */
const ofChats = new Set(["CHAT_CREATED", "CHAT_MESSAGE_SENT", "CHAT_ARBITRAGE_STARTED", "CHAT_ARBITRAGE_FINISHED"])

/** What the marketplace tells. */
export type Notification =
  | { readonly kind: "chat"; readonly businessId: BusinessId; readonly chatId: ChatId }
  /** A ping, or a kind that has nothing to do with chats, or one that this version does not know. */
  | { readonly kind: "other" }

/**
 * Reads a notification.
 *
 * @returns what it tells, or the name of the value that is missing or wrong.
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
