import { BlockList, isIP } from "node:net"

const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4")

const loopback = new BlockList()
loopback.addSubnet("127.0.0.0", 8, "ipv4")
loopback.addAddress("::1", "ipv6")

/** The addresses from which the marketplace sends notifications, according to its overview of push notifications. */
const market = new BlockList()
for (const network of ["5.45.207.0", "141.8.142.0", "5.255.253.0"]) market.addSubnet(network, 25, "ipv4")

const isIn = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, familyOf(address))

/** Whether a host is a loopback address, or a `localhost` name (RFC 6761, section 6.3). */
export const isLoopback = (host: string): boolean => isIn(loopback, host) || /^([\w-]+\.)*localhost\.?$/i.test(host)

/** Whether the marketplace sends its notifications from this address. */
export const isMarketAddress = (address: string): boolean => isIn(market, address)
