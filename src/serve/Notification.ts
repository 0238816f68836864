import { Either, Option, ParseResult, Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { ChatId } from "../domain/Chat.ts"
import { parseJson } from "../market/parseJson.ts"

/** An id as the marketplace writes it: a number, or the digits that parseJson leaves of a long one. */
const id = <A extends string>(schema: Schema.Schema<A, string>) =>
  Schema.compose(
    Schema.transform(Schema.Union(Schema.Int, Schema.String), Schema.String, {
      strict: true,
      decode: String,
      encode: (digits) => digits
    }),
    schema
  )

const Typed = Schema.Struct({ notificationType: Schema.NonEmptyString })

/** Of a chat's notifications only what names the chat is needed: its history is read anyhow. */
const OfChat = Schema.Struct({ businessId: id(BusinessId), chatId: id(ChatId) })

/** The kinds of which it is documented that they name a chat; one that this version does not know may name none. */
const ofChats = new Set(["CHAT_CREATED", "CHAT_MESSAGE_SENT", "CHAT_ARBITRAGE_STARTED", "CHAT_ARBITRAGE_FINISHED"])

/** What the marketplace tells. */
export type Notification =
  | { readonly kind: "chat"; readonly businessId: BusinessId; readonly chatId: ChatId }
  /** A ping, or a kind that has nothing to do with chats, or one that this version does not know. */
  | { readonly kind: "other" }

const keyOf = (issue: ParseResult.ParseIssue): Option.Option<string> =>
  Option.map(Option.fromNullable(ParseResult.ArrayFormatter.formatIssueSync(issue)[0]?.path[0]), String)

/**
 * Reads a notification.
 *
 * @returns what it tells, or the name of the value that is missing or wrong.
 */
export const readNotification = (text: string): Either.Either<Notification, string> =>
  Either.gen(function* () {
    const value = yield* Either.mapLeft(parseJson(text), () => "JSON")
    const { notificationType } = yield* Either.mapLeft(
      ParseResult.decodeUnknownEither(Typed)(value),
      () => "notificationType"
    )
    if (!notificationType.startsWith("CHAT_")) return { kind: "other" }
    const chat = ParseResult.decodeUnknownEither(OfChat)(value)
    if (Either.isLeft(chat) && !ofChats.has(notificationType)) return { kind: "other" }
    const { businessId, chatId } = yield* Either.mapLeft(chat, (issue) =>
      Option.getOrElse(keyOf(issue), () => "chatId")
    )
    return { kind: "chat", businessId, chatId }
  })
