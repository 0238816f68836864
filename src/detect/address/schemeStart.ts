import type { AddressToken } from "./AddressToken.ts"

export const isDoubleSlash = (tokens: ReadonlyArray<AddressToken>, index: number): boolean => {
  const one = tokens[index]?.value
  const other = tokens[index + 1]?.value
  return (one === "/" || one === "\\") && (other === "/" || other === "\\")
}

/** Schemes that open a messenger: "tg://resolve?domain=shop". */
const appSites = new Map(
  Object.entries({
    tg: "t.me",
    telegram: "t.me",
    whatsapp: "wa.me",
    viber: "viber.com",
    skype: "skype.com",
    vk: "vk.com"
  })
)

/** The site of the messenger that `scheme` opens, if something follows it. */
export const appSite = (scheme: AddressToken | undefined, next: AddressToken | undefined): string | undefined =>
  next?.kind === "label" ? appSites.get(scheme?.value ?? "") : undefined

/** The start of the scheme before the colon, such as "http", "hxxps" or "ht tp s"; undefined if there is none. */
export const schemeStart = (tokens: ReadonlyArray<AddressToken>, colon: number): number | undefined => {
  let written = ""
  for (let index = colon - 1; index >= 0 && index >= colon - 8; index--) {
    const token = tokens[index]
    if (token === undefined || (token.kind === "sign" && token.value !== "[")) return undefined
    if (token.kind === "label") {
      written = token.value + written
      if (/^(?:h(?:tt|xx|хх)ps?|ftp|нттр?s?)$/.test(written)) return token.start
      // "8http s": the first word may contain more than the scheme.
      const glued = /[^a-z](h(?:tt|xx)ps?)$/.exec(written)
      if (glued !== null) return token.start + glued.index + 1
      if (written.length > 5) return undefined
    }
  }
  return undefined
}
