/** An e-mail address as it may be shown: enough to tell which of one's own is meant. */
export const maskedAddress = (address: string): string => {
  const at = address.lastIndexOf("@")
  return `${Array.from(address)[0] ?? ""}•••@${address.slice(at + 1)}`
}
