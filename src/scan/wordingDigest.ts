import { shortKeyedDigest } from "../domain/keyedDigest.ts"

/**
 * A keyed digest of a wording, by which the same words are known again in other chats though they are not kept. The
 * key is that of the findings' ids; the prefix keeps the two kinds of digests apart.
 *
 * @param key in hexadecimal.
 */
export const wordingDigest = (key: string, wording: string): string =>
  shortKeyedDigest({ hexadecimal: key }, `wording\n${wording}`)
