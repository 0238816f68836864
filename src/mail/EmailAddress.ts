import { domainToASCII } from "node:url"
import { Option, Schema } from "effect"

/**
 * An address as it goes onto the wire: a dot-atom of RFC 5322 (3.2.3) and a host name in ASCII. Quotes, commas, spaces and
 * controls, with which one address can be made to read as two, have no place in it.
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
 * Reads an address that a person wrote: "Info@Пример.рф" becomes "Info@xn--e1afmkfd.xn--p1ai". None for what is not one
 * plain address; a local part outside ASCII is refused too, because a server need not take it (RFC 6531).
 */
export const emailAddressOf = (written: string): Option.Option<EmailAddress> => {
  const at = written.lastIndexOf("@")
  if (at < 1 || at > longestLocalPart) return Option.none()
  const host = written.slice(at + 1)
  // A host that only a URL parser would mend (spaces, percent signs, ports) is not a mail domain.
  if (/[\s:/?#[\]\\%@,"'<>]|\p{Cc}|\p{Cf}/u.test(host)) return Option.none()
  return decode(`${written.slice(0, at)}@${domainToASCII(host).toLowerCase()}`)
}

/** The domain of an address. */
export const domainOf = (address: EmailAddress): string => address.slice(address.lastIndexOf("@") + 1)
