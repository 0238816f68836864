import { shortKeyedDigest } from "../domain/keyedDigest.ts"
import type { Message } from "../domain/Message.ts"

/**
 * A keyed digest of a message as it was judged: of its id, its sender and its words. By it a message that comes again is
 * known though its text is not kept, and one that has another text by now is not. The key is that of the findings' ids;
 * the prefix keeps the kinds of digests apart.
 *
 * @param key in hexadecimal.
 */
export const messageDigest = (key: string, { id, sender, text, files }: Message): string =>
  shortKeyedDigest({ hexadecimal: key }, `message\n${JSON.stringify([id, sender, text, files])}`)
