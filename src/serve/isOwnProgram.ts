import type { IncomingMessage } from "node:http"
import type { Socket } from "node:net"
import { isLoopback } from "./addresses.ts"

/** The part of a request that identifies its sender. */
export type RequestOrigin = Pick<IncomingMessage, "headers" | "httpVersion"> & {
  readonly socket: Pick<Socket, "remoteAddress">
}

/** Headers with which a proxy names its client (RFC 7239, RFC 9110, section 7.6.3, and their predecessors). */
const isOfProxies = (header: string): boolean =>
  header === "forwarded" || header === "via" || header === "x-real-ip" || header.startsWith("x-forwarded-")

/** The host in a Host header, without the port and the brackets of an IPv6 address. */
const nameIn = (host: string): string => host.replace(/:\d*$/, "").replace(/^\[(.*)\]$/, "$1")

/**
 * Whether a request was made by a program on this machine on its own behalf. A proxy on this machine has the same
 * address but may forward anyone's requests. It is recognized by the headers it adds, by a public name in `Host`, or by
 * HTTP/1.0, which nginx uses by default. A proxy that shows none of these cannot be distinguished from a program.
 */
export const isOwnProgram = ({ headers, httpVersion, socket }: RequestOrigin): boolean =>
  isLoopback(socket.remoteAddress ?? "") &&
  httpVersion !== "1.0" &&
  isLoopback(nameIn(headers.host ?? "localhost")) &&
  !Object.keys(headers).some(isOfProxies)
