/** What an answer may consist of. An `undefined` field is left out. */
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
 * Writes JSON in which a bigint is a bare integer. The API's ids are int64 and stand in its answers as numbers, which
 * JSON.stringify can write exactly only up to 2^53.
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
