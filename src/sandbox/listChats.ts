import { Either } from "effect"
import { type Answer, refusal, result } from "./Answer.ts"
import { cutPage } from "./cutPage.ts"
import { encodePageToken } from "./pageToken.ts"
import { readFields, readLimit, readPlace } from "./parameters.ts"
import type { Question } from "./Question.ts"
import type { ListHabits } from "./SandboxOptions.ts"
import { chatJson } from "./shopJson.ts"

const filters = ["orderIds", "contexts", "contextTypes", "types", "statuses"]

/** getChats: POST /v2/businesses/{businessId}/chats. */
export const listChats = (question: Question, habits: ListHabits): Either.Either<Answer, Answer> =>
  Either.gen(function* () {
    const { shop, query, contentType, body } = question
    const limit = yield* readLimit(query, 10, 20)
    const fields = yield* readFields(contentType, body)
    const filter = filters.find((name) => fields[name] !== undefined && fields[name] !== null)
    if (filter !== undefined) return yield* Either.left(refusal(400, `The sandbox cannot filter chats: ${filter}`))
    const asked = `list ${shop.businessId}`
    const place = yield* readPlace(query, asked)
    const page = cutPage(
      {
        total: shop.chatCount,
        limit,
        repeatedAtBorders: habits.repeatedAtBorders ?? 0,
        emptyLastPage: habits.emptyLastPage ?? false,
        token: habits.token
      },
      place
    )
    return result({
      chats: shop.chats(page.start, page.end - page.start).map(chatJson),
      paging: page.next === undefined ? {} : { nextPageToken: encodePageToken(asked, page.next) }
    })
  })
