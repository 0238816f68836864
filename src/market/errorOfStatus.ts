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
 * Which error an answer means. The status decides, and where one status has several meanings the beginning of the
 * marketplace's message does: its error codes are not enumerated anywhere, and the reason phrase of 420 varies.
 *
 * @param detail the marketplace's own message, with secrets taken out; empty where the body was not JSON.
 * @param isHourLeft whether the headers count requests that are left of the hour.
 * @param hourlyLimitUntil when requests are allowed again, if the headers say that the hour is spent.
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
  // 429 is documented for no method of this API; programs that stand in front of it answer so and mean the same.
  if (status === 420 || status === 429) {
    return isParallelLimit(detail, isHourLeft)
      ? new ParallelLimit({ operation })
      : new HourlyLimit({ operation, until: hourlyLimitUntil })
  }
  // 423 is a cabinet in migration, 499 a request that took the marketplace too long, 408 one that took us too long.
  if (status >= 500 || status === 423 || status === 499 || status === 408) {
    return new ServerFault({ operation, status, detail })
  }
  return new BadRequest({ operation, status, detail })
}

/**
 * "Hit rate limit of 'N' parallel requests for ..." against "Hit rate limit of 'N' requests per 'period' ...". Without
 * either, as when a program in front of the marketplace refuses, an hour that has requests left is not what was hit.
 */
export const isParallelLimit = (detail: string, isHourLeft: boolean): boolean =>
  /parallel/i.test(detail) || (isHourLeft && !/requests per/i.test(detail))
