import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { Redacted } from "effect"
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

const key = /ACMA:[^\s"']+/g

/** Ten digits and more, however they are set apart; the ids of cabinets and shops have nine. */
const phone = /\+?\d(?:[\s().-]{0,3}\d){9,}/g

const email = /[^\s@"']{1,64}@[^\s@"']{1,255}/g

const lonelySurrogate = /\p{Surrogate}/gu

/** Takes keys and contacts out of the marketplace's own words, which may quote what was asked, and keeps them short. */
export const withoutSecrets = (detail: string, access: MarketAccess): string => {
  const secret = secretOf(access)
  let shown = secret === "" ? detail : detail.replaceAll(secret, "•••")
  for (const hidden of [key, email, phone]) shown = shown.replaceAll(hidden, "•••")
  // A cut between the halves of a character leaves one that no output can hold.
  return shown.slice(0, longestDetail).replaceAll(lonelySurrogate, "\ufffd")
}
