import type { LinkCandidate } from "../detect/address/LinkCandidate.ts"
import { originalRange } from "../text/FoldedText.ts"
import { defaultRegion } from "./Conversation.ts"
import { readMessage } from "./message/MessageReading.ts"

/** A link with what its path is told apart by. */
export interface LinkTo extends LinkCandidate {
  /** Its path in the letters in which it was written, since /A and /a may be two pages; "" for the bare host. */
  readonly page: string
}

/** The links to a host in a piece of text: a violation names the host alone, and the path stands in the text. */
export const linksTo = (host: string, written: string): ReadonlyArray<LinkTo> => {
  const reading = readMessage(written, defaultRegion)
  return reading
    .addresses()
    .links.filter((link) => link.host === host)
    .map((link) => ({ ...link, page: pageOf(link, written.slice(0, originalRange(reading.folded, link).end)) }))
}

/** @param upTo the text up to the link's end. */
const pageOf = ({ path }: LinkCandidate, upTo: string): string => {
  if (path.length <= 1) return ""
  const end = upTo.slice(-path.length)
  // Where it is disguised or spelled ("slash shop") there is but the path that was read.
  return end.toLowerCase() === path ? end : path
}
