/** A JSON value of an answer. Fields that are `undefined` are omitted. */
export type Json =
  | null
  | boolean
  | number
  | bigint
  | string
  | ReadonlyArray<Json>
  | { readonly [key: string]: Json | undefined }

const isList = (value: object): value is ReadonlyArray<Json> => Array.isArray(value)

/**
 * Serializes JSON with bigints as integers. The API's answers contain int64 ids as numbers, which JSON.stringify writes
 * exactly only up to 2^53.
 */
export const jsonText = (value: Json): string => {
  if (typeof value === "bigint") return value.toString()
  if (value === null || typeof value !== "object") return JSON.stringify(value)
  if (isList(value)) return `[${value.map(jsonText).join(",")}]`
  const fields: Array<string> = []
  for (const [key, field] of Object.entries(value)) {
    if (field !== undefined) fields.push(`${JSON.stringify(key)}:${jsonText(field)}`)
  }
  return `{${fields.join(",")}}`
}
