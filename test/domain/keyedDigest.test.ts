import { describe, expect, it } from "vitest"
import { keyedDigest, shortKeyedDigest } from "../../src/domain/keyedDigest.ts"

// The second test case of RFC 4231.
const key = { text: "Jefe" }
const text = "what do ya want for nothing?"
const digest = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"

describe("a keyed digest", () => {
  it("is HMAC-SHA-256 under a key that is a text", () => {
    expect(keyedDigest(key, text)).toBe(digest)
    expect(shortKeyedDigest(key, text)).toBe(digest.slice(0, 16))
  })

  it("is the same under the key's bytes, written in hexadecimal", () => {
    expect(keyedDigest({ hexadecimal: "4a656665" }, text)).toBe(digest)
  })

  it("uses the characters of a text key even if they look like hexadecimal", () => {
    expect(keyedDigest({ text: "4a656665" }, text)).not.toBe(digest)
  })
})
