/** An e-mail address in masked form, which its owner still recognizes. */
export const maskedAddress = (address: string): string => {
  const at = address.lastIndexOf("@")
  return `${Array.from(address)[0] ?? ""}•••@${address.slice(at + 1)}`
}
