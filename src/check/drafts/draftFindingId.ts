import { shortKeyedDigest } from "../../domain/keyedDigest.ts"
import type { RuleId } from "../../domain/Rule.ts"

/** Where a finding stands in a file, whatever the file is called and however it is laid out. */
export interface DraftFindingPlace {
  readonly rule: RuleId
  /** The draft's key as it is, not as it is shown. */
  readonly key: string
  /** What was found, however it was written. */
  readonly normalized: string
  /** How many equal ones stand before it in the file. */
  readonly occurrence: number
}

/** A number that stands by itself counts items or rows: what is put in before it must not change the id. */
const positions = /(?<![\p{L}\p{N}])\d+(?![\p{L}\p{N}])/gu

/**
 * A finding's id: a keyed digest (HMAC-SHA-256) of rule, key path, match in its normal form, and occurrence. The file's
 * name and form, the order of rows and items, and masking do not change it. Without the key nobody finds out what was
 * matched by trying all phone numbers.
 */
export const draftFindingId = (identityKey: string, { rule, key, normalized, occurrence }: DraftFindingPlace): string =>
  shortKeyedDigest({ text: identityKey }, JSON.stringify([rule, stableKey(key), normalized, occurrence]))

/** A draft's key without the positions in it: those of one stable key are told apart by their occurrence. */
export const stableKey = (key: string): string => key.replace(positions, "#")
