import type { Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { ChatId } from "../domain/Chat.ts"
import {
  BadPageToken,
  BadRequest,
  ChatNotFound,
  Forbidden,
  HourlyLimit,
  type MarketError,
  type Operation,
  ParallelLimit,
  ServerFault,
  Unauthorized
} from "./MarketError.ts"

/**
 * Maps a refusal to an error. The status decides; where a status has several meanings, the wording of the message
 * does, because the error codes are not documented and the reason phrase of 420 varies.
 *
 * @param detail the marketplace's message without secrets; empty if the body was not JSON.
 * @param isHourLeft whether the headers report requests remaining in this hour.
 * @param hourlyLimitUntil when requests are allowed again, if the headers name a date.
 */
export const errorOfStatus = (options: {
  readonly operation: Operation
  readonly businessId: BusinessId | null
  readonly chatId: ChatId | null
  readonly status: number
  readonly detail: string
  readonly isHourLeft: boolean
  readonly hourlyLimitUntil: Option.Option<number>
}): MarketError => {
  const { operation, businessId, chatId, status, detail, isHourLeft, hourlyLimitUntil } = options
  if (status === 401) return new Unauthorized({ detail })
  if (status === 403) return new Forbidden({ businessId, detail })
  if (status === 404 && chatId !== null) return new ChatNotFound({ chatId })
  if (status === 400 && /^bad page token/i.test(detail)) return new BadPageToken({ operation })
  // No method of this API documents 429, but proxies in front of it use it with the same meaning.
  if (status === 420 || status === 429) {
    return isParallelLimit(detail, isHourLeft)
      ? new ParallelLimit({ operation })
      : new HourlyLimit({ operation, until: hourlyLimitUntil })
  }
  // 423: the cabinet is being migrated. 499: the marketplace took too long to answer. 408: we took too long to send.
  if (status >= 500 || status === 423 || status === 499 || status === 408) {
    return new ServerFault({ operation, status, detail })
  }
  return new BadRequest({ operation, status, detail })
}

/**
 * Whether a 420 refers to parallel requests ("Hit rate limit of 'N' parallel requests for ...") rather than to the hour
 * ("Hit rate limit of 'N' requests per 'period' ..."). With any other message, for example a proxy's, it does if the
 * hour has requests left.
 */
export const isParallelLimit = (detail: string, isHourLeft: boolean): boolean =>
  /parallel/i.test(detail) || (isHourLeft && !/requests per/i.test(detail))
