import { Either } from "effect"
import { type Answer, jsonAnswer } from "./Answer.ts"
import { cutPage } from "./cutPage.ts"
import { encodePageToken } from "./pageToken.ts"
import { readLimit, readPlace } from "./parameters.ts"
import type { Question } from "./Question.ts"

/** getCampaigns: GET /v2/campaigns. Its answer is not wrapped in `status` and `result`. */
export const listCampaigns = ({ shop, query }: Question): Either.Either<Answer, Answer> =>
  Either.gen(function* () {
    const total = shop.campaigns.length
    const limit = yield* readLimit(query, 100, 100)
    const asked = `campaigns ${shop.businessId}`
    const place = yield* readPlace(query, asked)
    const page = cutPage({ total, limit, repeatedAtBorders: 0, emptyLastPage: false, token: undefined }, place)
    const business = { id: shop.businessId, name: shop.name }
    return jsonAnswer(200, {
      campaigns: shop.campaigns.slice(page.start, page.end).map(({ id, domain, placementType }) => ({
        domain,
        id,
        business,
        placementType,
        apiAvailability: "AVAILABLE"
      })),
      pager: {
        total,
        from: page.start + 1,
        to: page.end,
        currentPage: Math.floor(page.start / limit) + 1,
        pagesCount: Math.ceil(total / limit),
        pageSize: limit
      },
      paging: page.next === undefined ? {} : { nextPageToken: encodePageToken(asked, page.next) }
    })
  })
