import { type AddressChain, labelAt } from "./AddressChain.ts"
import type { AddressToken } from "./addressTokens.ts"
import { spokenName, spokenTop } from "./spelledSigns.ts"

/** The host with its spelled parts as they are typed: "яндекс точка ру" is "yandex.ru". */
export const hostOf = (
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  first: number,
  last: number
): string => {
  let host = ""
  for (let index = first; index <= last; index++) {
    const value = labelAt(tokens, chain, index)?.value ?? ""
    host += index === last ? (spokenTop(value) ?? value) : index === last - 1 ? spokenName(value) : value
    if (index < last) host += chain.joints[index]?.role === "dash" ? "-" : "."
  }
  return host
}
