import type { TextRange } from "../../text/FoldedText.ts"

/** A possible link. Offsets into the folded text. */
export interface LinkCandidate extends TextRange {
  /** The host that a browser would open: in lower case, IDN as punycode, without a trailing dot. */
  readonly host: string
  /** Path, query and fragment as normalized by the URL parser ("/a/../b" is "/b"); "" or "/" if there are none. */
  readonly path: string
  /** Whether a user name or password precedes the host ("market.yandex.ru@evil.com"). */
  readonly userinfo: boolean
  /**
   * How likely it is an address judging by its form alone, from 0 to 1: a bare "name.tld" may be a missing blank or a
   * file.
   */
  readonly form: number
  /**
   * Whether a blank stands for the dot before the top-level domain. It is then a site only if words ask the buyer to
   * search for it.
   */
  readonly dotless: boolean
}

/** A possible e-mail address. Offsets into the folded text. */
export interface EmailCandidate extends TextRange {
  /** The address as typed, in lower case, regardless of its spelling in the text. */
  readonly address: string
  /** How likely it is an address judging by its form alone, from 0 to 1. */
  readonly form: number
}
