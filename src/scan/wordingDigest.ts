import { createHmac } from "node:crypto"

/** As long as a finding's id. */
const digestLength = 16

/**
 * A keyed digest of a wording, by which the same words are known again in other chats though they are not kept. The
 * key is that of the findings' ids; the prefix keeps the two kinds of digests apart.
 *
 * @param key in hexadecimal.
 */
export const wordingDigest = (key: string, wording: string): string =>
  createHmac("sha256", Buffer.from(key, "hex"))
    .update(`wording\n${wording}`, "utf8")
    .digest("hex")
    .slice(0, digestLength)
