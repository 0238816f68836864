import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { Redacted, RegExp as RegularExpression } from "effect"
import type { BusinessId } from "../domain/Business.ts"

/** The default address of the marketplace's API. */
export const marketBaseUrl = "https://api.partner.market.yandex.ru"

/** How requests are authenticated: an API key of the cabinet, or a user's OAuth token (deprecated, still accepted). */
export type Credentials =
  | { readonly kind: "api-key"; readonly key: Redacted.Redacted }
  | { readonly kind: "oauth"; readonly token: Redacted.Redacted }

/** The address of a marketplace and the credentials for it. */
export interface MarketAccess {
  /** Without a trailing slash. */
  readonly baseUrl: string
  readonly credentials: Credentials
}

const secretOf = ({ credentials }: MarketAccess): string =>
  Redacted.value(credentials.kind === "api-key" ? credentials.key : credentials.token)

/** Adds the credentials to a request. */
export const authorize = (access: MarketAccess, businessId: BusinessId | null) => {
  const secret = secretOf(access)
  if (access.credentials.kind === "api-key") return HttpClientRequest.setHeader("Api-Key", secret)
  return HttpClientRequest.setHeaders({
    Authorization: `Bearer ${secret}`,
    // With OAuth the marketplace accounts its limits by this header; with a key, by the key.
    ...(businessId === null ? {} : { "X-Business-Id": businessId })
  })
}

const longestDetail = 200

const key = /ACMA(?::|%3A)[^\s"']+/gi

/** Ten or more digits, however separated; the ids of cabinets and shops have nine. */
const phone = /\+?\d(?:[\s().-]{0,3}\d){9,}/g

/** Seven or more digits in groups: ids are never grouped. */
const groupedPhone = /\d{1,4}(?:[\s().-]{1,3}\d{2,4}){2,}/g

const email = /[^\s@"']{1,64}@[^\s@"']{1,255}/g

const loneSurrogate = /\p{Surrogate}/gu

/** Shorter pieces of a key reveal nothing and occur as ordinary words in other texts. */
const shortestPiece = 6

/** The forms in which an answer may quote a key: whole, URL-encoded, and each colon-separated piece; longest first. */
const piecesOf = (secret: string): ReadonlyArray<string> =>
  [secret, encodeURIComponent(secret), ...secret.split(":").filter(({ length }) => length >= shortestPiece)]
    .filter((piece) => piece !== "")
    .sort((one, other) => other.length - one.length)

/** Masks keys and contacts in the marketplace's error message, which may quote the request, and cuts it short. */
export const withoutSecrets = (detail: string, access: MarketAccess): string => {
  const quoted = piecesOf(secretOf(access)).map((piece) => new RegExp(RegularExpression.escape(piece), "gi"))
  let shown = detail
  for (const hidden of [...quoted, key, email, phone, groupedPhone]) shown = shown.replaceAll(hidden, "•••")
  // Cutting a surrogate pair in two leaves a lone surrogate, which has no UTF-8 form.
  return shown.slice(0, longestDetail).replaceAll(loneSurrogate, "\ufffd")
}
