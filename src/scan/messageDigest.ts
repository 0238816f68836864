import { shortKeyedDigest } from "../domain/keyedDigest.ts"
import type { Message } from "../domain/Message.ts"

/**
 * A keyed digest of a message's id, sender and content, which recognises a judged message, and an edited one as
 * changed, without storing its text. Uses the key of finding ids; the prefix separates the kinds of digests.
 *
 * @param key in hexadecimal.
 */
export const messageDigest = (key: string, { id, sender, text, files }: Message): string =>
  shortKeyedDigest({ hexadecimal: key }, `message\n${JSON.stringify([id, sender, text, files])}`)
