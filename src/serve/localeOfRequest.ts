import Negotiator from "negotiator"
import { type Locale, locales } from "../locale/Locale.ts"

/** The language that a request prefers according to Accept-Language (RFC 9110, section 12.5.4), or the server's. */
export const localeOfRequest = (
  headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>,
  serverLocale: Locale
): Locale => {
  const accepted = headers["accept-language"]
  if (accepted === undefined || accepted === "*") return serverLocale
  // The server's language comes first, so that "*" selects it.
  const offered = [serverLocale, ...locales.filter((locale) => locale !== serverLocale)]
  const negotiator = new Negotiator({ headers: { "accept-language": String(accepted) } })
  const [preferred] = negotiator.languages([...offered])
  return offered.find((locale) => locale === preferred) ?? serverLocale
}
