import type { FoldedText, TextRange } from "../../text/FoldedText.ts"
import { withoutOverlaps } from "../withoutOverlaps.ts"
import { chainFrom } from "./AddressChain.ts"
import type { AddressToken } from "./AddressToken.ts"
import { tokensOfAddresses } from "./addressTokens.ts"
import { collectAddresses, type FoundAddresses } from "./collectAddresses.ts"
import { detachedMailboxes } from "./detachedMailboxes.ts"
import { endOfPath } from "./endOfPath.ts"
import type { EmailCandidate, LinkCandidate } from "./LinkCandidate.ts"
import { leadingTops } from "./leadingTops.ts"
import { linkAfterScheme } from "./linkAfterScheme.ts"
import { reversedStretches } from "./reversedStretches.ts"
import { appSite, isDoubleSlash, schemeStart } from "./schemeStart.ts"
import { spacedStretches } from "./spacedStretches.ts"
import { speaksOfMail } from "./speaksOfMail.ts"

/** The possible sites and e-mail addresses in a message, in any notation. */
export interface AddressCandidates {
  readonly links: ReadonlyArray<LinkCandidate>
  readonly emails: ReadonlyArray<EmailCandidate>
}

export const noAddresses: AddressCandidates = { links: [], emails: [] }

/** Finds hosts and mailboxes with typed or spelled signs, validated by the URL parser and the public suffix list. */
export const addressCandidates = (folded: FoldedText): AddressCandidates => {
  const found: FoundAddresses = { links: [], emails: [] }
  for (const stretch of [...spacedStretches(folded), ...reversedStretches(folded)]) {
    const compact: FoundAddresses = { links: [], emails: [] }
    collect(stretch.compact, compact)
    for (const link of compact.links)
      found.links.push({ ...link, ...stretch.rangeOf(link), form: Math.max(link.form, 0.9) })
    for (const email of compact.emails) found.emails.push({ ...email, ...stretch.rangeOf(email) })
  }
  const usual: FoundAddresses = { links: [], emails: [] }
  collect(folded, usual)
  const spaced = [...found.links, ...found.emails]
  if (spaced.length === 0) return usual
  // Addresses read letter by letter take precedence over fragments of them.
  const byStart = (one: TextRange, other: TextRange) => one.start - other.start
  return {
    links: [...found.links, ...withoutOverlaps(usual.links, () => spaced)].sort(byStart),
    emails: [...found.emails, ...withoutOverlaps(usual.emails, () => spaced)].sort(byStart)
  }
}

const collect = (folded: FoldedText, found: FoundAddresses): void => {
  const { text } = folded
  const tokens = tokensOfAddresses(folded)
  const mail = speaksOfMail(tokens)
  let index = 0
  while (index < tokens.length) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.value === ":" && isDoubleSlash(tokens, index + 1)) {
      const app = appSite(tokens[index - 1], tokens[index + 3])
      if (app !== undefined) {
        const start = tokens[index - 1]?.start ?? token.start
        const end = endOfPath(text, tokens[index + 3]?.start ?? token.end)
        found.links.push({ start, end, host: app, path: "/", userinfo: false, form: 0.98, dotless: false })
        index = indexAfter(tokens, index, end)
        continue
      }
      const scheme = schemeStart(tokens, index)
      if (scheme !== undefined) {
        const end = linkAfterScheme(folded, tokens, index + 3, scheme, found)
        if (end !== undefined) {
          index = indexAfter(tokens, index, end)
          continue
        }
      }
    }
    if (token.kind !== "label" || token.role !== undefined) {
      index += 1
      continue
    }
    const chain = chainFrom(tokens, index, mail)
    if (chain.labels.length > 1) collectAddresses(folded, tokens, chain, undefined, found)
    const lastLabel = chain.labels.at(-1) ?? index
    const covered = Math.max(found.links.at(-1)?.end ?? 0, found.emails.at(-1)?.end ?? 0)
    // The last label of a chain that was cut off may start the next one.
    index = chain.cut && lastLabel > index ? lastLabel : lastLabel + 1
    if (covered > (tokens[index]?.start ?? 0)) index = indexAfter(tokens, index, covered)
  }
  const detached = detachedMailboxes(tokens, mail, found.emails)
  const byStart = (one: TextRange, other: TextRange) => one.start - other.start
  if (detached.length > 0) {
    found.emails.push(...detached)
    found.emails.sort(byStart)
    // Drops links to the site of the mail provider, which is part of the mailbox.
    const links = withoutOverlaps(found.links, () => detached)
    found.links.splice(0, found.links.length, ...links)
  }
  const suffixed = leadingTops(tokens, [...found.links, ...found.emails].sort(byStart))
  if (suffixed.length === 0) return
  found.links.push(...suffixed)
  found.links.sort(byStart)
}

const indexAfter = (tokens: ReadonlyArray<AddressToken>, from: number, end: number): number => {
  let index = from
  while (index < tokens.length && (tokens[index]?.start ?? end) < end) index += 1
  return index
}
