import { ideographBit, kindOf } from "../../text/characterKinds.ts"

/** Addresses are cut off at this length, in UTF-16 units, to bound the work of the URL parser. */
const longestPath = 2048

/** The maximum length of user, host and port together. */
const longestAuthority = 320

/** The end of the authority (user, host and port) at `from`. */
export const endOfAuthority = (text: string, from: number): number => {
  const limit = Math.min(text.length, from + longestAuthority)
  let end = from
  while (end < limit) {
    const character = text.charAt(end)
    if (stops.has(character) || character === "/" || character === "?" || character === "#" || character === "\\") break
    end += 1
  }
  while (end > from && trailing.has(text.charAt(end - 1))) end -= 1
  return end
}

/** Characters that end an address. */
const stops = new Set([...' \n\r\t<>"«»“”„`，。；！？、）】》「」'])

/** Punctuation that does not belong to an address if it is at the end. */
const trailing = new Set([..."-.,;:!?…'*_"])

/** The end of the address whose path starts at `from`. An unmatched closing bracket ends it. */
export const endOfPath = (text: string, from: number): number => {
  const limit = Math.min(text.length, from + longestPath)
  let round = 0
  let square = 0
  let end = from
  while (end < limit) {
    const character = text.charAt(end)
    if (stops.has(character) || (kindOf(text.charCodeAt(end)) & ideographBit) !== 0) break
    if (character === "(") round += 1
    else if (character === "[") square += 1
    else if (character === ")" && --round < 0) break
    else if (character === "]" && --square < 0) break
    end += 1
  }
  while (end > from && trailing.has(text.charAt(end - 1))) end -= 1
  return end
}
