import { shortKeyedDigest } from "../../domain/keyedDigest.ts"
import type { RuleId } from "../../domain/Rule.ts"

/** The place of a finding in a file, independent of the file's name and layout. */
export interface DraftFindingPlace {
  readonly rule: RuleId
  /** The draft's unmasked key. */
  readonly key: string
  /** The normal form of the match. */
  readonly normalized: string
  /** The number of equal findings before it in the file. */
  readonly occurrence: number
}

/** Standalone numbers are positions of items or rows, and inserting others before them must not change the id. */
const positions = /(?<![\p{L}\p{N}])\d+(?![\p{L}\p{N}])/gu

/**
 * A finding's id: a keyed digest (HMAC-SHA-256) of rule, key path, normalized match and occurrence. It does not depend
 * on the file's name and format, the order of rows and items, or masking. Without the key, trying all phone numbers
 * does not reveal the match.
 */
export const draftFindingId = (identityKey: string, { rule, key, normalized, occurrence }: DraftFindingPlace): string =>
  shortKeyedDigest({ text: identityKey }, JSON.stringify([rule, stableKey(key), normalized, occurrence]))

/** A draft's key without positions; drafts with the same stable key are distinguished by their occurrence. */
export const stableKey = (key: string): string => key.replace(positions, "#")
