import { createHmac } from "node:crypto"

/**
 * A key of digests. One that was drawn at random for the data of a database is kept in hexadecimal and stands for its
 * bytes. One of drafts may have been chosen by people, who set any text in the environment; so the text itself is the
 * key, also where it was drawn and looks like hexadecimal. Ids that are kept somewhere were made either way: none may change.
 */
export type DigestKey = { readonly hexadecimal: string } | { readonly text: string }

/** As long as digests are that tell things apart: 64 bits. Among a million two meet with a probability of about 10^-8; and short enough to be typed. */
const shortLength = 16

/** HMAC-SHA-256 of a text, in hexadecimal. Without the key nobody finds the text out by trying all that it may be. */
export const keyedDigest = (key: DigestKey, text: string): string =>
  createHmac("sha256", "text" in key ? key.text : Buffer.from(key.hexadecimal, "hex"))
    .update(text, "utf8")
    .digest("hex")

/** Its beginning, for an id. */
export const shortKeyedDigest = (key: DigestKey, text: string): string => keyedDigest(key, text).slice(0, shortLength)
