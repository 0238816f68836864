import { Schema } from "effect"
import { shortKeyedDigest } from "../domain/keyedDigest.ts"
import { optionally } from "../yaml/optionally.ts"

/** The schema version of the file. */
export const baselineSchema = "chatlint/baseline@1"

/** The default name of the file. */
export const baselineName = "chatlint-baseline.json"

/** An accepted finding. Equal matches under one key have an entry each. No entry shows a contact. */
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

/** The content of `chatlint-baseline.json`. */
export const BaselineFile = Schema.Struct({
  schema: Schema.Literal(baselineSchema),
  /** Identifies the key of the ids without revealing it. */
  keyId: Schema.String,
  /**
   * The key itself, unless the configuration names one. Anyone who can read it can also read the messages, which are in
   * the same repository. It protects the ids in reports that leave the repository from being reversed by trying all
   * values.
   */
  key: optionally(Schema.String.pipe(Schema.pattern(/^[0-9a-f]{64}$/))),
  findings: Schema.Array(BaselineEntry)
})
export type BaselineFile = typeof BaselineFile.Type

/** The id of a key. */
export const keyIdOf = (key: string): string => shortKeyedDigest({ text: key }, baselineSchema)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const compareEntries = (one: BaselineEntry, other: BaselineEntry): number =>
  compare(one.path, other.path) ||
  compare(one.key, other.key) ||
  compare(one.rule, other.rule) ||
  compare(one.id, other.id)

/**
 * The text of the file: sorted, with one finding per line, so that branches that accept different findings can be
 * merged.
 */
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
