import { ideographBit, kindOf } from "../../text/characterKinds.ts"

/** An address ends here: nobody reads on, and the URL parser has to end. In UTF-16 units. */
const longestPath = 2048

/** A name of a user, a host and a port are no longer. */
const longestAuthority = 320

/** Where the host ends that begins at `from`, with the user before it and the port after it. */
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

/** An address does not go over these. */
const stops = new Set([...' \n\r\t<>"«»“”„`，。；！？、）】》「」'])

/** Signs at its end belong to the sentence. */
const trailing = new Set([..."-.,;:!?…'*_"])

/** The end of the address whose path begins at `from`; a bracket that was not opened in it closes something else. */
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
