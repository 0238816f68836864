/**
 * Whether a host is loopback or in a private or link-local network (RFC 1918, RFC 3927), which nobody outside can
 * reach.
 */
export const isLocalHost = (host: string): boolean =>
  host === "localhost" ||
  /^(127|10)\.\d+\.\d+\.\d+$/.test(host) ||
  /^(192\.168|169\.254)\.\d+\.\d+$/.test(host) ||
  /^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(host)
