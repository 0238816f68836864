import { type AddressChain, labelAt } from "./AddressChain.ts"
import type { AddressToken } from "./AddressToken.ts"
import { officeOf, spokenName } from "./postOffices.ts"
import { spokenTop } from "./spokenTops.ts"
import { typedTop } from "./topLevels.ts"

/** The host with spelled parts as typed: "яндекс точка ру" is "yandex.ru". */
export const hostOf = (
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  first: number,
  last: number
): string => {
  let host = ""
  for (let index = first; index <= last; index++) {
    const value = labelAt(tokens, chain, index)?.value ?? ""
    if (index === last) host += spokenTop(value) ?? typedTop(value)
    else if (index === last - 1) host += officeOf(value) ?? spokenName(value)
    else host += subDomain(value, labelAt(tokens, chain, index + 1)?.value)
    if (index < last) host += chain.joints[index]?.role === "dash" ? "-" : "."
  }
  return host
}

/** "маркет точка яндекс точка ру" is a subdomain of a well-known site, "маркет точка ру" is not. */
const subDomain = (value: string, after: string | undefined): string =>
  value === "маркет" && after !== undefined && spokenName(after) === "yandex" ? "market" : value
