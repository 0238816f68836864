import { Effect, Option, Stream } from "effect"
import type { BusinessChats } from "../market/MarketClient.ts"
import type { MarketError } from "../market/MarketError.ts"
import type { PendingChat } from "../store/ChatProgress.ts"
import type { ChatReading } from "./ChatReading.ts"

/** The result of reading a chat, complete or not. */
export interface HistoryRead {
  /** The chat as it was read: without a cursor if it was read from its beginning. */
  readonly chat: PendingChat
  readonly reading: ChatReading
  /** Why reading stopped early; none if the chat was read to its end. */
  readonly error: Option.Option<MarketError>
}

/**
 * Reads a chat from its cursor. If the marketplace does not find it, the message to start from may have been deleted,
 * so the chat is read from its beginning; only if that fails too is the chat missing.
 *
 * @param begin creates the reading of a chat.
 */
export const readHistory = (
  chats: BusinessChats,
  chat: PendingChat,
  begin: (chat: PendingChat) => ChatReading
): Effect.Effect<HistoryRead> =>
  Effect.gen(function* () {
    const reading = begin(chat)
    const from = Option.flatMap(chat.cursor, ({ contextMessageId }) => contextMessageId)
    const error = yield* chats.history(chat.chatId, from).pipe(
      Stream.runForEach((piece) => Effect.sync(() => reading.add(piece))),
      Effect.as(Option.none<MarketError>()),
      Effect.catchAll((failure) => Effect.succeedSome(failure))
    )
    return Option.isSome(from) && Option.exists(error, ({ _tag }) => _tag === "ChatNotFound")
      ? yield* readHistory(chats, { ...chat, cursor: Option.none() }, begin)
      : { chat, reading, error }
  })
