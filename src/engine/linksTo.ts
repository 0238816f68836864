import type { LinkCandidate } from "../detect/address/LinkCandidate.ts"
import { originalRange } from "../text/FoldedText.ts"
import { defaultRegion } from "./Conversation.ts"
import { readMessage } from "./message/MessageReading.ts"

/** A link with a key for its page. */
export interface LinkTo extends LinkCandidate {
  /** The path with its original case, since /A and /a may be two pages; "" for the bare host. */
  readonly page: string
}

/** The links to a host in a text. A violation contains only the host; the path is in the text. */
export const linksTo = (host: string, written: string): ReadonlyArray<LinkTo> => {
  const reading = readMessage(written, defaultRegion)
  return reading
    .addresses()
    .links.filter((link) => link.host === host)
    .map((link) => ({ ...link, page: pageOf(link, written.slice(0, originalRange(reading.folded, link).end)) }))
}

/** @param upTo the text up to the end of the link. */
const pageOf = ({ path }: LinkCandidate, upTo: string): string => {
  if (path.length <= 1) return ""
  const end = upTo.slice(-path.length)
  // If the path is disguised or spelled ("slash shop"), only its normalized form is available.
  return end.toLowerCase() === path ? end : path
}
