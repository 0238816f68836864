import { assert, describe, it } from "@effect/vitest"
import { Option } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import { errorOfStatus } from "../../src/market/errorOfStatus.ts"

const businessId = BusinessId.make("1001")
const chatId = ChatId.make("7")

const parallel = "Hit rate limit of 4 parallel requests for businessId 1001"
const hourly = "Hit rate limit of 10000 requests per 1 hour for resource chats for businessId 1001"

describe("errorOfStatus", () => {
  const cases: ReadonlyArray<readonly [number, string, string]> = [
    [301, "", "BadRequest"],
    [302, "", "BadRequest"],
    [307, "", "BadRequest"],
    [400, "Bad page token", "BadPageToken"],
    [400, "bad page token: expired", "BadPageToken"],
    [400, "Parameter limit must be less than or equal to 100 (rejected value: 200)", "BadRequest"],
    [400, "", "BadRequest"],
    [401, "Api-Key token is invalid", "Unauthorized"],
    [401, "", "Unauthorized"],
    [403, "Access denied", "Forbidden"],
    [403, "Token does not have any of the scopes to access the API method", "Forbidden"],
    [404, "Can't find chat by id: '7'", "ChatNotFound"],
    [405, "Request method 'GET' not supported", "BadRequest"],
    [408, "", "ServerFault"],
    [415, "Unknown content-type: text/plain", "BadRequest"],
    [420, parallel, "ParallelLimit"],
    [420, hourly, "HourlyLimit"],
    [420, "", "HourlyLimit"],
    [423, "Business is in migration", "ServerFault"],
    [429, parallel, "ParallelLimit"],
    [429, "Too Many Requests", "HourlyLimit"],
    [451, "", "BadRequest"],
    [499, "Client Closed Request", "ServerFault"],
    [500, "Internal server error", "ServerFault"],
    [502, "", "ServerFault"],
    [503, "Service temporarily unavailable. Please, try again later", "ServerFault"],
    [504, "", "ServerFault"]
  ]
  it.each(cases)("takes %i %j for %s", (status, detail, expected) => {
    const error = errorOfStatus({
      operation: "getChatHistory",
      businessId,
      chatId,
      status,
      detail,
      isHourLeft: false,
      hourlyLimitUntil: Option.some(5)
    })
    assert.strictEqual(error._tag, expected)
  })

  it("takes 404 outside a chat for a wrong address, not for a missing chat", () => {
    const error = errorOfStatus({
      operation: "getChats",
      businessId,
      chatId: null,
      status: 404,
      detail: "Resource not found",
      isHourLeft: false,
      hourlyLimitUntil: Option.none()
    })
    assert.strictEqual(error._tag, "BadRequest")
  })

  it("hands on when the hour turns", () => {
    const error = errorOfStatus({
      operation: "getChats",
      businessId,
      chatId: null,
      status: 420,
      detail: hourly,
      isHourLeft: false,
      hourlyLimitUntil: Option.some(1234)
    })
    assert.deepStrictEqual(error._tag === "HourlyLimit" ? error.until : undefined, Option.some(1234))
  })

  const whileRequestsAreLeft: ReadonlyArray<readonly [string, string]> = [
    ["", "ParallelLimit"],
    ["Too Many Requests", "ParallelLimit"],
    [parallel, "ParallelLimit"],
    [hourly, "HourlyLimit"]
  ]
  it.each(whileRequestsAreLeft)("takes 429 %j for %s while the headers count requests that are left", (detail, tag) => {
    const error = errorOfStatus({
      operation: "getChatHistory",
      businessId,
      chatId,
      status: 429,
      detail,
      isHourLeft: true,
      hourlyLimitUntil: Option.some(3_600_000)
    })
    assert.strictEqual(error._tag, tag)
  })
})
