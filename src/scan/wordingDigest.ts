import { shortKeyedDigest } from "../domain/keyedDigest.ts"

/**
 * A keyed digest of a wording, which recognises the same text in other chats without storing it. Uses the key of
 * finding ids; the prefix separates the kinds of digests.
 *
 * @param key in hexadecimal.
 */
export const wordingDigest = (key: string, wording: string): string =>
  shortKeyedDigest({ hexadecimal: key }, `wording\n${wording}`)
