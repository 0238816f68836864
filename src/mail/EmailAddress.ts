import { domainToASCII } from "node:url"
import { Option, Schema } from "effect"

/**
 * An address in the form used on the wire: a dot-atom (RFC 5322, 3.2.3) and an ASCII host name. Quotes, commas, spaces
 * and control characters, which could turn one address into two, are not allowed.
 */
export const EmailAddress = Schema.String.pipe(
  Schema.pattern(
    /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
  ),
  Schema.maxLength(254),
  Schema.brand("EmailAddress")
)
export type EmailAddress = typeof EmailAddress.Type

const decode = Schema.decodeOption(EmailAddress)

/** The longest local part, in octets (RFC 5321, 4.5.3.1.1). */
const longestLocalPart = 64

/**
 * Parses an address as a person writes it: "Info@Пример.рф" becomes "Info@xn--e1afmkfd.xn--p1ai". Returns none for
 * anything but a single plain address, and for a non-ASCII local part, which servers need not support (RFC 6531).
 */
export const emailAddressOf = (written: string): Option.Option<EmailAddress> => {
  const at = written.lastIndexOf("@")
  if (at < 1 || at > longestLocalPart) return Option.none()
  const host = written.slice(at + 1)
  // domainToASCII would accept and fix such a host (spaces, percent signs, ports), but it is not a mail domain.
  if (/[\s:/?#[\]\\%@,"'<>]|\p{Cc}|\p{Cf}/u.test(host)) return Option.none()
  return decode(`${written.slice(0, at)}@${domainToASCII(host).toLowerCase()}`)
}

/** The domain of an address. */
export const domainOf = (address: EmailAddress): string => address.slice(address.lastIndexOf("@") + 1)
