import { parse } from "tldts"
import { isLocalHost } from "./isLocalHost.ts"
import type { LinkCandidate } from "./LinkCandidate.ts"

export type Site = Pick<LinkCandidate, "host" | "path" | "userinfo">

/** What a browser would open; "local" for a host in a private network, undefined if it is no site. */
export const siteOf = (href: string): Site | "local" | undefined => {
  if (!URL.canParse(href)) return undefined
  const url = new URL(href)
  const host = url.hostname.replace(/\.$/, "")
  if (host === "") return undefined
  if (isLocalHost(host)) return "local"
  const site = parse(host)
  if (!site.isIp && !site.isIcann) return undefined
  if (!site.isIp && site.domain === null) return undefined
  const path = url.pathname + url.search + url.hash
  return { host, path, userinfo: url.username !== "" || url.password !== "" }
}
