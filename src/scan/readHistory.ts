import { Effect, Option, Stream } from "effect"
import type { BusinessChats } from "../market/MarketClient.ts"
import type { MarketError } from "../market/MarketError.ts"
import type { PendingChat } from "../store/ChatProgress.ts"
import type { ChatReading } from "./ChatReading.ts"

/** How far the reading of a chat came. */
export interface HistoryRead {
  /** As it was read: without a cursor where it was read from its beginning. */
  readonly chat: PendingChat
  readonly reading: ChatReading
  /** Why it did not come to its end, if it did not. */
  readonly error: Option.Option<MarketError>
}

/**
 * Reads a chat from its cursor on. The message that it is to be read from may have been deleted: where the marketplace does
 * not find it, the chat is read from its beginning, and only what is not found then is missing.
 *
 * @param begin makes the reading of a chat.
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
