import type { HostAllowList } from "../../detect/address/HostAllowList.ts"
import type { EmailCandidate } from "../../detect/address/LinkCandidate.ts"

/**
 * The real host of an address with an allowed host before its @: "market.yandex.ru@evil.com" is no mailbox but a decoy
 * that leads to evil.com. Undefined for a mailbox.
 */
export const decoyHost = ({ address }: EmailCandidate, hosts: HostAllowList): string | undefined => {
  const at = address.lastIndexOf("@")
  const host = address.slice(at + 1)
  return hosts.allowsHost(address.slice(0, at)) && !hosts.allowsHost(host) ? host : undefined
}
