import { createHmac } from "node:crypto"
import type { BusinessId } from "../domain/Business.ts"
import type { ChatId } from "../domain/Chat.ts"
import type { MessageId } from "../domain/Message.ts"
import type { RuleId } from "../domain/Rule.ts"

/** 64 bits: among a million findings two meet with a probability of about 10^-8; and short enough to be typed. */
const idLength = 16

/**
 * A finding's id: a keyed digest (HMAC-SHA-256) of the rule, the place and what was matched in its normal form. It does
 * not depend on masking, on where exactly the span begins, or on the run.
 *
 * @param key in hexadecimal.
 * @param place `messageId` is the message in which the finding begins; one rule and one normal form make one finding
 *   in a message, however often they stand there.
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
  createHmac("sha256", Buffer.from(key, "hex"))
    .update(JSON.stringify([place.rule, place.businessId, place.chatId, place.messageId, place.normalized]), "utf8")
    .digest("hex")
    .slice(0, idLength)
