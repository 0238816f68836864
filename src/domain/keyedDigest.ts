import { createHmac } from "node:crypto"

/**
 * A key for digests. The key of a database is random and stored in hexadecimal, which is decoded to bytes. The key for
 * drafts may be any text set in the environment, so its characters are the key, even if they look like hexadecimal.
 * Both forms are needed to keep existing ids stable.
 */
export type DigestKey = { readonly hexadecimal: string } | { readonly text: string }

/** 64 bits: short enough to type, and among a million digests the probability of a collision is about 10^-8. */
const shortLength = 16

/** HMAC-SHA-256 of a text, in hexadecimal. Without the key the text cannot be found by guessing. */
export const keyedDigest = (key: DigestKey, text: string): string =>
  createHmac("sha256", "text" in key ? key.text : Buffer.from(key.hexadecimal, "hex"))
    .update(text, "utf8")
    .digest("hex")

/** The first 16 hexadecimal digits of the keyed digest, for an id. */
export const shortKeyedDigest = (key: DigestKey, text: string): string => keyedDigest(key, text).slice(0, shortLength)
