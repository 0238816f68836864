import { Schema } from "effect"
import { shortKeyedDigest } from "../domain/keyedDigest.ts"
import { optionally } from "../yaml/optionally.ts"

/** The name of the file's form. */
export const baselineSchema = "chatlint/baseline@1"

/** The name of the file, where none is given. */
export const baselineName = "chatlint-baseline.json"

/** A finding that was accepted. Equal matches under one key are one entry each. Nothing in it shows a contact. */
export const BaselineEntry = Schema.Struct({
  id: Schema.String.pipe(Schema.pattern(/^[0-9a-f]{16}$/)),
  rule: Schema.String,
  /** Relative to the folder of the baseline, with slashes. */
  path: Schema.String,
  key: Schema.String,
  /** Masked. */
  match: Schema.String
})
export type BaselineEntry = typeof BaselineEntry.Type

/** `chatlint-baseline.json`. */
export const BaselineFile = Schema.Struct({
  schema: Schema.Literal(baselineSchema),
  /** Tells which key the ids were made with, without telling the key. */
  keyId: Schema.String,
  /**
   * The key itself, where the configuration names none. Whoever reads it can read the messages too, which lie in the same
   * repository; it keeps the ids in reports that leave the repository from being found out by trying.
   */
  key: optionally(Schema.String.pipe(Schema.pattern(/^[0-9a-f]{64}$/))),
  findings: Schema.Array(BaselineEntry)
})
export type BaselineFile = typeof BaselineFile.Type

/** The name of a key. */
export const keyIdOf = (key: string): string => shortKeyedDigest({ text: key }, baselineSchema)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const compareEntries = (one: BaselineEntry, other: BaselineEntry): number =>
  compare(one.path, other.path) ||
  compare(one.key, other.key) ||
  compare(one.rule, other.rule) ||
  compare(one.id, other.id)

/** The file's text: sorted, one finding a line, so that two branches that accept different findings can be merged. */
export const baselineText = ({ schema, keyId, key, findings }: BaselineFile): string => {
  const entries = findings
    .toSorted(compareEntries)
    .map((entry) =>
      JSON.stringify({ id: entry.id, rule: entry.rule, path: entry.path, key: entry.key, match: entry.match })
    )
  const head = { schema, keyId, ...(key === undefined ? {} : { key }) }
  const body = entries.length === 0 ? "[]" : `[\n    ${entries.join(",\n    ")}\n  ]`
  return `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "findings": ${body}\n}\n`
}
