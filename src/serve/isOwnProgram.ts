import type { IncomingMessage } from "node:http"
import type { Socket } from "node:net"
import { isLoopback } from "./addresses.ts"

/** What is looked at of a request. */
export type Asking = Pick<IncomingMessage, "headers" | "httpVersion"> & {
  readonly socket: Pick<Socket, "remoteAddress">
}

/** The headers by which a proxy says for whom it asks (RFC 7239, RFC 9110 7.6.3, and what was there before them). */
const isOfProxies = (header: string): boolean =>
  header === "forwarded" || header === "via" || header === "x-real-ip" || header.startsWith("x-forwarded-")

/** The name in a Host header, without its port and an IPv6 address's brackets. */
const nameIn = (host: string): string => host.replace(/:\d*$/, "").replace(/^\[(.*)\]$/, "$1")

/**
 * Whether a program on this machine asks for itself. A proxy on the same machine comes from the same address and asks
 * for anybody: it is known by the headers that it adds, by the public name that it hands on, or, as nginx is where it
 * was told nothing, by its HTTP/1.0. One that hides all of these cannot be told from a program.
 */
export const isOwnProgram = ({ headers, httpVersion, socket }: Asking): boolean =>
  isLoopback(socket.remoteAddress ?? "") &&
  httpVersion !== "1.0" &&
  isLoopback(nameIn(headers.host ?? "localhost")) &&
  !Object.keys(headers).some(isOfProxies)
