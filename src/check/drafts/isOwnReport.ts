/** The beginning of a report is enough to recognise it. In bytes. */
const headLength = 1024

const openingBrace = 0x7b
const openingBracket = 0x5b

/** How the reports begin that a reader of drafts would take for drafts: `json`, `jsonl`, `sarif` and `gitlab`. */
const beginnings = [
  /^\{"schema":"chatlint\//,
  /^\{"type":"(?:finding|notChecked|suppressionNotice|summary)",/,
  /^\{"\$schema":"https:\/\/json\.schemastore\.org\/sarif-/,
  /^\[\s*(?:\]\s*$|\{"description":[^\n]*"check_name":)/
]

/**
 * Whether a file is a report that an earlier check wrote. It holds messages, but nobody sends them, and the next check
 * may write over it.
 */
export const isOwnReport = (bytes: Uint8Array): boolean => {
  if (bytes[0] !== openingBrace && bytes[0] !== openingBracket) return false
  const head = new TextDecoder().decode(bytes.subarray(0, headLength))
  return beginnings.some((beginning) => beginning.test(head))
}
