import type { TextRange } from "../../text/FoldedText.ts"

/** Something that reads as an address of a site. Offsets into the folded text. */
export interface LinkCandidate extends TextRange {
  /** The host that a browser would open: lower case, IDN as punycode, without a trailing dot. */
  readonly host: string
  /** Path, query and fragment as the URL parser reads them ("/a/../b" is "/b"); "" or "/" when there is none. */
  readonly path: string
  /** Whether a name or a password stands before the host ("market.yandex.ru@evil.com"). */
  readonly userinfo: boolean
  /** How surely its form alone tells an address, 0 to 1: a bare "name.tld" may be a missing blank or a file. */
  readonly form: number
  /** Whether a blank stands for the dot before its top level: a site only where words send the buyer to search for it. */
  readonly dotless: boolean
}

/** An e-mail address. Offsets into the folded text. */
export interface EmailCandidate extends TextRange {
  /** In lower case, its signs as they are typed, whatever they were spelled with. */
  readonly address: string
  /** How surely its form alone tells an address, 0 to 1. */
  readonly form: number
}
