import type { HostAllowList } from "../../detect/address/HostAllowList.ts"
import type { EmailCandidate } from "../../detect/address/LinkCandidate.ts"

/**
 * The host that an address with a listed one before its @ leads to: "market.yandex.ru@evil.com" is no mailbox but a decoy for evil.com.
 * Undefined for a mailbox.
 */
export const decoyHost = ({ address }: EmailCandidate, hosts: HostAllowList): string | undefined => {
  const at = address.lastIndexOf("@")
  const host = address.slice(at + 1)
  return hosts.allowsHost(address.slice(0, at)) && !hosts.allowsHost(host) ? host : undefined
}
