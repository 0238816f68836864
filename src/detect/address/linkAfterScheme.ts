import type { FoldedText } from "../../text/FoldedText.ts"
import { chainFrom } from "./AddressChain.ts"
import type { AddressToken } from "./AddressToken.ts"
import { collectAddresses, type FoundAddresses } from "./collectAddresses.ts"
import { endOfAuthority, endOfPath } from "./endOfPath.ts"
import { siteOf } from "./siteOf.ts"

/** Collects a link with its scheme and returns its end; undefined if no site follows the scheme. */
export const linkAfterScheme = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  afterSlashes: number,
  start: number,
  found: FoundAddresses
): number | undefined => {
  const { text } = folded
  let index = afterSlashes
  if (tokens[index]?.kind === "blank") index += 1
  const first = tokens[index]
  if (first === undefined) return undefined
  // The path of an invalid host is not searched: "http://http://http://".
  const authority = endOfAuthority(text, first.start)
  if (siteOf(`http://${text.slice(first.start, authority)}`) === undefined)
    return spelledAfterScheme(folded, tokens, index, start, found)
  const end = endOfPath(text, first.start)
  const written = text.slice(first.start, end)
  const link = siteOf(`http://${written}`)
  if (link !== undefined) {
    if (link !== "local") found.links.push({ start, end, ...link, form: 0.98, dotless: false })
    return end
  }
  return spelledAfterScheme(folded, tokens, index, start, found)
}

/** A link whose host is spelled: "https :// shop точка ru". */
const spelledAfterScheme = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  index: number,
  start: number,
  found: FoundAddresses
): number | undefined => {
  if (tokens[index]?.kind !== "label") return undefined
  const before = found.links.length
  collectAddresses(folded, tokens, chainFrom(tokens, index, false), start, found)
  return found.links.length > before ? found.links.at(-1)?.end : undefined
}
