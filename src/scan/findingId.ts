import type { BusinessId } from "../domain/Business.ts"
import type { ChatId } from "../domain/Chat.ts"
import { shortKeyedDigest } from "../domain/keyedDigest.ts"
import type { MessageId } from "../domain/Message.ts"
import type { RuleId } from "../domain/Rule.ts"

/**
 * A finding's id: a keyed digest (HMAC-SHA-256) of the rule, the place and the normalized match. It does not depend on
 * masking, on the exact start of the span, or on the run.
 *
 * @param key in hexadecimal.
 * @param place `messageId` is the message in which the finding starts. Repeated matches of one rule with the same
 *   normal form in a message are one finding.
 */
export const findingId = (
  key: string,
  place: {
    readonly rule: RuleId
    readonly businessId: BusinessId
    readonly chatId: ChatId
    readonly messageId: MessageId
    readonly normalized: string
  }
): string =>
  shortKeyedDigest(
    { hexadecimal: key },
    JSON.stringify([place.rule, place.businessId, place.chatId, place.messageId, place.normalized])
  )
