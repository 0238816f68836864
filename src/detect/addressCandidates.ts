import { find } from "linkifyjs"
import { parse } from "tldts"
import { type FoldedText, originalRange } from "../text/FoldedText.ts"
import { hostForm } from "./hostForm.ts"
import type { EmailCandidate, LinkCandidate } from "./LinkCandidate.ts"

/** The sites and the e-mail addresses that a message names. */
export interface AddressCandidates {
  readonly links: ReadonlyArray<LinkCandidate>
  readonly emails: ReadonlyArray<EmailCandidate>
}

const none: AddressCandidates = { links: [], emails: [] }

/**
 * What linkifyjs finds, judged by the URL parser and the public suffix list. Only stretches between blanks that could
 * hold an address are looked at.
 */
export const addressCandidates = (folded: FoldedText): AddressCandidates => {
  const { text } = folded
  if (!mayHoldAddress(text)) return none
  const links: Array<LinkCandidate> = []
  const emails: Array<EmailCandidate> = []
  for (const chunk of text.matchAll(/\S+/g)) {
    if (!mayHoldAddress(chunk[0])) continue
    let covered = 0
    for (const found of find(chunk[0])) {
      const start = chunk.index + found.start
      const end = chunk.index + found.end
      if (found.type === "email" || found.href.startsWith("mailto:")) {
        emails.push({ start, end, address: found.href.replace(/^mailto:/, "").replace(/\?.*$/s, "") })
      } else {
        const link = judge(folded, start, end, found.href)
        if (link !== undefined) links.push(link)
      }
      covered = found.end
    }
    const coded = covered === 0 ? punycodeAddress(chunk[0]) : undefined
    if (coded !== undefined) {
      const link = judge(folded, chunk.index + coded.start, chunk.index + coded.end, `http://${coded.value}`)
      if (link !== undefined) links.push(link)
    }
  }
  return { links, emails }
}

/** Whether a full stop or a colon stands before something else than a blank, or an @ anywhere. */
const mayHoldAddress = (text: string): boolean => text.includes("@") || /[.:][^\s.]/.test(text)

const judge = (folded: FoldedText, start: number, end: number, href: string): LinkCandidate | undefined => {
  const written = folded.text.slice(start, end)
  const url = URL.canParse(href) ? new URL(href) : undefined
  const host = (url?.hostname ?? parse(href).hostname ?? "").replace(/\.$/, "")
  if (host === "" || isLocal(host)) return undefined
  const site = parse(host)
  if (!site.isIp && !site.isIcann) return undefined
  const scheme = written.includes("://")
  const userinfo = url === undefined ? written.includes("@") : url.username !== "" || url.password !== ""
  const path = url === undefined ? "" : url.pathname + url.search + url.hash
  const original = originalRange(folded, { start, end })
  const form =
    scheme || userinfo
      ? 0.98
      : host.startsWith("www.")
        ? 0.95
        : path.length > 1 || (url?.port ?? "") !== ""
          ? 0.9
          : hostForm(folded.original.slice(original.start, original.end), site)
  return { start, end, host, path, userinfo, form }
}

/** Loopback and the networks that RFC 1918 and RFC 3927 keep for a house: nobody outside it can be invited there. */
const isLocal = (host: string): boolean =>
  host === "localhost" ||
  /^(127|10)\.\d+\.\d+\.\d+$/.test(host) ||
  /^(192\.168|169\.254)\.\d+\.\d+$/.test(host) ||
  /^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(host)

/** An address in punycode, whose top level linkifyjs does not know ("xn--80aswg.xn--p1ai/catalog"). */
const punycodeAddress = (
  chunk: string
): { readonly start: number; readonly end: number; readonly value: string } | undefined => {
  const at = chunk.indexOf("xn--")
  if (at < 0) return undefined
  let start = at
  while (start > 0 && /[a-z0-9.-]/.test(chunk.charAt(start - 1))) start -= 1
  let end = chunk.length
  while (end > at && /[.,;:!?)\]}»"']/.test(chunk.charAt(end - 1))) end -= 1
  return { start, end, value: chunk.slice(start, end) }
}
