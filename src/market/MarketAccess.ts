import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { Redacted, RegExp as RegularExpression } from "effect"
import type { BusinessId } from "../domain/Business.ts"

/** Where the marketplace answers, for want of another address. */
export const marketBaseUrl = "https://api.partner.market.yandex.ru"

/** How to prove who asks: a key of the cabinet, or an OAuth token of one of its users (outdated, still accepted). */
export type Credentials =
  | { readonly kind: "api-key"; readonly key: Redacted.Redacted }
  | { readonly kind: "oauth"; readonly token: Redacted.Redacted }

/** One marketplace and one proof. */
export interface MarketAccess {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly credentials: Credentials
}

const secretOf = ({ credentials }: MarketAccess): string =>
  Redacted.value(credentials.kind === "api-key" ? credentials.key : credentials.token)

/** Adds the proof to a request. */
export const authorize = (access: MarketAccess, businessId: BusinessId | null) => {
  const secret = secretOf(access)
  if (access.credentials.kind === "api-key") return HttpClientRequest.setHeader("Api-Key", secret)
  return HttpClientRequest.setHeaders({
    Authorization: `Bearer ${secret}`,
    // With OAuth the limits are reckoned by this header; with a key they follow from the key.
    ...(businessId === null ? {} : { "X-Business-Id": businessId })
  })
}

const longestDetail = 200

const key = /ACMA(?::|%3A)[^\s"']+/gi

/** Ten digits and more, however they are set apart; the ids of cabinets and shops have nine. */
const phone = /\+?\d(?:[\s().-]{0,3}\d){9,}/g

/** Seven and more in groups, as no id is written. */
const groupedPhone = /\d{1,4}(?:[\s().-]{1,3}\d{2,4}){2,}/g

const email = /[^\s@"']{1,64}@[^\s@"']{1,255}/g

const lonelySurrogate = /\p{Surrogate}/gu

/** Shorter pieces of a key give nothing away, and are words of other texts. */
const shortestPiece = 6

/** A key as it may be quoted: whole, as a part of an address, and each piece of it between colons. The longest first. */
const piecesOf = (secret: string): ReadonlyArray<string> =>
  [secret, encodeURIComponent(secret), ...secret.split(":").filter(({ length }) => length >= shortestPiece)]
    .filter((piece) => piece !== "")
    .sort((one, other) => other.length - one.length)

/** Takes keys and contacts out of the marketplace's own words, which may quote what was asked, and keeps them short. */
export const withoutSecrets = (detail: string, access: MarketAccess): string => {
  const quoted = piecesOf(secretOf(access)).map((piece) => new RegExp(RegularExpression.escape(piece), "gi"))
  let shown = detail
  for (const hidden of [...quoted, key, email, phone, groupedPhone]) shown = shown.replaceAll(hidden, "•••")
  // A cut between the halves of a character leaves one that no output can hold.
  return shown.slice(0, longestDetail).replaceAll(lonelySurrogate, "\ufffd")
}
