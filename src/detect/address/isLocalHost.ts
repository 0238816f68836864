/** Loopback and the networks that RFC 1918 and RFC 3927 keep for a house: nobody outside it can be invited there. */
export const isLocalHost = (host: string): boolean =>
  host === "localhost" ||
  /^(127|10)\.\d+\.\d+\.\d+$/.test(host) ||
  /^(192\.168|169\.254)\.\d+\.\d+$/.test(host) ||
  /^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(host)
