import { createHmac } from "node:crypto"
import { assert, describe, it } from "@effect/vitest"
import { BusinessId } from "../../src/domain/Business.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import { MessageId } from "../../src/domain/Message.ts"
import { RuleId } from "../../src/domain/Rule.ts"
import { findingId } from "../../src/scan/findingId.ts"

const key = "a1".repeat(32)

const place = {
  rule: RuleId.make("phone-number"),
  businessId: BusinessId.make("1001"),
  chatId: ChatId.make("7"),
  messageId: MessageId.make("9007199254740993"),
  normalized: "+79265550142"
}

describe("a finding's id", () => {
  it("is the keyed digest of rule, place and match, and is stable across versions", () => {
    const text = '["phone-number","1001","7","9007199254740993","+79265550142"]'
    const digest = createHmac("sha256", Buffer.alloc(32, 0xa1)).update(text).digest("hex")
    assert.strictEqual(findingId(key, place), digest.slice(0, 16))
  })

  it("differs for every other key, rule, place and match", () => {
    const ids = [
      findingId(key, place),
      findingId("a2".repeat(32), place),
      findingId(key, { ...place, rule: RuleId.make("outbound-link") }),
      findingId(key, { ...place, businessId: BusinessId.make("1002") }),
      findingId(key, { ...place, chatId: ChatId.make("8") }),
      findingId(key, { ...place, messageId: MessageId.make("9007199254740992") }),
      findingId(key, { ...place, normalized: "+79265550143" }),
      // Adjacent fields are not confused.
      findingId(key, { ...place, chatId: ChatId.make("79"), messageId: MessageId.make("7199254740993") })
    ]
    assert.strictEqual(new Set(ids).size, ids.length)
  })
})
