import { Either } from "effect"
import { type Answer, refusal } from "./Answer.ts"
import { cutPage } from "./cutPage.ts"
import { historyAnswer } from "./historyAnswer.ts"
import { encodePageToken } from "./pageToken.ts"
import { type Fields, readFields, readId, readLimit, readPlace } from "./parameters.ts"
import type { Question } from "./Question.ts"
import type { ChatHabit, HistoryHabits, TokenHabit } from "./SandboxOptions.ts"
import type { ShopHistory } from "./Shop.ts"

const tokenHabits: Readonly<Partial<Record<ChatHabit, TokenHabit>>> = {
  "repeating-token": "repeating",
  "cycling-token": "cycling",
  "endless-token": "endless"
}

const readMessageIdFrom = ({ messageIdFrom }: Fields): Either.Either<bigint | undefined, Answer> => {
  if (messageIdFrom === undefined || messageIdFrom === null) return Either.right(undefined)
  if (typeof messageIdFrom !== "bigint") return Either.left(refusal(400, `Type mismatch: ${String(messageIdFrom)}`))
  return readId("messageIdFrom", String(messageIdFrom))
}

/** The position of the first message with an id not below `id`. */
const positionOf = (history: ShopHistory, id: bigint): number => {
  let [low, high] = [0, history.messageCount]
  while (low < high) {
    const middle = (low + high) >> 1
    const [message] = history.messages(middle, 1)
    if (message !== undefined && message.messageId < id) low = middle + 1
    else high = middle
  }
  return low
}

/** getChatHistory: POST /v2/businesses/{businessId}/chats/history. */
export const chatHistory = (
  question: Question,
  habits: HistoryHabits,
  chats: Readonly<Record<string, ChatHabit>>
): Either.Either<Answer, Answer> =>
  Either.gen(function* () {
    const { shop, query, contentType, body } = question
    const chatId = yield* readId("chatId", query.get("chatId"))
    const limit = yield* readLimit(query, 50, 100)
    const from = yield* Either.flatMap(readFields(contentType, body), readMessageIdFrom)
    // The token is bound to the body too, so a token sent with another body is refused.
    const asked = `history ${shop.businessId} ${chatId} ${from ?? "-"}`
    const place = yield* readPlace(query, asked)
    const habit = chats[String(chatId)]
    const history = shop.history(chatId)
    if (history === undefined || habit === "not-found")
      return yield* Either.left(refusal(404, `Can't find chat by id: ${chatId}`))
    const first = from === undefined ? 0 : positionOf(history, habits.messageIdFrom === "exclusive" ? from + 1n : from)
    const { order = "newest-first", orderWithinPage = order } = habits
    const page = cutPage(
      {
        total: history.messageCount - first,
        limit,
        repeatedAtBorders: habits.repeatedAtBorders ?? 0,
        emptyLastPage: habits.emptyLastPage ?? false,
        token: habit && tokenHabits[habit]
      },
      place
    )
    const messages = history.messages(
      order === "oldest-first" ? first + page.start : history.messageCount - page.end,
      page.end - page.start
    )
    return historyAnswer(
      {
        context: history.chat.context,
        messages: orderWithinPage === "oldest-first" ? messages : [...messages].reverse(),
        nextPageToken: page.next && encodePageToken(asked, page.next)
      },
      habit
    )
  })
